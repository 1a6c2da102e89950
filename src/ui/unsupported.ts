const kinds: Readonly<Record<string, readonly string[]>> = {
  dwg: ['dwg', 'dxf', 'dgn', 'dwf', 'dwfx'],
  design: ['rvt', 'rfa', 'pln', 'skp', '3ds', 'nwd', 'nwc', '3dm', 'blend'],
  document: ['doc', 'docx', 'odt', 'rtf', 'txt', 'ppt', 'pptx', 'odp'],
  sheet: ['xls', 'xlsx', 'xlsm', 'xlsb', 'ods', 'csv', 'tsv'],
  archive: ['rar', '7z'],
}

/** Pictures and PDFs: they are read as something to draw over. */
const underlays: ReadonlySet<string> = new Set(
  'pdf png jpg jpeg jfif gif webp bmp tif tiff heic heif avif svg'.split(' '),
)

/**
 * The kind of a known file that the app does not read, for the sentence `shell.unsupported.<kind>` that says what to do
 * instead; null for everything else, which the importers look into themselves.
 */
export function unsupportedKind(fileName: string): string | null {
  const ending = endingOf(fileName)
  return Object.keys(kinds).find((kind) => kinds[kind]?.includes(ending)) ?? null
}

/** Whether the name is that of a picture or a PDF; what is in it the reader looks at. */
export function isUnderlay(fileName: string): boolean {
  return underlays.has(endingOf(fileName))
}

function endingOf(fileName: string): string {
  return /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
}

/** Endings that the file chooser offers. */
export const offered = '.loithoat,.ifc,.zip,.geojson,.json,.pdf,.png,.jpg,.jpeg,.webp,.heic'
