/** A point in local metres of a building (x to plan east, y to plan north), on a 0.1 mm grid. */
export type Point = readonly [number, number]

/** A closed ring, first point not repeated. */
export type Ring = readonly Point[]

/** An outer ring (counter-clockwise) and its holes (clockwise). */
export interface Polygon {
  readonly outer: Ring
  readonly holes: readonly Ring[]
}

export type Segment = readonly [Point, Point]

/** Cells of the master grid per metre: coordinates are multiples of 0.1 mm. */
export const gridPerMetre = 10_000

/** The nearest multiple of 0.1 mm, never −0. */
export function snap(metres: number): number {
  return Math.round(metres * gridPerMetre) / gridPerMetre + 0
}

export function snapPoint([x, y]: Point): Point {
  return [snap(x), snap(y)]
}

export function snapPolygon(polygon: Polygon): Polygon {
  return { outer: polygon.outer.map(snapPoint), holes: polygon.holes.map((hole) => hole.map(snapPoint)) }
}
