import assumptions from '../../../data/import-assumptions.json'
import { snap } from '../../premises/geometry/plane.ts'
import type { Level } from '../../premises/model.ts'
import { shortLevelName } from '../../premises/naming.ts'
import { baseName } from '../draft.ts'
import { readCollection, type Feature } from '../geojson/collection.ts'
import { asNumber, asObject, asText, parseJson } from '../json.ts'
import type { SourceFile } from '../result.ts'

/** One floor as its file has it, lowest first. */
export interface Floor {
  readonly file: string
  readonly level: Pick<Level, 'name' | 'shortName' | 'ordinal' | 'elevationM' | 'heightM' | 'sourceId'>
  readonly features: readonly Feature[]
  readonly of: (...types: readonly string[]) => readonly Feature[]
  /** Entrances drawn in the paths beside the floor, as points in degrees. */
  readonly entrances: readonly (readonly [number, number])[]
}

/** The type of a feature, in lower case. */
export function typeOf(feature: Feature): string {
  return (asText(feature.properties['type']) ?? '').toLowerCase()
}

/** Whether a collection holds an outline or walls: a floor, not paths. */
export function isFloor(features: readonly Feature[]): boolean {
  return features.some(
    (feature) =>
      feature.polygons.length > 0 && ['building_outline', 'wall', 'door'].includes(typeOf(feature)),
  )
}

/** Sorts files into floors: by `main.json` where there is one, else by `z_order` or name. */
export function readFloors(files: readonly SourceFile[]): {
  readonly name: string
  readonly floors: readonly Floor[]
} {
  const index = readIndex(files)
  const collections = files
    .filter((file) => /\.(geo)?json$/i.test(file.name) && !/(^|[\\/])main(-paths)?\.json$/i.test(file.name))
    .map((file) => ({ file, features: readCollection(file) }))
  const entrancesOf = (name: string) =>
    collections
      .filter(
        ({ file }) =>
          baseName(file.name).toLowerCase() === name.replace(/\.geojson$/i, '-paths.geojson').toLowerCase(),
      )
      .flatMap(({ features }) =>
        features
          .filter((feature) => typeOf(feature) === 'entrance')
          .flatMap((feature) => feature.lines.flat()),
      )
  const floors = collections
    .filter(({ features }) => isFloor(features))
    .map(({ file, features }) => {
      const name = baseName(file.name)
      const listed = index.levels.findIndex((level) => level.file === name)
      return { name, features, listed, order: listed >= 0 ? (index.levels[listed]?.order ?? 0) : null }
    })
    .toSorted(
      (a, b) => (a.order ?? 1e6) - (b.order ?? 1e6) || a.name.localeCompare(b.name, 'en', { numeric: true }),
    )
    .map(({ name, features, listed, order }, i): Floor => {
      const known = listed >= 0 ? index.levels[listed] : undefined
      const ordinal = order ?? i
      const shown = known?.name ?? name.replace(/\.(geo)?json$/i, '')
      return {
        file: name,
        level: {
          name: shown,
          shortName: known?.short?.slice(0, 3) ?? shortLevelName(ordinal),
          ordinal,
          elevationM: snap(ordinal * assumptions.storeyHeight.value),
          heightM: assumptions.storeyHeight.value,
          sourceId: known?.id ?? name,
        },
        features,
        of: (...types) => features.filter((feature) => types.includes(typeOf(feature))),
        entrances: entrancesOf(name),
      }
    })
  return { name: index.name ?? baseName(files[0]?.name ?? '').replace(/\.(geo)?json$/i, ''), floors }
}

interface ListedLevel {
  readonly id: string
  readonly file: string
  readonly name: string
  readonly short: string
  readonly order: number
}

function readIndex(files: readonly SourceFile[]): {
  readonly name: string | null
  readonly levels: readonly ListedLevel[]
} {
  const main = files.find((file) => baseName(file.name).toLowerCase() === 'main.json')
  if (!main) return { name: null, levels: [] }
  const value = asObject(parseJson(main))
  const listed: unknown = value?.['levels']
  const levels = (Array.isArray(listed) ? (listed as unknown[]) : []).flatMap((each): ListedLevel[] => {
    const level = asObject(each)
    const file = asText(level?.['filename'])
    const order = asNumber(level?.['z_order'])
    if (!level || !file || order === null) return []
    const name = asText(level['readable_name']) ?? asText(level['name']) ?? file
    return [
      { id: asText(level['id']) ?? file, file, name, short: asText(level['name']) ?? String(order), order },
    ]
  })
  return { name: asText(value?.['name']), levels }
}
