import { gridPerMetre } from '../geometry/plane.ts'
import type { Point, Polygon, Ring } from '../geometry/plane.ts'

/**
 * Plans are reckoned in cells of the 0.1 mm grid: whole numbers, so that which side a corner lies on is exact. Farther than
 * this from the origin (3.3 km) a cross product would no longer be, and nothing is drawn there.
 */
export const farthestCell = 2 ** 25 - 1

export function cellOf(metres: number): number {
  return Math.round(metres * gridPerMetre) + 0
}

export function pointOf(x: number, y: number): Point {
  return [x / gridPerMetre + 0, y / gridPerMetre + 0]
}

/** One number for a cell. */
export function cellKey(x: number, y: number): number {
  return (x + 2 ** 25) * 2 ** 26 + (y + 2 ** 25)
}

/** One number for a pair of corners in this order. */
export function pairKey(a: number, b: number): number {
  return a * 2 ** 26 + b
}

export function isDrawable(polygon: Polygon): boolean {
  return polygon.outer.length >= 3 && isWithinReach(polygon.outer) && polygon.holes.every(isWithinReach)
}

export function isWithinReach(points: Ring): boolean {
  return points.every(([x, y]) => Math.abs(cellOf(x)) < farthestCell && Math.abs(cellOf(y)) < farthestCell)
}

/** A place on the grid, in cells. */
export type Cell = readonly [number, number]

/** Corners, each once, by number. */
export interface Corners {
  readonly xs: number[]
  readonly ys: number[]
  /** The corner in a cell, made if there is none. */
  readonly at: (x: number, y: number) => number
  readonly find: (x: number, y: number) => number | undefined
}

/** Corners, with those of `from` to begin with. */
export function createCorners(from?: Corners): Corners {
  const xs: number[] = from ? [...from.xs] : []
  const ys: number[] = from ? [...from.ys] : []
  const known = new Map<number, number>(xs.map((x, corner) => [cellKey(x, ys[corner] as number), corner]))
  const find = (x: number, y: number) => known.get(cellKey(x, y))
  return {
    xs,
    ys,
    find,
    at: (x, y) => {
      const key = cellKey(x, y)
      const there = known.get(key)
      if (there !== undefined) return there
      known.set(key, xs.length)
      xs.push(x)
      ys.push(y)
      return xs.length - 1
    },
  }
}
