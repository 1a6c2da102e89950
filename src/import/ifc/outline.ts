import { area } from '../../premises/geometry/measure.ts'
import { minimumBox } from '../../premises/geometry/minimumBox.ts'
import { snap, type Point, type Polygon, type Ring, type Segment } from '../../premises/geometry/plane.ts'
import { offset, union } from '../../premises/geometry/polygonOps.ts'
import { normalised, signedArea } from '../../premises/geometry/ring.ts'
import { isSound } from '../../premises/geometry/validity.ts'
import { closedLoops, nested } from './loops.ts'
import type { Triangles } from './mesh.ts'

/** The floor of a room: its parts, largest first. */
export interface Floor {
  readonly polygons: readonly Polygon[]
  /** Height of its lowest point. */
  readonly z: number
  /** false where it slopes or steps. */
  readonly level: boolean
  /** Area of niches that were left out, m². */
  readonly droppedM2: number
  /** Parts that a thin wall separates, joined to one polygon. */
  readonly joinedParts: number
}

/** Faces this close above the lowest point of a room are its floor. */
const floorToleranceM = 0.02
/** Below this share of what faces down, the lowest level is not the whole floor: it slopes or steps. */
const levelShare = 0.5
/** A face counts as facing down from this share of its area in plan (up to about 37° of slope: ramps, stepped seats). */
const downShare = 0.8
/** Detached parts narrower than this are niches behind columns and in window walls: nobody stands there. */
const nicheM = 0.5
/** Parts of one room this close to each other are joined: cubicles and partitions drawn as walls within the room. */
const partitionM = 0.35

/**
 * The floor of a room from its mesh: the faces at its lowest level, joined by dropping the edges that two of them share.
 * A room whose floor slopes or steps is taken by everything that faces down. null where nothing does.
 */
export function floorOf(shape: Triangles): Floor | null {
  const down = facesDown(shape)
  if (down.length === 0) return null
  const z = down.reduce((lowest, face) => Math.min(lowest, face.z0), Infinity)
  const atBottom = down.filter((face) => face.z1 < z + floorToleranceM)
  const lowest = joinFaces(atBottom.map((face) => face.ring))
  // Stacked solids have several floors one above the other: only what stands beside the lowest counts against it.
  const whole =
    atBottom.length === down.length ? lowest : union(down.map(({ ring }) => ({ outer: ring, holes: [] })))
  const level = total(lowest) >= levelShare * total(whole)
  const parts = sound(level ? lowest : whole)
  const rooms = parts.filter((part) => (minimumBox(part.outer)?.widthM ?? 0) >= nicheM)
  const kept = rooms.length > 0 ? rooms : parts.slice(0, 1)
  if (kept.length === 0) return null
  const joined = joinParts(kept)
  return {
    polygons: joined,
    z,
    level,
    droppedM2: total(parts) - total(kept),
    joinedParts: kept.length - joined.length,
  }
}

interface Face {
  /** Counter-clockwise in plan, on the grid. */
  readonly ring: readonly [Point, Point, Point]
  readonly z0: number
  readonly z1: number
}

/** Triangles that face down. A mesh turned inside out is recognised by its volume and turned back. */
export function facesDown(shape: Triangles): Face[] {
  const sign = volume(shape) < 0 ? -1 : 1
  const faces: Face[] = []
  for (let at = 0; at < shape.length; at += 9) {
    const [ax, ay, az] = [shape[at]!, shape[at + 1]!, shape[at + 2]!]
    const [bx, by, bz] = [shape[at + 3]!, shape[at + 4]!, shape[at + 5]!]
    const [cx, cy, cz] = [shape[at + 6]!, shape[at + 7]!, shape[at + 8]!]
    const nx = (by - ay) * (cz - az) - (bz - az) * (cy - ay)
    const ny = (bz - az) * (cx - ax) - (bx - ax) * (cz - az)
    const nz = ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) * sign
    if (nz >= 0 || -nz < downShare * Math.sqrt(nx * nx + ny * ny + nz * nz)) continue
    const [a, b, c]: Point[] = [
      [snap(ax), snap(ay)],
      [snap(bx), snap(by)],
      [snap(cx), snap(cy)],
    ] as const
    const ring: [Point, Point, Point] = sign > 0 ? [a, c, b] : [a, b, c]
    if (signedArea(ring) > 0) faces.push({ ring, z0: Math.min(az, bz, cz), z1: Math.max(az, bz, cz) })
  }
  return faces
}

/** Six times the volume within the mesh, seen from its first corner: its sign tells which way the faces look. */
function volume(shape: Triangles): number {
  const [ox, oy, oz] = [shape[0] ?? 0, shape[1] ?? 0, shape[2] ?? 0]
  let sum = 0
  for (let at = 0; at < shape.length; at += 9) {
    const ax = shape[at]! - ox
    const ay = shape[at + 1]! - oy
    const az = shape[at + 2]! - oz
    const bx = shape[at + 3]! - ox
    const by = shape[at + 4]! - oy
    const bz = shape[at + 5]! - oz
    const cx = shape[at + 6]! - ox
    const cy = shape[at + 7]! - oy
    const cz = shape[at + 8]! - oz
    sum += ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)
  }
  return sum
}

/** Faces that tile an area, as polygons with holes: exact where they share whole edges. */
export function joinFaces(faces: readonly Ring[]): readonly Polygon[] {
  const area = faces.reduce((sum, face) => sum + signedArea(face), 0)
  const edges = faces.flatMap((face) =>
    face.map((a, at): Segment => [a, face[(at + 1) % face.length] as Point]),
  )
  const rings = closedLoops(edges)
  const exact =
    rings !== null && Math.abs(rings.reduce((sum, ring) => sum + signedArea(ring), 0) - area) < 1e-6
  return exact ? nested(rings) : union(faces.map((outer) => ({ outer, holes: [] })))
}

/** Polygons as the model stores them, largest first; parts that touch become one, rings that touch themselves are mended. */
function sound(polygons: readonly Polygon[]): readonly Polygon[] {
  const first = polygons.map((polygon) => normalised(polygon))
  const whole =
    first.length === 1 && first.every(isSound) ? first : union(first).map((polygon) => normalised(polygon))
  return whole.filter((polygon) => area(polygon) > 0).toSorted((p, q) => area(q) - area(p))
}

/** Parts closer than a partition's thickness made one polygon, by closing the gap between them. */
function joinParts(parts: readonly Polygon[]): readonly Polygon[] {
  if (parts.length === 1) return parts
  const closed = offset(offset(parts, partitionM / 2), -partitionM / 2)
  const whole = sound([...closed, ...parts])
  return whole.length < parts.length ? whole : parts
}

function total(polygons: readonly Polygon[]): number {
  return polygons.reduce((sum, polygon) => sum + area(polygon), 0)
}
