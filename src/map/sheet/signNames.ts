import type { Point } from '../../premises/geometry/plane.ts'
import { exitFigure, sideOf, type Mark, type Side } from '../marks.ts'
import { textWidth, wrapped } from '../textWidth.ts'

/** The name of an exit beside its sign, millimetres on the sheet. */
export interface SignName {
  readonly x: number
  /** Baseline of the first line. */
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly lines: readonly string[]
  /** Stands for the name, which the key gives. */
  readonly key: number | null
}

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Size of the signs with names, and of the names, millimetres. */
export const signMm = 4.6
export const signNameMm = 2.1
const lineMm = signNameMm * 1.25
const longestEm = 13

/**
 * Places the names of exits beside their signs: on the side that the exit leads to, else on another, where nothing else
 * stands and nothing is built; a name without a free place becomes a number of the key. `taken` grows by what is placed.
 * `isBuilt` says whether a point of the sheet lies in the building.
 */
export function placeSignNames(
  marks: readonly Mark[],
  toSheet: (point: Point) => Point,
  taken: Box[],
  isBuilt: (x: number, y: number) => boolean,
  firstKey: number,
): {
  readonly names: ReadonlyMap<Mark, SignName>
  readonly keys: readonly { readonly number: number; readonly text: string }[]
} {
  const names = new Map<Mark, SignName>()
  const keys: { number: number; text: string }[] = []
  const named = marks.filter((mark) => mark.name && mark.rank === 0)
  for (const mark of named) taken.push(around(toSheet(mark.position), signMm / 2 + 0.2))
  for (const mark of named) {
    const at = toSheet(mark.position)
    const outwards = mark.out ? sideOf(mark.out) : 'bottom'
    const figure = mark.figure ? [exitFigure(mark.figure)] : []
    const lines = [
      ...wrapped(mark.name, textWidth(mark.name, 'regular') > longestEm ? 2 : 1, 'regular'),
      ...figure,
    ]
    const free = sidesFrom(outwards)
      .map((side) => beside(at, side, lines))
      .find(
        ({ box }) =>
          !taken.some((other) => meet(box, other)) && !cornersOf(box).some(([x, y]) => isBuilt(x, y)),
      )
    if (free) {
      taken.push(free.box)
      names.set(mark, { ...free.place, lines, key: null })
      continue
    }
    const number = firstKey + keys.length
    keys.push({ number, text: mark.figure ? `${mark.name} (${exitFigure(mark.figure)})` : mark.name })
    const place = sidesFrom(outwards)
      .map((side) => beside(at, side, [String(number)]))
      .toSorted((a, b) => overlaps(a.box, taken) - overlaps(b.box, taken))[0]
    if (place) {
      taken.push(place.box)
      names.set(mark, { ...place.place, lines: [String(number)], key: number })
    }
  }
  return { names, keys }
}

function sidesFrom(first: Side): readonly Side[] {
  const order: Side[] = [first, 'bottom', 'right', 'left', 'top']
  return [...new Set(order)]
}

function beside([x, y]: Point, side: Side, lines: readonly string[]) {
  const width = Math.max(...lines.map((line) => textWidth(line, 'regular'))) * signNameMm
  const height = lines.length * lineMm
  const off = signMm / 2 + 0.6
  const anchor = side === 'left' ? 'end' : side === 'right' ? 'start' : 'middle'
  const left = side === 'left' ? x - off - width : side === 'right' ? x + off : x - width / 2
  const top = side === 'top' ? y - off - height : side === 'bottom' ? y + off : y - height / 2
  const textX = side === 'left' ? x - off : side === 'right' ? x + off : x
  return {
    box: { left, right: left + width, top, bottom: top + height },
    place: { x: textX, y: top + signNameMm * 0.95, anchor } as const,
  }
}

export function around([x, y]: Point, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }
}

function cornersOf({ left, right, top, bottom }: Box): readonly Point[] {
  const middle = (left + right) / 2
  return [
    [left, top],
    [middle, top],
    [right, top],
    [left, bottom],
    [middle, bottom],
    [right, bottom],
  ]
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function overlaps(box: Box, taken: readonly Box[]): number {
  return taken.filter((other) => meet(box, other)).length
}
