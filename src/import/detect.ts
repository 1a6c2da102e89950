import { PersonError } from '../premises/message.ts'
import { baseName } from './draft.ts'
import { collectionOf } from './geojson/collection.ts'
import { isFloor } from './floorGeojson/floors.ts'
import { asObject, parseJson } from './json.ts'
import type { ImportResult, SourceFile } from './result.ts'

/** Files that are not read, with a sentence of their own on what to do instead. */
const unsupported: Readonly<Record<string, string>> = {
  dwg: 'dwg',
  dxf: 'dxf',
  doc: 'document',
  docx: 'document',
  odt: 'document',
  rtf: 'document',
  xls: 'table',
  xlsx: 'table',
  csv: 'table',
  ods: 'table',
  pdf: 'picture',
  png: 'picture',
  jpg: 'picture',
  jpeg: 'picture',
  heic: 'picture',
  webp: 'picture',
  tif: 'picture',
  tiff: 'picture',
  bmp: 'picture',
  rvt: 'revit',
  rfa: 'revit',
  skp: 'model',
  '3ds': 'model',
  nwd: 'model',
  pln: 'archicad',
  osm: 'osm',
  pbf: 'osm',
  rar: 'archive',
  '7z': 'archive',
  ifczip: 'ifczip',
  ifcxml: 'ifcxml',
}

/**
 * Which importer reads the files of one drop (a zip already taken apart), by content, not by name.
 * @throws PersonError `import.empty`, `import.unsupported.<kind>`, `import.unknownFormat`
 */
export function detectFormat(files: readonly SourceFile[]): ImportResult['format'] {
  if (files.every((file) => file.bytes.length === 0)) {
    throw new PersonError('import.empty', {}, { file: files[0]?.name ?? '' })
  }
  if (files.some(isIfc)) return 'ifc'
  const names = new Set(files.map((file) => baseName(file.name).toLowerCase()))
  if (names.has('unit.geojson') || names.has('level.geojson')) return 'imdf'
  const json = files.filter((file) => /\.(geo)?json$/i.test(file.name))
  if (json.length > 0) {
    const floors = json.filter((file) => {
      const value = parseJson(file)
      return asObject(value)?.['type'] === 'FeatureCollection' && isFloor(collectionOf(value, file.name))
    })
    if (floors.length > 0) return 'floorGeojson'
    throw new PersonError('import.notAFloor', {}, { file: json[0]?.name ?? '' })
  }
  const [file] = files
  const extension = /\.([^.\\/]+)$/.exec(file?.name ?? '')?.[1]?.toLowerCase() ?? ''
  const kind = Object.hasOwn(unsupported, extension) ? unsupported[extension] : undefined
  if (kind) throw new PersonError(`import.unsupported.${kind}`, { extension }, { file: file?.name ?? '' })
  throw new PersonError('import.unknownFormat', {}, { file: file?.name ?? '' })
}

/** The first line of a STEP file, or the name: a damaged IFC still gets the IFC reader's own message. */
export function isIfc({ name, bytes }: SourceFile): boolean {
  return /\.ifc$/i.test(name) || startsWith(bytes, 'ISO-10303-21')
}

export function isZip({ bytes }: SourceFile): boolean {
  return startsWith(bytes, 'PK')
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Array.from(text, (letter) => letter.charCodeAt(0)).every((code, i) => bytes[i] === code)
}
