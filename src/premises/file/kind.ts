/** What the first bytes of a file say it is: for the sentence that says what to do instead. */
export type FileKind =
  | 'empty'
  | 'zip'
  | 'word'
  | 'sheet'
  | 'slides'
  | 'imdf'
  | 'ifc'
  | 'geojson'
  | 'dwg'
  | 'pdf'
  | 'picture'
  | 'office97'
  | 'archive'
  | 'unknown'

const beginnings: readonly (readonly [string, FileKind])[] = [
  ['PK', 'zip'],
  ['ISO-10303-21', 'ifc'],
  ['AC10', 'dwg'],
  ['%PDF', 'pdf'],
  ['\u00ff\u00d8\u00ff', 'picture'],
  ['\u0089PNG', 'picture'],
  ['GIF8', 'picture'],
  ['RIFF', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['BM', 'picture'],
  ['\u00d0\u00cf\u0011\u00e0', 'office97'],
  ['Rar!', 'archive'],
  ['7z\u00bc\u00af', 'archive'],
]

export function kindOfBytes(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  const beginning = String.fromCharCode(...bytes.subarray(0, 64))
  const known = beginnings.find(([text]) => beginning.startsWith(text))
  if (known !== undefined) return known[1]
  return /^(\u00ef\u00bb\u00bf)?\s*[[{]/.test(beginning) ? 'geojson' : 'unknown'
}

/** What a zip that is no project is, by the names in it. */
export function kindOfZip(names: readonly string[]): FileKind {
  const has = (name: string) => names.some((each) => each === name || each.endsWith(`/${name}`))
  if (has('word/document.xml')) return 'word'
  if (has('xl/workbook.xml')) return 'sheet'
  if (has('ppt/presentation.xml')) return 'slides'
  return has('venue.geojson') || has('unit.geojson') ? 'imdf' : 'zip'
}
