import { useSyncExternalStore } from 'react'
import { language, onLanguage, t, type Language } from '../i18n/index.ts'

/** `t`, and a render whenever the language changes. */
export function useT(): typeof t {
  useLanguage()
  return t
}

/** The language of the moment, and a render whenever it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, language, language)
}
