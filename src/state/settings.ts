import { setLanguage } from '../i18n/index.ts'
import type { Actions, AppState } from './app.ts'
import type { Context } from './context.ts'

const key = 'settings'

/** Language and theme as kept on this device; the defaults where nothing, or nothing sensible, is kept. */
export function keptSettings({ page }: Pick<Context, 'page'>): Pick<AppState, 'language' | 'theme'> {
  const kept = parsed(page.setting(key))
  return {
    language: kept['language'] === 'en' ? 'en' : 'vi',
    theme: kept['theme'] === 'light' || kept['theme'] === 'dark' ? kept['theme'] : 'system',
  }
}

export function settingActions({ store, page }: Context): Pick<Actions, 'setLanguage' | 'setTheme'> {
  const keep = () => {
    const { language, theme } = store.getState()
    page.keepSetting(key, JSON.stringify({ language, theme }))
  }
  return {
    setLanguage: (language) => {
      store.setState({ language })
      keep()
      void setLanguage(language)
    },
    setTheme: (theme) => {
      store.setState({ theme })
      keep()
    },
  }
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
