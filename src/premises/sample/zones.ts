import type { Level, Zone } from '../model.ts'
import { clearPolygon } from './axes.ts'
import { counted, drawing, estimated, plainId, sampleId } from './key.ts'
import type { LevelLayout, RoomLayout } from './layout.ts'

/** Clear ceiling height where a room gives none: below the beams of the basement, the ground floor, an upper floor. */
const ceilingM = { basement: 2.9, ground: 3.3, upper: 2.7 } as const

/** Uses whose persons come and go: no list of seats counts them. */
const visited: ReadonlySet<string> = new Set([
  'reception',
  'lobby',
  'hall',
  'canteen',
  'library',
  'garage',
  'bikePark',
])

/** The zones of one level, each the clear polygon between its walls. */
export function levelZones(layout: LevelLayout, level: Level): readonly Zone[] {
  return layout.rooms.map((room) => zone(room, layout, level))
}

function zone(room: RoomLayout, layout: LevelLayout, level: Level): Zone {
  const ceiling =
    room.ceilingM ?? (room.use === 'lift' || room.use === 'stair' ? undefined : usualCeilingM(level))
  const persons = room.persons ?? 0
  const basement = level.ordinal < 0
  return {
    id: sampleId('zone', layout.level, room.key),
    levelId: level.id,
    name: room.name,
    ...(room.number ? { number: room.number } : {}),
    use: room.use,
    polygon: clearPolygon(room.at, room.hole, layout.thin),
    occupants: persons,
    ...(room.assisted ? { assisted: room.assisted } : {}),
    ...(ceiling === undefined ? {} : { ceilingHeightM: ceiling }),
    ...(room.group ? { functionalGroup: room.group } : {}),
    ...(room.hazard ? { hazardCategory: room.hazard } : {}),
    compartmentId: plainId<'compartment'>('c', room.compartment ?? (basement ? 'gara' : 'vp')),
    ...(room.usedBy ? { usedById: plainId<'organisation'>('dv', room.usedBy) } : {}),
    ...(room.managedBy || room.usedBy
      ? {
          managedById: plainId<'organisation'>(
            'dv',
            room.managedBy ?? (room.usedBy === 'bep' ? 'vp' : (room.usedBy ?? 'vp')),
          ),
        }
      : {}),
    evidence: {
      polygon: drawing,
      ...(persons > 0 ? { occupants: visited.has(room.use) ? estimated : counted } : {}),
      ...(room.assisted ? { assisted: counted } : {}),
      ...(ceiling === undefined ? {} : { ceilingHeightM: drawing }),
    },
  }
}

function usualCeilingM({ ordinal }: Level): number {
  return ordinal < 0 ? ceilingM.basement : ordinal === 0 ? ceilingM.ground : ceilingM.upper
}
