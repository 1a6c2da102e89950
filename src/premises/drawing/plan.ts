import { bounds } from '../geometry/measure.ts'
import type { Point } from '../geometry/plane.ts'
import { sineCosine } from '../geometry/trigonometry.ts'
import type { LevelId } from '../ids.ts'
import type { Placement, Premises, Zone } from '../model.ts'
import { liftShapes, rampShapes } from './liftsAndRamps.ts'
import { drawnOpening } from './openings.ts'
import type { PlanDrawing, PlanShape } from './shapes.ts'
import { stairShapes } from './stairs.ts'
import { drawnWalls, wallsOf } from './walls.ts'

/**
 * The drawing of a level as plain shapes in the local metres of its building: walls with their openings cut out (derived from
 * the zones where none were given), doors with their swing, windows, stairs with treads and an arrow up, lifts, ramps. The
 * same drawing serves map and paper. An unknown level is an empty drawing. After an edit, what it does not touch is not drawn
 * anew: walls, openings and rings of unchanged records are the same objects as before.
 */
export function planDrawing(premises: Premises, levelId: LevelId): PlanDrawing {
  const level = premises.levels[levelId]
  const zones = zonesOn(premises, levelId)
  const drawn = drawnWalls(premises, levelId)
  const openings = Object.values(premises.openings)
    .filter((opening) => opening.levelId === levelId)
    .map((opening) => drawnOpening(premises, opening, drawn.isDrawn))
  const inWalls = openings.flatMap(({ gap }) => {
    const { kind } = gap.opening
    return kind === 'door' || kind === 'passage' || kind === 'window' ? gap : []
  })
  const shapes: PlanShape[] = [
    ...wallsOf(drawn, zones, inWalls),
    ...stairShapes(premises, levelId),
    ...liftShapes(premises, zones),
    ...rampShapes(premises, levelId),
    ...openings.flatMap(({ shapes }) => shapes),
  ]
  const areasFirst = [
    ...shapes.filter((shape) => 'polygon' in shape),
    ...shapes.filter((shape) => 'line' in shape),
  ]
  const placement = level && premises.buildings[level.buildingId]?.placement
  return {
    levelId,
    shapes: areasFirst,
    bounds: bounds(points(zones, areasFirst)),
    north: placement?.placed ? northOf(placement) : null,
  }
}

/** The zones that stand on a level or run through it. */
export function zonesOn(premises: Premises, levelId: LevelId): readonly Zone[] {
  return Object.values(premises.zones).filter(
    (zone) => zone.levelId === levelId || zone.spansLevelIds?.includes(levelId) === true,
  )
}

/** Where north lies in plan: the unit vector that the bearing of the local y axis leaves. */
function northOf({ bearingDeg }: Placement): Point {
  const [s, c] = sineCosine(bearingDeg)
  return [-s + 0, c]
}

function* points(zones: readonly Zone[], shapes: readonly PlanShape[]): Generator<Point> {
  for (const zone of zones) yield* zone.polygon.outer
  for (const shape of shapes) yield* 'polygon' in shape ? shape.polygon.outer : shape.line
}
