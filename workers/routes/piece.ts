import { foothold } from '../../src/premises/geometry/geodesic/domain.ts'
import type { Foothold } from '../../src/premises/geometry/geodesic/domain.ts'
import { farthestPoint } from '../../src/premises/geometry/geodesic/farthest.ts'
import { reach } from '../../src/premises/geometry/geodesic/field.ts'
import type { Field } from '../../src/premises/geometry/geodesic/field.ts'
import { fieldFrom, lineTo, walkAreaOf } from '../../src/premises/geometry/geodesic/geodesics.ts'
import type { WalkArea } from '../../src/premises/geometry/geodesic/geodesics.ts'
import { gridPerMetre } from '../../src/premises/geometry/plane.ts'
import type { Point, Polygon } from '../../src/premises/geometry/plane.ts'
import { rings } from '../../src/premises/geometry/ring.ts'
import { distance } from '../../src/premises/geometry/segment.ts'
import { hashOf } from '../provenance.ts'
import { centreLineOf } from './centreLine.ts'
import type { CentreLine } from './centreLine.ts'
import { levelTime, wholeLength } from './measure.ts'

export type Along = 'shortest' | 'centreLine'

/**
 * A zone on one level as the search sees it: its polygon, and its terminals, which are the places where a way enters or
 * leaves (middles of openings, feet and heads of flights). Distances are computed when first asked for, and kept as
 * long as neither polygon nor terminals change.
 */
export interface Piece {
  readonly polygon: Polygon
  readonly terminals: readonly Point[]
  readonly kept: Kept
}

interface Kept {
  hash: string | undefined
  walk: WalkArea | null | undefined
  line: CentreLine | null | undefined
  readonly footholds: (Foothold | undefined)[]
  readonly fields: (Field | undefined)[]
  readonly shortest: (Walks | undefined)[]
  readonly centred: (Walks | undefined)[]
}

/** From every terminal to one of them, middle to middle: lengths in 0.01 mm, times on the level in microseconds. */
export interface Walks {
  readonly length: Float64Array
  readonly time: Float64Array
}

export function pieceOf(polygon: Polygon, terminals: readonly Point[]): Piece {
  const none = <T>(): (T | undefined)[] => Array.from(terminals, () => undefined)
  const kept: Kept = {
    hash: undefined,
    walk: undefined,
    line: undefined,
    footholds: none(),
    fields: none(),
    shortest: none(),
    centred: none(),
  }
  return { polygon, terminals, kept }
}

/** Hash of what the distances of a piece follow from. */
export function hashOfPiece({ polygon, terminals, kept }: Piece): string {
  kept.hash ??= hashOf([...rings(polygon), terminals].map((points) => Float64Array.from(points.flat())))
  return kept.hash
}

/** Lengths from every terminal to terminal i, middle to middle, 0.01 mm. */
export function lengthsTo(piece: Piece, i: number, along: Along): Float64Array {
  return walksTo(piece, i, along).length
}

/** The ways from every terminal to terminal i. */
export function walksTo(piece: Piece, i: number, along: Along): Walks {
  const kept = along === 'shortest' ? piece.kept.shortest : piece.kept.centred
  const known = kept[i]
  if (known) return known
  const line = along === 'centreLine' ? lineOf(piece) : null
  const length = new Float64Array(piece.terminals.length)
  for (let j = 0; j < length.length; j++) {
    const free = freeCells(piece, j, i)
    length[j] = wholeLength(line ? line.cells(j, i, free) : free)
  }
  const walks = { length, time: length.map(levelTime) }
  kept[i] = walks
  return walks
}

/** The line walked from terminal j to terminal i, middle to middle: x0, y0, x1, y1, … in metres. */
export function lineBetween(piece: Piece, j: number, i: number, along: Along): number[] {
  const from = piece.terminals[j] as Point
  const centred = along === 'centreLine' ? lineOf(piece)?.line(j, i, freeCells(piece, j, i)) : null
  return centred ?? lineFrom(piece, from, i)
}

/** Length of the shortest way from a point of the zone to terminal i, 0.01 mm. */
export function lengthFrom(piece: Piece, point: Point, i: number): number {
  const walk = walkOf(piece)
  if (walk === null) return wholeLength(distance(point, piece.terminals[i] as Point) * gridPerMetre)
  const place = foothold(walk.domain, point)
  return wholeLength(reach(fieldOf(piece, walk, i), place.x, place.y).length + place.hop)
}

/** The shortest way from a point of the zone to terminal i: x0, y0, x1, y1, … in metres. */
export function lineFrom(piece: Piece, point: Point, i: number): number[] {
  const walk = walkOf(piece)
  const to = piece.terminals[i] as Point
  if (walk === null) return [...point, ...to]
  return reversed(lineTo(fieldOf(piece, walk, i), foothold(walk.domain, point), to, point))
}

/**
 * The point of the zone from which the quickest way out takes longest, `beyondM[k]` being the way from terminal
 * `goals[k]` on, in metres walked on the level. Null without goals.
 */
export function farthestFrom(
  piece: Piece,
  goals: readonly number[],
  beyondM: readonly number[],
): Point | null {
  const [only] = goals
  if (only === undefined) return null
  const walk = walkOf(piece)
  if (walk === null) return piece.polygon.outer[0] ?? (piece.terminals[only] as Point)
  if (goals.length === 1 && walk.domain.polygon.holes.length === 0) return farthestCorner(piece, walk, only)
  const found = farthestPoint(
    walk,
    goals.map((goal, k) => ({ point: piece.terminals[goal] as Point, beyondM: beyondM[k] ?? 0 })),
  )
  return found?.point ?? null
}

/** With one door and no hole the farthest point is a corner. */
function farthestCorner(piece: Piece, walk: WalkArea, i: number): Point {
  const { domain } = walk
  const field = fieldOf(piece, walk, i)
  let corner = 0
  let longest = -1
  for (let v = 0; v < domain.x.length; v++) {
    const { length } = reach(field, domain.x[v]!, domain.y[v]!)
    if (length > longest) {
      longest = length
      corner = v
    }
  }
  return [
    (domain.x[corner]! + domain.originX) / gridPerMetre,
    (domain.y[corner]! + domain.originY) / gridPerMetre,
  ]
}

/** Cells of the shortest way from terminal j to terminal i. */
function freeCells(piece: Piece, j: number, i: number): number {
  const walk = walkOf(piece)
  if (walk === null) return distance(piece.terminals[j] as Point, piece.terminals[i] as Point) * gridPerMetre
  const place = footholdOf(piece, walk, j)
  return reach(fieldOf(piece, walk, i), place.x, place.y).length + place.hop
}

function walkOf({ polygon, kept }: Piece): WalkArea | null {
  if (kept.walk === undefined) kept.walk = walkAreaOf(polygon)
  return kept.walk
}

function lineOf(piece: Piece): CentreLine | null {
  const walk = walkOf(piece)
  if (piece.kept.line === undefined) {
    piece.kept.line = walk && centreLineOf(walk.domain, piece.terminals)
  }
  return piece.kept.line
}

function footholdOf(piece: Piece, walk: WalkArea, i: number): Foothold {
  return (piece.kept.footholds[i] ??= foothold(walk.domain, piece.terminals[i] as Point))
}

function fieldOf(piece: Piece, walk: WalkArea, i: number): Field {
  return (piece.kept.fields[i] ??= fieldFrom(walk, [footholdOf(piece, walk, i)]))
}

function reversed(line: readonly number[]): number[] {
  const back: number[] = []
  for (let k = line.length - 2; k >= 0; k -= 2) back.push(line[k]!, line[k + 1]!)
  return back
}
