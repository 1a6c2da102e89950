import { area } from '../../premises/geometry/measure.ts'
import type { RecordRef } from '../../premises/operation.ts'
import type { Level, Opening, Premises, Zone } from '../../premises/model.ts'
import { zoneName } from '../../premises/naming.ts'
import type { Finding } from '../result.ts'
import type { Boundaries } from './boundaries.ts'
import type { Door, LeftOutDoor } from './doors.ts'
import type { Properties } from './properties.ts'
import type { Space } from './spaces.ts'

/** One line on things that share a fact; nothing where there are none. */
export function grouped(
  code: string,
  kind: Finding['kind'],
  records: readonly RecordRef[],
  more: {
    readonly severity?: Finding['severity']
    readonly params?: Readonly<Record<string, string | number>>
  } = {},
): readonly Finding[] {
  const [first] = records
  if (first === undefined) return []
  return [
    {
      kind,
      code: `ifc.${code}`,
      severity: more.severity ?? 'info',
      params: { count: records.length, ...more.params },
      where: { record: first },
      records,
    },
  ]
}

/** One line on things of the file that are not in the premises, by name. */
export function leftOut(
  code: string,
  file: string,
  names: readonly string[],
  severity: Finding['severity'] = 'info',
): readonly Finding[] {
  if (names.length === 0) return []
  const shown = [...new Set(names)].slice(0, namedAtMost)
  return [
    {
      kind: 'dropped',
      code: `ifc.${code}`,
      severity,
      params: { count: names.length, names: shown.join('; ') },
      where: { file },
    },
  ]
}

const namedAtMost = 8

/** Doors that are not in the premises, by why, each line with the rooms that they stand in. */
export function leftOutDoors(
  left: readonly LeftOutDoor[],
  zoneOf: ReadonlyMap<Space, Zone>,
  file: string,
): readonly Finding[] {
  const codes = {
    partition: 'partitionDropped',
    withinOneRoom: 'doorWithinRoom',
    noRoom: 'doorWithoutRoom',
    noShape: 'doorWithoutShape',
    trapDoor: 'trapDoorDropped',
  } as const
  return (Object.keys(codes) as (keyof typeof codes)[]).flatMap((why) => {
    const doors = left.filter((door) => door.why === why)
    const zones = doors.flatMap((door) => (door.space === null ? [] : (zoneOf.get(door.space) ?? [])))
    const names = zones.length > 0 ? zones.map(zoneName) : doors.map((door) => door.name)
    const severity = why === 'partition' || why === 'trapDoor' ? 'info' : 'warning'
    return leftOut(codes[why], file, names, severity).map((finding) => {
      const records = [...new Set(zones)].map(({ id }): RecordRef => ({ table: 'zones', id }))
      const [record] = records
      return {
        ...finding,
        params: { ...finding.params, count: doors.length },
        ...(record ? { records, where: { file, record } } : {}),
      }
    })
  })
}

/** Doors whose rooms by IfcRelSpaceBoundary are others than those beside them: the geometry is taken, the line says so. */
export function boundaryDifferences(
  doors: readonly { readonly door: Door; readonly opening: Opening }[],
  boundaries: Boundaries,
  spaces: readonly Space[],
  premises: Premises,
): readonly Finding[] {
  return doors.flatMap(({ door, opening }): readonly Finding[] => {
    const stated = boundaries.spacesOf.get(door.id)
    if (stated === undefined) return []
    const found = new Set([door.left?.id, door.right?.id].filter((id) => id !== undefined))
    if (stated.size === found.size && [...stated].every((id) => found.has(id))) return []
    const nameOf = (id: number): string => {
      const space = spaces.find((each) => each.id === id)
      return space ? [space.number, space.name].filter(Boolean).join(' ') : `#${id}`
    }
    return [
      {
        kind: 'found',
        code: 'ifc.boundaryDiffers',
        severity: 'warning',
        params: {
          level: premises.levels[opening.levelId]?.name ?? '',
          byGeometry: [...found].map(nameOf).join(' – ') || '–',
          byBoundary: [...stated].map(nameOf).join(' – ') || '–',
        },
        where: { record: { table: 'openings', id: opening.id } },
      },
    ]
  })
}

/** Areas that the file states and the outline differ for good reasons (wall centre or face): beyond this share they are told. */
const differingShare = 0.3
const differingM2 = 2

export function areaDifferences(
  zoneOf: ReadonlyMap<Space, Zone>,
  properties: Properties,
  m2PerUnit: number,
): readonly Finding[] {
  const records: RecordRef[] = []
  for (const [space, zone] of zoneOf) {
    const stated = properties.quantity(space.id, /area/i)
    if (stated === null || stated <= 0) continue
    const found = area(space.polygon)
    const off = Math.abs(found - stated * m2PerUnit)
    if (off > differingM2 && off > differingShare * Math.max(found, stated * m2PerUnit))
      records.push({ table: 'zones', id: zone.id })
  }
  return grouped('areasDiffer', 'found', records, { severity: 'warning' })
}

/** Storeys less than 1.8 m apart: kept apart, as half-levels, until a person says that they are one floor. */
export function halfLevels(premises: Premises): readonly Finding[] {
  const levels = Object.values(premises.levels).toSorted((p, q) => p.ordinal - q.ordinal)
  return levels.flatMap((level): readonly Finding[] => {
    if (Number.isInteger(level.ordinal)) return []
    const host = levels.find(
      (other) =>
        other.buildingId === level.buildingId &&
        other.ordinal === (level.ordinal > 0 ? Math.floor(level.ordinal) : Math.ceil(level.ordinal)),
    )
    if (host === undefined) return []
    return [
      {
        kind: 'decide',
        code: 'ifc.halfLevel',
        severity: 'warning',
        params: {
          level: level.name,
          other: host.name,
          m: Math.round(Math.abs(level.elevationM - host.elevationM) * 100) / 100,
        },
        where: { record: { table: 'levels', id: level.id } },
        choices: [
          { code: 'keepHalfLevel', changes: [] },
          { code: 'mergeLevels', changes: mergeChanges(premises, level, host) },
        ],
      },
    ]
  })
}

/** Everything of one level put on another, and the level itself removed. */
function mergeChanges(
  premises: Premises,
  from: Level,
  to: Level,
): NonNullable<Finding['choices']>[number]['changes'] {
  const moved = (['zones', 'openings', 'walls'] as const).flatMap((table) =>
    Object.values(premises[table])
      .filter((record) => record.levelId === from.id)
      .map((record) => ({ record: { table, id: record.id }, field: 'levelId', after: to.id })),
  )
  const spans = Object.values(premises.zones)
    .filter((zone) => zone.spansLevelIds?.includes(from.id))
    .map((zone) => {
      const left = (zone.spansLevelIds ?? [])
        .map((id) => (id === from.id ? to.id : id))
        .filter((id) => id !== zone.levelId)
      const after = left.length > 0 ? [...new Set(left)] : null
      return { record: { table: 'zones' as const, id: zone.id }, field: 'spansLevelIds', after }
    })
  return [...moved, ...spans, { record: { table: 'levels', id: from.id }, field: null, after: null }]
}
