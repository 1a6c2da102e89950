import { formatNumber, type Language } from '../../i18n/format.ts'
import { area } from '../../premises/geometry/measure.ts'
import type { Point, Polygon, Ring, Segment } from '../../premises/geometry/plane.ts'
import { distance, midpoint } from '../../premises/geometry/segment.ts'

/** What is drawn over the map while drawing, in plan metres; `paint.ts` gives each look its colours. */
export interface Picture {
  readonly areas: readonly { readonly polygon: Polygon; readonly look: AreaLook }[]
  readonly lines: readonly { readonly line: readonly Point[]; readonly look: LineLook }[]
  readonly knobs: readonly Knob[]
  readonly tags: readonly Tag[]
}

/** `cover`: what is beneath counts no more; `floor`: a room as it will be; `draft`: a shape under way. */
export type AreaLook = 'cover' | 'floor' | 'draft' | 'picked' | 'blocked' | 'band' | 'sweep'

/** `wall`: as thick as a wall; `guide`: thin and dashed; `measure`: what a length belongs to. */
export type LineLook =
  'wall' | 'draft' | 'guide' | 'picked' | 'hover' | 'blocked' | 'leaf' | 'fine' | 'gap' | 'missing'

export type KnobKind =
  | 'corner'
  | 'joint'
  | 'wall'
  | 'jamb'
  | 'swing'
  | 'move'
  | 'turn'
  | 'dot'
  | 'cross'
  | 'ring'
  | 'square'
  | 'tick'

/** A handle, or a mark of what has been caught. `along`: the wall that it stands on. */
export interface Knob {
  readonly at: Point
  readonly kind: KnobKind
  readonly along?: Point
  readonly lit?: boolean
}

/** A short text at a point; beside a stretch where there is one. */
export interface Tag {
  readonly at: Point
  readonly text: string
  readonly beside?: Segment
  /** The stretch's text stands on the side away from here: outside of a room. */
  readonly awayFrom?: Point
  readonly strong?: boolean
}

export const emptyPicture: Picture = { areas: [], lines: [], knobs: [], tags: [] }

/** Pictures on top of each other, the first lowest. */
export function together(...pictures: readonly Partial<Picture>[]): Picture {
  return {
    areas: pictures.flatMap((picture) => picture.areas ?? []),
    lines: pictures.flatMap((picture) => picture.lines ?? []),
    knobs: pictures.flatMap((picture) => picture.knobs ?? []),
    tags: pictures.flatMap((picture) => picture.tags ?? []),
  }
}

/** A length as it stands beside a wall, `3,60 m`. */
export function lengthText(metres: number, language: Language): string {
  return `${formatNumber(metres, language, 2, 2)} m`
}

/** With a fixed number of decimals, so that it stands still while it counts. */
export function areaText(squareMetres: number, language: Language): string {
  const decimals = squareMetres < 100 ? 1 : 0
  return `${formatNumber(squareMetres, language, decimals, decimals)} m²`
}

export function angleText(degrees: number, language: Language): string {
  return `${formatNumber(degrees, language, 1)}°`
}

/** The length of a stretch, beside it. */
export function lengthTag(segment: Segment, language: Language, strong = false): Tag {
  const text = lengthText(distance(segment[0], segment[1]), language)
  return { at: midpoint(segment), text, beside: segment, ...(strong ? { strong } : {}) }
}

export function ringArea(ring: Ring): number {
  return area({ outer: ring, holes: [] })
}

/** A ring as a line that comes back to its start. */
export function closed(ring: Ring): readonly Point[] {
  const [first] = ring
  return first ? [...ring, first] : ring
}
