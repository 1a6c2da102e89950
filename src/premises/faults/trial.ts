import { bounds, boundsOfBoxes, boxesMeet, type Box } from '../geometry/measure.ts'
import type { Polygon } from '../geometry/plane.ts'
import { isSound } from '../geometry/validity.ts'
import type { Premises, Zone } from '../model.ts'
import type { Change } from '../operation.ts'
import { apply, cascade, makeOperations } from '../operations/index.ts'
import { overlaps, slivers } from './areas.ts'
import { openingFaults } from './doors.ts'
import { type Fault, faultKey } from './fault.ts'
import { wallGaps } from './gaps.ts'
import { drawingOf } from './levelDrawing.ts'

/** The premises after some changes, on the grid, as an edit would make them. */
export function tried(premises: Premises, changes: readonly Change[]): Premises {
  const stamp = { action: 'trial', time: '1970-01-01T00:00:00.000Z' }
  return apply(premises, makeOperations(premises, cascade(premises, changes), 'trial', 0, stamp))
}

/** How far round what changes faults may come or go, metres. */
const marginM = 0.7

/**
 * Whether the changes take the fault away and bring no other of the plan's shape: every zone that changes is sound, nothing
 * overlaps that did not, no gap, no sliver, and every door still stands in its wall and joins what it joined.
 */
export function mends(premises: Premises, fault: Fault, changes: readonly Change[]): boolean {
  const { levelId } = fault
  if (levelId === null || changes.length === 0) return false
  const after = tried(premises, changes)
  const changed = changes.flatMap(({ record }) => (record.table === 'zones' ? [record.id] : []))
  const own = [fault.record, ...fault.others].flatMap((record) =>
    record.table === 'zones' ? [record.id] : [],
  )
  const touched = [...new Set([...changed, ...own])]
  if (touched.some((id) => after.zones[id] !== undefined && !isSound(after.zones[id].polygon))) return false
  const boxes = touched
    .flatMap((id) => [boxOf(premises.zones[id]), boxOf(after.zones[id])])
    .filter((box) => box !== null)
  const openings = [fault.record, ...changes.map(({ record }) => record)].flatMap((record) =>
    record.table === 'openings' ? [premises.openings[record.id], after.openings[record.id]] : [],
  )
  const around = boundsOfBoxes([
    ...boxes,
    ...openings.flatMap((opening): Box[] => {
      const box = opening ? bounds(opening.segment) : null
      return box ? [box] : []
    }),
  ])
  if (around === null) return false
  const before = new Set(shapeFaults(premises, fault, around).map(faultKey))
  const left = shapeFaults(after, fault, around).map(faultKey)
  return !left.includes(faultKey(fault)) && left.every((key) => before.has(key))
}

const boxOfOutline = new WeakMap<Polygon, Box>()

/** The box of a zone's outline, kept: outlines are replaced, never changed, and every trial asks for those of a whole level. */
function boxOf(zone: Zone | undefined): Box | null {
  if (zone === undefined) return null
  const known = boxOfOutline.get(zone.polygon)
  if (known !== undefined) return known
  const box = bounds(zone.polygon.outer)
  if (box !== null) boxOfOutline.set(zone.polygon, box)
  return box
}

/** The faults of shape near a place; what lies farther away stays as it is. */
function shapeFaults(premises: Premises, { levelId }: Fault, around: Box): readonly Fault[] {
  if (levelId === null) return []
  const isNear = (box: Box | null) => box !== null && boxesMeet(around, box, marginM)
  const zones = Object.values(premises.zones).filter(
    (zone) =>
      (zone.levelId === levelId || zone.spansLevelIds?.includes(levelId) === true) && isNear(boxOf(zone)),
  )
  const openings = Object.values(premises.openings).filter(
    (opening) => opening.levelId === levelId && isNear(bounds(opening.segment)),
  )
  const walls = Object.values(premises.walls).filter(
    (wall) => wall.levelId === levelId && isNear(bounds(wall.polygon.outer)),
  )
  const drawing = drawingOf(levelId, zones, openings, walls)
  return [
    ...openingFaults(premises, drawing),
    ...overlaps(drawing),
    ...wallGaps(drawing),
    ...slivers(drawing),
  ]
}
