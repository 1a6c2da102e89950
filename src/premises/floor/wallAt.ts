import type { Point, Segment } from '../geometry/plane.ts'
import { distanceToSegment, nearestOnSegment } from '../geometry/segment.ts'
import type { LevelId } from '../ids.ts'
import type { Premises } from '../model.ts'
import { coverOf } from './cover.ts'
import { edgeIndex } from './edgeIndex.ts'
import { floorOf, type FloorWall, type WallHit } from './levelFloor.ts'
import { straightRun } from './straight.ts'

/** The wall nearest to a point, no farther than `reachM`; null where there is none. */
export function wallAt(premises: Premises, levelId: LevelId, at: Point, reachM: number): WallHit | null {
  const cover = coverOf(premises, levelId)
  const { walls, corners } = floorOf(premises, levelId)
  const index = edgeIndex(cover)
  if (index === null) return null
  let nearest = -1
  let least = reachM
  for (const each of index.search(at[0] - reachM, at[1] - reachM, at[0] + reachM, at[1] + reachM)) {
    const distanceM = distanceToSegment((walls[each] as FloorWall).segment, at)
    // The lower number of two that are as near: the answer does not hang on the order of the index.
    if (distanceM > least || (distanceM === least && nearest >= 0 && each > nearest)) continue
    least = distanceM
    nearest = each
  }
  const wall = walls[nearest]
  if (wall === undefined) return null
  const run = straightRun(cover, nearest)
  const straight: Segment = [corners[run.start] as Point, corners[run.end] as Point]
  return { wall, straight, at: nearestOnSegment(wall.segment, at), distanceM: least }
}
