import type { SurroundingKind } from './pen.ts'

/**
 * The surroundings as they are stored (data/sample/surroundings.json): made by draw/ from data/sample/surroundings-plan.json,
 * in whole centimetres of the site's local metres. A test redraws them and compares.
 */
export interface Drawn {
  readonly credit: string
  /** By kind: polygons, each its rings (outer first), each ring x, y, x, y … */
  readonly polygons: Readonly<
    Record<Exclude<SurroundingKind, 'wall' | 'tree' | 'label'>, readonly FlatPolygon[]>
  >
  /** Heights of the buildings, metres. */
  readonly heightsM: readonly number[]
  readonly walls: readonly FlatLine[]
  /** x, y, radius of the crown. */
  readonly trees: readonly (readonly [number, number, number])[]
  readonly streets: readonly { readonly name: string; readonly line: FlatLine }[]
  readonly labels: readonly {
    readonly name: string
    readonly at: FlatLine
    readonly of: 'water' | 'place' | 'gate'
  }[]
}

export type FlatLine = readonly number[]
export type FlatPolygon = readonly FlatLine[]
