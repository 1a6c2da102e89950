import { useEffect } from 'react'
import { useApp } from './app.ts'
import { useMedia } from './media.ts'

/** The look in force: the chosen theme, or the system's. */
export function useTheme(): 'light' | 'dark' {
  const chosen = useApp((state) => state.theme)
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  return chosen === 'system' ? (systemDark ? 'dark' : 'light') : chosen
}

/** Puts theme and language on the page's root element, where styles and screen readers look for them. */
export function useRootAttributes(): void {
  const theme = useTheme()
  const language = useApp((state) => state.language)
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
    document.documentElement.lang = language
  }, [theme, language])
}
