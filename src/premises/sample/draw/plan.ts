import type { Point, Ring } from '../../geometry/plane.ts'
import type { AxisShape, FurnitureRows } from '../layout.ts'

/** The drawing of the sample's surroundings, in the local metres of its site. */
export interface SurroundingsPlan {
  readonly credit: string
  readonly streets: readonly Street[]
  readonly areas: readonly Area[]
  readonly strokes: readonly Stroke[]
  readonly grids: readonly (FurnitureRows & {
    readonly kind: 'parking' | 'building'
    readonly heightM?: number
  })[]
  readonly buildings: readonly { readonly name?: string; readonly ring: Ring; readonly heightM: number }[]
  readonly rows: readonly HouseRow[]
  readonly trees: readonly TreeGroup[]
  readonly walls: readonly (readonly Point[])[]
  readonly labels: readonly {
    readonly name: string
    readonly at: Point
    readonly of: 'water' | 'place' | 'gate'
  }[]
}

/** A drive or a path, drawn with a width along its line. */
export interface Stroke {
  readonly kind: 'path' | 'road'
  readonly line: readonly Point[]
  readonly widthM: number
  readonly closed?: boolean
  readonly smooth?: boolean
  /** Radius at which the corners of a closed line are rounded. */
  readonly cornerM?: number
}

/** A street by its centre line: carriageway, a pavement on each side, and trees at even steps where `trees` says so. */
export interface Street {
  readonly name?: string
  readonly line: readonly Point[]
  readonly smooth?: boolean
  readonly widthM: number
  readonly walkM: number
  readonly trees?: number
}

export type Area = {
  readonly kind: 'green' | 'water' | 'path' | 'road' | 'parking'
  readonly name?: string
} & (
  | { readonly ring: Ring; readonly smooth?: boolean; readonly holes?: readonly AxisShape[] }
  /** Centre and radius, and the radius of its hole. */
  | { readonly circle: readonly [number, number, number]; readonly hole?: number }
)

/** Narrow houses side by side along a street, to the left of the way from → to; fronts and depths vary by the seed. */
export interface HouseRow {
  readonly from: Point
  readonly to: Point
  readonly frontM: readonly [number, number]
  readonly depthM: readonly [number, number]
  readonly seed: number
}

export type TreeGroup = { readonly radiusM: readonly [number, number] } & (
  | { readonly at: readonly Point[] }
  | { readonly along: readonly Point[]; readonly everyM: number }
  | { readonly scatter: Ring; readonly count: number; readonly seed: number }
)
