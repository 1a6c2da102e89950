import { contains, distanceToPolygon } from '../../premises/geometry/inside.ts'
import { minimumBox } from '../../premises/geometry/minimumBox.ts'
import type { Point } from '../../premises/geometry/plane.ts'
import { direction, distance } from '../../premises/geometry/segment.ts'
import { text } from './attributes.ts'
import { extent, planPoints } from './filling.ts'
import { boxOf, triangles, type Origin, type Triangles } from './mesh.ts'
import type { IfcModel } from './model.ts'
import type { Space } from './spaces.ts'

/** A ramp between two rooms, straight from its low end to its high end. */
export interface RampLink {
  readonly id: number
  readonly sourceId: string
  readonly name: string | null
  readonly lower: Space
  readonly upper: Space
  readonly lengthM: number
  readonly riseM: number
  readonly widthM: number
  readonly line: readonly [Point, Point]
}

/** Ends of a ramp are looked for in this height of its lowest and highest point. */
const endM = 0.15
const floorM = 0.35
const shortM = 0.5
const pastM = 0.3

/** Every IfcRamp and loose ramp flight that leads from one room to another; ramps within one room join nothing. */
export function linkRamps(
  model: IfcModel,
  spaces: readonly Space[],
  origin: Origin,
): {
  readonly links: readonly RampLink[]
  readonly unlinked: readonly { readonly id: number; readonly name: string | null }[]
} {
  const links: RampLink[] = []
  const unlinked: { id: number; name: string | null }[] = []
  const loose = model.ids('IFCRAMPFLIGHT', true).filter((id) => model.whole(id) === null)
  for (const id of [...model.ids('IFCRAMP', true), ...loose]) {
    const name = text(model.line(id), 'Name')
    const parts = [id, ...model.parts(id)].filter((part) => model.typeName(part) !== 'IFCRAILING')
    const shape = joined(parts.map((part) => triangles(model.opened, part, origin)))
    const link = linkOf(shape, spaces)
    if (link === 'within') continue
    if (link === null) unlinked.push({ id, name })
    else links.push({ id, sourceId: text(model.line(id), 'GlobalId') ?? `#${id}`, name, ...link })
  }
  return { links, unlinked }
}

function linkOf(
  shape: Triangles,
  spaces: readonly Space[],
): Omit<RampLink, 'id' | 'sourceId' | 'name'> | 'within' | null {
  const top = upward(shape)
  const box = boxOf(top)
  if (box === null || box.z1 - box.z0 < 0.1) return null
  const low = middleNear(top, box.z0)
  const high = middleNear(top, box.z1)
  const plan = distance(low, high)
  if (plan < 0.3) return null
  const way = direction([low, high])
  const lower = roomAt(low, [-way[0], -way[1]], box.z0, spaces)
  const upper = roomAt(high, way, box.z1, spaces)
  if (lower === null || upper === null) return null
  if (lower === upper) return 'within'
  const [from, to] = extent(top, [-way[1], way[0]])
  const riseM = box.z1 - box.z0
  return {
    lower,
    upper,
    riseM,
    lengthM: Math.sqrt(plan * plan + riseM * riseM),
    widthM: to - from,
    line: [low, high],
  }
}

function roomAt(end: Point, way: Point, z: number, spaces: readonly Space[]): Space | null {
  const standing = spaces.filter((space) => Math.abs(space.z0 - z) <= floorM)
  const beyond: Point = [end[0] + way[0] * pastM, end[1] + way[1] * pastM]
  const holding =
    standing.find((space) => contains(space.polygon, beyond)) ??
    standing.find((space) => contains(space.polygon, end))
  if (holding) return holding
  const away = (space: Space): number => distanceToPolygon(space.polygon, end)
  const nearest = standing.toSorted((p, q) => away(p) - away(q))[0]
  return nearest && away(nearest) <= shortM ? nearest : null
}

/** Faces that a person walks on: up to about 35° of slope. */
function upward(shape: Triangles): Triangles {
  const kept: number[] = []
  for (let at = 0; at < shape.length; at += 9) {
    const [ax, ay, az] = [shape[at]!, shape[at + 1]!, shape[at + 2]!]
    const [bx, by, bz] = [shape[at + 3]!, shape[at + 4]!, shape[at + 5]!]
    const [cx, cy, cz] = [shape[at + 6]!, shape[at + 7]!, shape[at + 8]!]
    const nx = (by - ay) * (cz - az) - (bz - az) * (cy - ay)
    const ny = (bz - az) * (cx - ax) - (bx - ax) * (cz - az)
    const nz = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    if (nz > 0.82 * Math.sqrt(nx * nx + ny * ny + nz * nz)) kept.push(...shape.subarray(at, at + 9))
  }
  return Float64Array.from(kept)
}

/** The middle of the end of a ramp at this height. */
function middleNear(shape: Triangles, z: number): Point {
  const points = planPoints(shape).filter((_, index) => Math.abs(shape[index * 3 + 2]! - z) <= endM)
  return minimumBox(points)?.centre ?? [0, 0]
}

function joined(shapes: readonly Triangles[]): Triangles {
  return Float64Array.from(shapes.flatMap((shape) => [...shape]))
}
