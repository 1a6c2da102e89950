import i18next from 'i18next'
import {
  formatClock,
  formatDate,
  formatDateTime,
  formatDuration,
  formatNumber,
  type Language,
} from './format.ts'
import { vi } from './vi.ts'

export type { Language } from './format.ts'

/** What a sentence may carry. Text is untrusted: it is shown as text, never as markup, never interpolated again. */
export type Params = Readonly<Record<string, string | number | undefined>>

const instance = i18next.createInstance()
const listeners = new Set<() => void>()

instance.use({
  type: 'formatter' as const,
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, format: string | undefined, language: string | undefined) =>
    formatValue(value, format, language === 'en' ? 'en' : 'vi'),
})

// All given at once, so `init` is done when it returns.
void instance.init({
  lng: 'vi',
  fallbackLng: 'vi',
  resources: { vi: { translation: vi } },
  initAsync: false,
  interpolation: { escapeValue: false, alwaysFormat: true },
  showSupportNotice: false,
} as Parameters<typeof instance.init>[0])

/**
 * The sentence of a key (of the first of several that exists). Numbers are written as the language does;
 * `{{x, duration}}` and others as named below.
 */
export function t(key: string | string[], params?: Params): string {
  return instance.t(key, params ?? {})
}

/** Whether a sentence exists for the key, in any language. */
export function hasSentence(key: string): boolean {
  return instance.exists(key)
}

export function language(): Language {
  return instance.language === 'en' ? 'en' : 'vi'
}

/** Changes the language, after fetching its sentences where they are not there yet. */
export async function setLanguage(next: Language): Promise<void> {
  if (next === 'en' && !instance.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en.ts')
    instance.addResourceBundle('en', 'translation', en)
  }
  if (instance.language === next) return
  await instance.changeLanguage(next)
  for (const listener of listeners) listener()
}

/** Calls back after every change of language, until the returned function is called. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** A message as a sentence, and how to mend it where something can be done. */
export function sentenceOf(message: { readonly code: string; readonly params?: Params }): {
  readonly text: string
  readonly mend: string | null
} {
  const key = `message.${message.code}`
  const mend = `mend.${message.code}`
  return {
    text: hasSentence(key) ? t(key, message.params) : t('shell.unknownMessage', { code: message.code }),
    mend: hasSentence(mend) ? t(mend, message.params) : null,
  }
}

function formatValue(value: unknown, format: string | undefined, language: Language): string {
  switch (format) {
    case 'duration':
      return formatDuration(Number(value), language)
    case 'clock':
      return formatClock(Number(value))
    case 'date':
      return formatDate(String(value), language)
    case 'dateTime':
      return formatDateTime(String(value), language)
    case 'one':
      return formatNumber(Number(value), language, 1)
    case 'two':
      return formatNumber(Number(value), language, 2, 2)
    case 'whole':
      return formatNumber(Number(value), language, 0)
    default:
      return typeof value === 'number' ? formatNumber(value, language) : (value as string)
  }
}
