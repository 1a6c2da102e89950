import table from '../../data/zone-uses.json'
import type { TableMark } from './evidence.ts'

/** Key of data/zone-uses.json. A zone stores it as a string: a file may bring a key that this version does not know. */
export type ZoneUseKey = keyof typeof table.uses

export type ZoneKind = 'room' | 'circulation' | 'stair' | 'lift' | 'shaft' | 'outdoor'

export interface ZoneUse {
  readonly key: ZoneUseKey
  readonly vi: string
  readonly en: string
  readonly kind: ZoneKind
  /** Zones of one group share a colour: work, assembly, food, living, storage, technical, service, parking, circulation, vertical, outdoor, unknown. */
  readonly colourGroup: string
  /** Whether persons are counted here from the floor area where no count is given. */
  readonly countsPersons: boolean
  readonly floorSpace: FloorSpace | null
  /** Usual clear height, metres: an assumption (mark memory); null where there is no ceiling to speak of. */
  readonly ceilingHeightM: number | null
}

/** Floor-space factor with what it rests on. */
export interface FloorSpace {
  readonly m2PerPerson: number
  readonly row: number
  readonly clause: string
  readonly source: string
  readonly mark: TableMark
  readonly personsPerBay?: number
  readonly note?: string
}

type Row = Omit<ZoneUse, 'key'>

const rows = table.uses as Readonly<Record<ZoneUseKey, Row>>

/** All uses, in the order of the table. */
export const zoneUses: readonly ZoneUse[] = Object.entries(rows).map(([key, row]) => ({
  key: key as ZoneUseKey,
  ...row,
}))

const byKey: ReadonlyMap<string, ZoneUse> = new Map(zoneUses.map((use) => [use.key, use]))

export function isZoneUse(key: string): key is ZoneUseKey {
  return byKey.has(key)
}

const unknownUse: ZoneUse = { key: 'unknown', ...rows.unknown }

/** The use with this key; a key that the table does not know is taken as `unknown`. */
export function zoneUse(key: string): ZoneUse {
  return byKey.get(key) ?? unknownUse
}
