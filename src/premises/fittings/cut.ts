import { area } from '../geometry/measure.ts'
import type { Ring } from '../geometry/plane.ts'
import { intersection } from '../geometry/polygonOps.ts'
import type { LevelId, ZoneId } from '../ids.ts'
import { PersonError } from '../message.ts'
import type { Premises } from '../model.ts'
import type { Change } from '../operation.ts'
import { apply } from '../operations/index.ts'
import { drawRoom, type FloorEdit, mergeZones, type RoomOptions } from '../floor/index.ts'

/** Share of an outline that a stair or shaft must get: the rest may be lost to a wall that it stands a little over. */
const leastShare = 0.95

/**
 * A zone of just this outline: unlike a room, which takes only what is free, a stair or a shaft takes what is free and what is
 * of the rooms that it stands in. Throws `roomsWithin` where rooms would vanish in it.
 */
export function cutZone(
  premises: Premises,
  levelId: LevelId,
  outline: Ring,
  options: RoomOptions,
): { readonly zoneId: ZoneId; readonly changes: readonly Change[] } {
  const whole = { outer: outline, holes: [] }
  const wantedM2 = area(whole)
  const changes: Change[] = []
  let state = premises
  const ids: ZoneId[] = []
  const take = (edit: FloorEdit) => {
    changes.push(...edit.changes)
    state = after(state, edit.changes)
    ids.push(...zonesOf(edit))
  }
  const gotM2 = () =>
    ids.reduce((sum, id) => {
      const polygon = state.zones[id]?.polygon
      return polygon ? sum + intersection([polygon], [whole]).reduce((all, part) => all + area(part), 0) : sum
    }, 0)
  take(drawRoom(state, levelId, outline, options))
  if (gotM2() < 0.999 * wantedM2) takeRest(() => take(drawRoom(state, levelId, outline, options)))
  if (ids.length > 1) {
    const merged = mergeZones(state, ids)
    changes.push(...merged.changes)
    state = after(state, merged.changes)
  }
  const [zoneId] = ids
  if (zoneId === undefined || gotM2() < leastShare * wantedM2) throw new PersonError('roomsWithin')
  return { zoneId, changes }
}

/** Cuts the rest out of the rooms there; where only rooms too small to be cut are left, nothing. */
function takeRest(cut: () => void): void {
  try {
    cut()
  } catch (error) {
    if (!(error instanceof PersonError)) throw error
  }
}

function zonesOf({ made }: FloorEdit): ZoneId[] {
  return made.flatMap((record) => (record.table === 'zones' ? [record.id as ZoneId] : []))
}

function after(premises: Premises, changes: readonly Change[]): Premises {
  const step = { id: '', actor: '', counter: 0, time: '', action: '', before: null }
  return apply(
    premises,
    changes.map((change) => ({ ...step, ...change })),
  )
}
