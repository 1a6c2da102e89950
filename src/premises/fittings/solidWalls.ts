import { contains } from '../geometry/inside.ts'
import { bounds, type Box } from '../geometry/measure.ts'
import type { Point } from '../geometry/plane.ts'
import type { LevelId } from '../ids.ts'
import type { Premises, Table, Wall } from '../model.ts'

const probeM = 0.02
const deepestM = 0.8

/** How deep the walls that were drawn as bodies reach from a place on a room's face outwards (a unit vector), metres. */
export function solidDepthM(premises: Premises, levelId: LevelId, [x, y]: Point, outwards: Point): number {
  const near = (bodiesOf(premises.walls).get(levelId) ?? []).filter(
    ({ box }) =>
      box[0] - deepestM <= x && x <= box[2] + deepestM && box[1] - deepestM <= y && y <= box[3] + deepestM,
  )
  let depthM = 0
  for (let m = probeM; m <= deepestM; m += probeM) {
    const probe: Point = [x + outwards[0] * m, y + outwards[1] * m]
    if (!near.some(({ wall }) => contains(wall.polygon, probe))) break
    depthM = m
  }
  return depthM
}

interface Body {
  readonly wall: Wall
  readonly box: Box
}
const bodies = new WeakMap<Table<Wall>, ReadonlyMap<LevelId, readonly Body[]>>()

function bodiesOf(walls: Table<Wall>): ReadonlyMap<LevelId, readonly Body[]> {
  const known = bodies.get(walls)
  if (known) return known
  const byLevel = new Map<LevelId, Body[]>()
  for (const wall of Object.values(walls)) {
    const box = bounds(wall.polygon.outer)
    if (box === null || wall.line !== undefined || (wall.kind !== 'wall' && wall.kind !== 'fireWall'))
      continue
    const onLevel = byLevel.get(wall.levelId)
    if (onLevel) onLevel.push({ wall, box })
    else byLevel.set(wall.levelId, [{ wall, box }])
  }
  bodies.set(walls, byLevel)
  return byLevel
}
