const files = import.meta.glob<string>('/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** The fourteen fonts that a PDF may use without carrying them, by file name, with their addresses. */
export const pdfFonts: Readonly<Record<string, string>> = byName(files)

/** Addresses by the last part of the path. */
export function byName(paths: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(paths).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address]),
  )
}
