import { bounds } from '../../../src/premises/geometry/measure.ts'
import { direction, leftNormal } from '../../../src/premises/geometry/segment.ts'
import type { Point } from '../../../src/premises/geometry/plane.ts'
import type { Level, Opening, Premises, Wall, Zone } from '../../../src/premises/model.ts'
import { loadSample } from '../../../src/premises/sample/index.ts'

/** The sample, loaded once for all tests of a file. */
export const sample: Premises = await loadSample()

export const zones: readonly Zone[] = Object.values(sample.zones)
export const indoor = zones.filter(({ levelId }) => levelId !== null)
export const openings: readonly Opening[] = Object.values(sample.openings)
export const levels: readonly Level[] = Object.values(sample.levels)
export const walls: readonly Wall[] = Object.values(sample.walls)

export const on = <T extends { readonly levelId: unknown }>(
  records: readonly T[],
  level: Level,
): readonly T[] => records.filter(({ levelId }) => levelId === level.id)

export function zoneOf(opening: Opening, side: 0 | 1): Zone | null {
  const id = opening.sides[side]
  return id === null ? null : (sample.zones[id] ?? null)
}

export function boxOf(points: Iterable<Point>): readonly [number, number, number, number] {
  return bounds(points) ?? [0, 0, 0, 0]
}

/** The ground that the leaves of a swing door pass over, as the box around each leaf's quarter circle. */
export function sweeps({ segment, door }: Opening): readonly (readonly [number, number, number, number])[] {
  if (!door || (door.operation !== 'swing' && door.operation !== 'doubleSwing')) return []
  const [start, end] = segment
  const [dx, dy] = direction(segment)
  const [nx, ny] = leftNormal(segment)
  const length = Math.hypot(end[0] - start[0], end[1] - start[1])
  const leaf = length / door.leaves
  const starts = door.leaves === 2 || door.hinge === 'start' ? [[start, 1] as const] : []
  const ends = door.leaves === 2 || door.hinge === 'end' ? [[end, -1] as const] : []
  const sides = door.opensTo === 'both' ? [1, -1] : [door.opensTo === 'right' ? -1 : 1]
  return sides.flatMap((side) =>
    [...starts, ...ends].map(([[x, y], way]) =>
      boxOf([
        [x, y],
        [x + (dx * way + nx * side) * leaf, y + (dy * way + ny * side) * leaf],
      ]),
    ),
  )
}

/** Depth to which two boxes overlap, metres; negative where they are apart. */
export function overlap(
  a: readonly [number, number, number, number],
  b: readonly [number, number, number, number],
): number {
  return Math.min(Math.min(a[2], b[2]) - Math.max(a[0], b[0]), Math.min(a[3], b[3]) - Math.max(a[1], b[1]))
}
