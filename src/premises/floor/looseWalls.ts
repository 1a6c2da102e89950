import { drawnMark } from '../fittings/marks.ts'
import { area } from '../geometry/measure.ts'
import type { Point, Polygon } from '../geometry/plane.ts'
import { snapPolygon } from '../geometry/plane.ts'
import { union } from '../geometry/polygonOps.ts'
import { direction, leftNormal } from '../geometry/segment.ts'
import { newId } from '../ids.ts'
import type { LevelId, WallId } from '../ids.ts'
import type { Premises, Wall } from '../model.ts'
import type { Change, RecordRef } from '../operation.ts'
import { pointOf } from './cells.ts'
import { drawnTag, isDrawnTag, looseTag, type Overlay } from './overlay.ts'

/** Half the thickness of a wall that was drawn as a line, metres. */
const halfM = 0.05

/** The strip along a line: a wall of 10 cm, corners mitred square. */
export function stripAlong(line: readonly Point[]): Polygon {
  const strips = line.slice(1).map((end, at): Polygon => {
    const start = line[at] as Point
    const [dx, dy] = direction([start, end])
    const [nx, ny] = leftNormal([start, end])
    const before = at === 0 ? 0 : halfM
    const after = at === line.length - 2 ? 0 : halfM
    const place = ([x, y]: Point, along: number, across: number): Point => [
      x + dx * along + nx * across,
      y + dy * along + ny * across,
    ]
    return {
      outer: [
        place(start, -before, -halfM),
        place(end, after, -halfM),
        place(end, after, halfM),
        place(start, -before, halfM),
      ],
      holes: [],
    }
  })
  const [largest] = union(strips).toSorted((p, q) => area(q) - area(p))
  return snapPolygon(largest ?? { outer: [], holes: [] })
}

/** The fields of a wall along a line. */
export function looseWall(premises: Premises, levelId: LevelId, line: readonly Point[]): Wall {
  const mark = drawnMark(premises, levelId)
  const id = newId<'wall'>()
  return {
    id,
    levelId,
    kind: 'wall',
    polygon: stripAlong(line),
    line,
    evidence: { line: mark, polygon: mark },
  }
}

/**
 * What becomes of the walls that part nothing, and of the line that is being drawn: pieces that have the same owners on both
 * sides stay walls on their own, the others are edges of zones now.
 */
export function looseChanges(
  premises: Premises,
  { cover, corners, pieces, isOutline }: Overlay,
  isParting: (piece: number) => boolean,
): { readonly changes: readonly Change[]; readonly made: readonly RecordRef[] } {
  const changes: Change[] = []
  const made: RecordRef[] = []
  const points = (way: readonly number[]): Point[] =>
    way.map((corner) => pointOf(corners.xs[corner] as number, corners.ys[corner] as number))
  const add = (line: readonly Point[]): WallId => {
    const wall = looseWall(premises, cover.levelId, line)
    changes.push({ record: { table: 'walls', id: wall.id }, field: null, after: wall })
    return wall.id
  }
  const left = new Map<number, (readonly [number, number])[]>()
  pieces.forEach(({ a, b, tags }, piece) => {
    if (isParting(piece)) return
    // A piece of a wall that was there is not also one of the line that is being drawn.
    const tag = tags.find((each) => each < 0) ?? tags.find(isDrawnTag) ?? null
    if (tag === null || tags.some((each) => each >= 0 && !isDrawnTag(each))) return
    const ways = left.get(tag)
    if (ways === undefined) left.set(tag, [[a, b]])
    else ways.push([a, b])
  })
  cover.loose.forEach(({ wall, line }, at) => {
    const record = { table: 'walls', id: wall.id } as const
    const [first, ...others] = chained(left.get(looseTag(at)) ?? [])
    if (first === undefined) {
      changes.push({ record, field: null, after: null })
      return
    }
    if (others.length === 0 && (isSameWay(first, line) || isSameWay(first.toReversed(), line))) {
      if (line.length === wall.line?.length) return
    }
    const way = points(first)
    changes.push({ record, field: 'line', after: way }, { record, field: 'polygon', after: stripAlong(way) })
    for (const other of others) add(points(other))
  })
  if (isOutline) return { changes, made }
  for (const way of chained(left.get(drawnTag()) ?? [])) made.push({ table: 'walls', id: add(points(way)) })
  return { changes, made }
}

function isSameWay(p: readonly number[], q: readonly number[]): boolean {
  return p.length === q.length && p.every((corner, at) => corner === q[at])
}

/** Pieces put together to ways that are as long as can be; each way ends where it ends, forks or closes. */
export function chained(pieces: readonly (readonly [number, number])[]): readonly (readonly number[])[] {
  const star = new Map<number, number[]>()
  pieces.forEach(([a, b], piece) => {
    for (const corner of [a, b]) {
      const there = star.get(corner)
      if (there === undefined) star.set(corner, [piece])
      else there.push(piece)
    }
  })
  const used = new Set<number>()
  const follow = (start: number): number[] => {
    const way = [start]
    for (let here = start; ;) {
      const next = (star.get(here) ?? []).find((piece) => !used.has(piece))
      if (next === undefined) return way
      used.add(next)
      const [a, b] = pieces[next] as readonly [number, number]
      here = a === here ? b : a
      way.push(here)
      if ((star.get(here) ?? []).length !== 2) return way
    }
  }
  const ways: (readonly number[])[] = []
  for (const [corner, around] of star)
    if (around.length !== 2) for (const piece of around) if (!used.has(piece)) ways.push(follow(corner))
  for (const [corner, around] of star) if (around.some((piece) => !used.has(piece))) ways.push(follow(corner))
  return ways
}
