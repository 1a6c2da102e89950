const kinds: Readonly<Record<string, readonly string[]>> = {
  dwg: ['dwg', 'dxf', 'dgn', 'dwf', 'dwfx'],
  design: ['rvt', 'rfa', 'pln', 'skp', '3ds', 'nwd', 'nwc', '3dm', 'blend'],
  document: ['doc', 'docx', 'odt', 'rtf', 'txt', 'ppt', 'pptx', 'odp'],
  sheet: ['xls', 'xlsx', 'xlsm', 'xlsb', 'ods', 'csv', 'tsv'],
  pdf: ['pdf'],
  picture: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'tif', 'tiff', 'heic', 'heif', 'avif', 'svg'],
  archive: ['rar', '7z'],
}

/**
 * The kind of a known file that the app does not read, for the sentence `shell.unsupported.<kind>` that says what to do
 * instead; null for everything else, which the importers look into themselves.
 */
export function unsupportedKind(fileName: string): string | null {
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return Object.keys(kinds).find((kind) => kinds[kind]?.includes(ending)) ?? null
}

/** Endings that the file chooser offers. */
export const offered = '.loithoat,.ifc,.zip,.geojson,.json'
