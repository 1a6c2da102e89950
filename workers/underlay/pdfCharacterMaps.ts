import { byName } from './pdfFonts.ts'

const files = import.meta.glob<string>('/node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** Predefined character maps for Chinese, Japanese and Korean fonts, by file name, with their addresses. */
export const pdfCharacterMaps: Readonly<Record<string, string>> = byName(files)
