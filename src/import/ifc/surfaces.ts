import { meanPoint } from '../../premises/geometry/measure.ts'
import { minimumBox } from '../../premises/geometry/minimumBox.ts'
import type { Point } from '../../premises/geometry/plane.ts'
import type { Triangles } from './mesh.ts'

/** A level surface that a foot can stand on: a tread or a landing. */
export interface Surface {
  readonly z: number
  readonly area: number
  readonly centre: Point
  readonly points: readonly Point[]
}

/** Faces count as level up to about 18° of slope: worn or pitched treads. */
const levelShare = 0.95
/** Faces this close in height are one tread. */
const sameTreadM = 0.01
/** Nosings, rail tops and stringers are smaller than any tread. */
const smallestTreadM2 = 0.05
/** And smaller than the others of their stair. */
const smallestShare = 0.3
/** The tops of railings and walls beside a flight are long, but no foot stands on them. */
const narrowestTreadM = 0.1

/** Treads and landings of a stair, from the lowest up. */
export function walkingSurfaces(shape: Triangles): readonly Surface[] {
  const faces: { z: number; area: number; points: readonly [Point, Point, Point] }[] = []
  for (let at = 0; at < shape.length; at += 9) {
    const [ax, ay, az] = [shape[at]!, shape[at + 1]!, shape[at + 2]!]
    const [bx, by, bz] = [shape[at + 3]!, shape[at + 4]!, shape[at + 5]!]
    const [cx, cy, cz] = [shape[at + 6]!, shape[at + 7]!, shape[at + 8]!]
    const nx = (by - ay) * (cz - az) - (bz - az) * (cy - ay)
    const ny = (bz - az) * (cx - ax) - (bx - ax) * (cz - az)
    const nz = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    if (nz <= 0 || nz < levelShare * Math.sqrt(nx * nx + ny * ny + nz * nz)) continue
    faces.push({
      z: (az + bz + cz) / 3,
      area: nz / 2,
      points: [
        [ax, ay],
        [bx, by],
        [cx, cy],
      ],
    })
  }
  faces.sort((p, q) => p.z - q.z)
  const surfaces: Surface[] = []
  let group: typeof faces = []
  const close = (): void => {
    const surface = surfaceOf(group)
    const isTread =
      surface !== null &&
      surface.area >= smallestTreadM2 &&
      (minimumBox(surface.points)?.widthM ?? 0) >= narrowestTreadM
    if (isTread) surfaces.push(surface)
    group = []
  }
  for (const face of faces) {
    const last = group[group.length - 1]
    if (last && face.z - last.z > sameTreadM) close()
    group.push(face)
  }
  close()
  const usual =
    surfaces.map((surface) => surface.area).toSorted((p, q) => p - q)[Math.floor(surfaces.length / 2)] ?? 0
  return surfaces.filter((surface) => surface.area >= usual * smallestShare)
}

function surfaceOf(
  faces: readonly {
    readonly z: number
    readonly area: number
    readonly points: readonly [Point, Point, Point]
  }[],
): Surface | null {
  const area = faces.reduce((sum, face) => sum + face.area, 0)
  if (area <= 0) return null
  let [x, y, z] = [0, 0, 0]
  for (const face of faces) {
    const [cx, cy] = meanPoint(face.points)
    x += cx * face.area
    y += cy * face.area
    z += face.z * face.area
  }
  return { z: z / area, area, centre: [x / area, y / area], points: faces.flatMap((face) => face.points) }
}
