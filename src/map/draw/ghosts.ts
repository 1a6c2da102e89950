import { gapOf } from '../../premises/drawing/gaps.ts'
import { openingShapes } from '../../premises/drawing/openings.ts'
import { drawnWalls } from '../../premises/drawing/walls.ts'
import type { PlanShape } from '../../premises/drawing/shapes.ts'
import type { OpeningPlace, OpeningSpec, StairShape } from '../../premises/fittings/index.ts'
import type { Point, Polygon } from '../../premises/geometry/plane.ts'
import { direction, distance } from '../../premises/geometry/segment.ts'
import { asId, type LevelId } from '../../premises/ids.ts'
import type { Opening, Premises, StairFlight } from '../../premises/model.ts'
import type { LineLook, Picture } from './picture.ts'

/** An opening as it would be drawn in these premises. `stored`: those that know whether the level's walls were given. */
export function openingPicture(premises: Premises, opening: Opening, stored = premises): Picture {
  const { isDrawn } = walledLevel(stored, opening.levelId)
  return shapesPicture(openingShapes(premises, gapOf(premises, opening, isDrawn)))
}

/** The record that a place on a wall would become, for its drawing. */
export function ghostOpening(
  levelId: LevelId,
  { segment, sides, opensTo }: OpeningPlace,
  spec: OpeningSpec,
): Opening {
  return {
    id: asId('ghost'),
    levelId,
    name: '',
    kind: spec.kind,
    segment,
    sides,
    evidence: {},
    ...(spec.kind === 'door'
      ? {
          door: {
            ...(spec.door ?? { operation: 'swing', leaves: 1 }),
            opensTo: spec.door?.opensTo ?? opensTo,
            hinge: spec.door?.hinge ?? 'start',
          },
        }
      : {}),
  }
}

const walled = new WeakMap<Premises, Map<LevelId, ReturnType<typeof drawnWalls>>>()

function walledLevel(premises: Premises, levelId: LevelId) {
  let levels = walled.get(premises)
  if (!levels) walled.set(premises, (levels = new Map()))
  let found = levels.get(levelId)
  if (!found) levels.set(levelId, (found = drawnWalls(premises, levelId)))
  return found
}

function shapesPicture(shapes: readonly PlanShape[]): Picture {
  const looks: Partial<Record<PlanShape['kind'], LineLook>> = { leaf: 'leaf' }
  return {
    areas: shapes.flatMap((shape) =>
      'polygon' in shape
        ? [{ polygon: shape.polygon, look: shape.kind === 'sweep' ? ('sweep' as const) : ('floor' as const) }]
        : [],
    ),
    lines: shapes.flatMap((shape) =>
      'line' in shape ? [{ line: shape.line, look: looks[shape.kind] ?? ('fine' as const) }] : [],
    ),
    knobs: [],
    tags: [],
  }
}

/** A stair under the pointer: its outline, treads, and arrows up. */
export function stairPicture({ outline, run }: StairShape): Picture {
  const lines: { line: readonly Point[]; look: LineLook }[] = [
    { line: [...outline.outer, ...outline.outer.slice(0, 1)], look: 'draft' },
  ]
  for (const flight of run.flights) {
    if (!flight.line) continue
    lines.push(...treadsOf(flight).map((line) => ({ line, look: 'fine' as const })))
    lines.push({ line: arrowAlong(flight.line), look: 'leaf' })
  }
  return { areas: [{ polygon: outline, look: 'draft' }], lines, knobs: [], tags: [] }
}

/** Lines across the walking line, one a riser. */
function treadsOf({ line = [], risers, clearWidthM }: StairFlight): readonly (readonly Point[])[] {
  const lengths = line.slice(1).map((point, index) => distance(line[index] ?? point, point))
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  if (whole === 0 || risers < 2) return []
  return Array.from({ length: risers }, (_, riser) => {
    let rest = (whole * riser) / (risers - 1)
    let index = 0
    while (index < lengths.length - 1 && rest > (lengths[index] ?? 0)) rest -= lengths[index++] ?? 0
    const a: Point = line[index] ?? [0, 0]
    const b: Point = line[index + 1] ?? [0, 0]
    const [dx, dy] = direction([a, b])
    const half = clearWidthM / 2
    const [x, y] = [a[0] + dx * rest, a[1] + dy * rest]
    return [
      [x - dy * half, y + dx * half],
      [x + dy * half, y - dx * half],
    ] as const
  })
}

function arrowAlong(line: readonly Point[]): readonly Point[] {
  const [before, head] = [line.at(-2), line.at(-1)]
  if (!before || !head) return line
  const [dx, dy] = direction([before, head])
  const barb = (side: 1 | -1): Point => [
    head[0] - dx * 0.22 - side * dy * 0.13,
    head[1] - dy * 0.22 + side * dx * 0.13,
  ]
  return [...line, barb(1), head, barb(-1)]
}

/** A shaft of this size about its middle, turned counter-clockwise. */
export function shaft(
  [x, y]: Point,
  { widthM, depthM, turnDeg }: { readonly widthM: number; readonly depthM: number; readonly turnDeg: number },
): Polygon {
  const angle = (turnDeg * Math.PI) / 180
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  const corner = (u: number, v: number): Point => [
    x + (u * widthM * c - v * depthM * s) / 2,
    y + (u * widthM * s + v * depthM * c) / 2,
  ]
  return { outer: [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)], holes: [] }
}
