import table from '../../../data/drawing.json'
import { confirmExit, exitCandidates } from '../fittings/exits.ts'
import { slideOpening } from '../fittings/openingEdits.ts'
import { stairFromZone, type StairSpec } from '../fittings/stairs.ts'
import { mergeZones } from '../floor/edits.ts'
import { wallAt, type FloorEdit } from '../floor/floor.ts'
import { contains } from '../geometry/inside.ts'
import { bounds, boxesMeet, type Box } from '../geometry/measure.ts'
import { distance, midpoint } from '../geometry/segment.ts'
import { sharedLength } from '../geometry/sharedEdges.ts'
import { PersonError } from '../message.ts'
import type { Opening, Premises, Zone } from '../model.ts'
import type { Change } from '../operation.ts'
import { zoneUse } from '../uses.ts'
import type { Fault, MendKind } from './fault.ts'
import { placeIn } from './place.ts'
import { mends, tried } from './trial.ts'

export interface Mend {
  readonly kind: MendKind
  readonly changes: readonly Change[]
}

/** The strip or crumb made part of the neighbour with which it shares most of its wall. */
export function mendSliver(premises: Premises, fault: Fault): Mend | null {
  const sliver = zoneOf(premises, fault)
  if (!sliver) return null
  const box = bounds(sliver.polygon.outer)
  const isNear = (other: Box | null) => box !== null && other !== null && boxesMeet(box, other, 0.02)
  const beside = Object.values(premises.zones)
    .filter(({ id, levelId, use, polygon }) => {
      const { kind } = zoneUse(use)
      const isRoom = kind === 'room' || kind === 'circulation'
      return id !== sliver.id && levelId === sliver.levelId && isRoom && isNear(bounds(polygon.outer))
    })
    .map((zone) => ({ zone, shared: sharedLength(zone.polygon, sliver.polygon, 0.001) }))
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared)
  for (const { zone } of beside) {
    const merged = attempted(() => mergeZones(premises, [zone.id, sliver.id]))
    // Nobody has counted persons into a crumb: those of its area are no reason to count one more in the room.
    const changes =
      sliver.occupants === undefined
        ? (merged?.filter(({ field }) => field === null || !/(^|\.)occupants$/.test(field)) ?? null)
        : merged
    if (changes !== null && mends(premises, fault, changes)) return { kind: 'merge', changes }
  }
  return null
}

/** A wall is looked for no farther than this from a door that stands in none, metres. */
const wallReachM = 1

/**
 * A door put into the nearest wall, or, where it stands in one, made to join what lies on its two sides. Where there is no wall
 * that it could lead through, it is offered to be taken away.
 */
export function mendOpening(premises: Premises, fault: Fault): Mend | null {
  const opening = fault.record.table === 'openings' ? premises.openings[fault.record.id] : undefined
  if (!opening) return null
  const middle = midpoint(opening.segment)
  const hit = wallAt(premises, opening.levelId, middle, wallReachM)
  const moved = hit && attempted(() => slideOpening(premises, opening.id, hit.at))
  if (moved) {
    const after = tried(premises, moved).openings[opening.id]
    const stays = after !== undefined && distance(midpoint(after.segment), middle) < 0.01
    const changes = stays ? moved.filter(({ field }) => field === 'sides' || field?.endsWith('exit')) : moved
    if (after && leadsSomewhere(after) && mends(premises, fault, changes))
      return { kind: stays ? 'joinSides' : 'moveToWall', changes }
  }
  return { kind: 'remove', changes: [{ record: fault.record, field: null, after: null }] }
}

function leadsSomewhere({ kind, sides: [a, b] }: Opening): boolean {
  return kind === 'window' ? a !== null || b !== null : a !== b
}

/** A stair zone made a stair of usual measures to the level above; on the top level, the one beneath it is. */
export function mendStair(premises: Premises, fault: Fault): Mend | null {
  if (fault.why === 'noDoor') return null
  const zone = zoneOf(premises, fault)
  if (!zone) return null
  for (const from of [zone, zoneBelow(premises, zone)]) {
    if (!from) continue
    const changes = attempted(() => stairFromZone(premises, from.id, usualStair(from)))
    if (changes === null) continue
    const after = tried(premises, changes)
    const isHeld = Object.values(after.stairs).some(
      ({ zoneIds, runs }) => zoneIds.includes(zone.id) && new Set(zoneIds).size > 1 && runs.length > 0,
    )
    if (isHeld) return { kind: 'makeStair', changes }
  }
  return null
}

function zoneBelow(premises: Premises, zone: Zone): Zone | null {
  const level = zone.levelId === null ? undefined : premises.levels[zone.levelId]
  const middle = placeIn(zone.polygon)
  if (!level || !middle) return null
  const [below] = Object.values(premises.levels)
    .filter(({ buildingId, ordinal }) => buildingId === level.buildingId && ordinal < level.ordinal)
    .toSorted((a, b) => b.ordinal - a.ordinal)
  const under = Object.values(premises.zones).find(
    ({ levelId, use, polygon }) =>
      levelId === below?.id && zoneUse(use).kind === 'stair' && contains(polygon, middle),
  )
  return below && under ? under : null
}

/** A dog-leg stair of customary measures, climbing along the longer side of the zone. */
function usualStair({ polygon }: Zone): StairSpec {
  const [x0, y0, x1, y1] = bounds(polygon.outer) ?? [0, 0, 0, 0]
  const [longer, shorter] = [Math.max(x1 - x0, y1 - y0), Math.min(x1 - x0, y1 - y0)]
  const widthM = table.stair.clearWidth.value
  const isDogLeg = shorter >= 2 * widthM
  return {
    template: isDogLeg || longer < 2 * shorter ? 'dogLeg' : 'straight',
    kind: 'unknown',
    riserM: table.stair.riser.value,
    treadM: table.stair.tread.value,
    clearWidthM: widthM,
    climbsDeg: y1 - y0 >= x1 - x0 ? 90 : 0,
    turnsLeft: true,
  }
}

/** The word that most likely fits: an exit on the ground, none on an upper floor. */
export function mendExit(premises: Premises, fault: Fault): Mend | null {
  if (fault.record.table !== 'openings') return null
  const { id } = fault.record
  const proposal = exitCandidates(premises).find(({ openingId }) => openingId === id)?.proposal
  const opening = premises.openings[id]
  if (proposal === undefined || opening === undefined) return null
  const { changes } = confirmExit(premises, opening.id, proposal)
  return { kind: proposal === 'final' ? 'confirmExit' : 'denyExit', changes }
}

function zoneOf(premises: Premises, fault: Fault): Zone | undefined {
  const record = [fault.record, ...fault.others].find(({ table: of }) => of === 'zones')
  return record?.table === 'zones' ? premises.zones[record.id] : undefined
}

/** What an edit would change, or null where it cannot be made. */
function attempted(edit: () => FloorEdit): readonly Change[] | null {
  try {
    return edit().changes
  } catch (error) {
    if (error instanceof PersonError) return null
    throw error
  }
}
