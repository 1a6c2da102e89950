import { type Cell, type Corners, createCorners } from './cells.ts'
import { type Cover, eachEdge } from './cover.ts'
import { facesOf, type Faces } from './faces.ts'
import { noded, type Piece } from './noding.ts'

/** Tags of lines that are being drawn begin here; zones have their place in the cover (0, 1 …), loose walls −1 − place. */
const firstDrawn = 2 ** 30

/** Tag of the line that is drawn; of the nth where there are several. */
export function drawnTag(line = 0): number {
  return firstDrawn + line
}

export function isDrawnTag(tag: number): boolean {
  return tag >= firstDrawn
}

/** A line to lay over a cover, in cells. Closed lines of one number are the rings of one outline. */
export interface DrawnLine {
  readonly cells: readonly Cell[]
  readonly closed: boolean
  readonly number: number
}

export function looseTag(wall: number): number {
  return -1 - wall
}

/** A cover cut by a new line into faces, each of which belongs to the zones that it lay in. */
export interface Overlay extends Faces {
  readonly cover: Cover
  /** Those of the cover, by the same numbers, and new ones. */
  readonly corners: Corners
  readonly pieces: readonly Piece[]
  /** The line is an outline: only what comes to part rooms is a wall. */
  readonly isOutline: boolean
  /** Per face the places of its zones in the cover, ascending: none where nothing is drawn, several where zones overlap. */
  readonly zonesIn: readonly (readonly number[])[]
  /** Per face the numbers of the outlines that go around it, ascending. */
  readonly drawnIn: readonly (readonly number[])[]
}

/** Lays lines over a cover; closed lines mark the faces that they go around. */
export function overlay(cover: Cover, lines: readonly DrawnLine[]): Overlay {
  const corners = createCorners(cover.corners)
  const pieces: Piece[] = []
  cover.zones.forEach(({ rings }, zone) => {
    for (const ring of rings) eachEdge(ring, (a, b) => pieces.push({ a, b, tags: [zone] }))
  })
  cover.loose.forEach(({ line: way }, wall) => {
    for (let at = 0; at + 1 < way.length; at += 1)
      pieces.push({ a: way[at] as number, b: way[at + 1] as number, tags: [looseTag(wall)] })
  })
  for (const { cells, closed, number } of lines) {
    const line = cells.map(([x, y]) => corners.at(x, y))
    for (let at = closed ? 0 : 1; at < line.length; at += 1) {
      const before = line[(at + line.length - 1) % line.length] as number
      pieces.push({ a: before, b: line[at] as number, tags: [drawnTag(number)] })
    }
  }
  const cut = noded(corners, pieces)
  const faces = facesOf(corners, cut)
  const inside = containers(
    cut,
    faces,
    new Set(lines.filter(({ closed }) => closed).map(({ number }) => drawnTag(number))),
  )
  return {
    ...faces,
    cover,
    corners,
    pieces: cut,
    isOutline: lines.every(({ closed }) => closed),
    zonesIn: inside.map((tags) => tags.filter((tag) => !isDrawnTag(tag))),
    drawnIn: inside.map((tags) => tags.filter(isDrawnTag).map((tag) => tag - firstDrawn)),
  }
}

/** Per face the closed rings that it lies in: crossing a piece of a ring leads into it, or out again. */
function containers(
  pieces: readonly Piece[],
  { faces, left }: Faces,
  outlines: ReadonlySet<number>,
): readonly (readonly number[])[] {
  const inside: (readonly number[] | null)[] = faces.map(() => null)
  const outside: readonly number[] = []
  const queue: number[] = []
  const reach = (half: number, from: readonly number[]) => {
    const face = left[half ^ 1] as number
    if (face < 0 || inside[face] !== null) return
    inside[face] = toggled(from, (pieces[half >> 1] as Piece).tags, outlines)
    queue.push(face)
  }
  for (let half = 0; half < left.length; half += 1) if ((left[half] as number) < 0) reach(half, outside)
  for (let face = queue.pop(); face !== undefined; face = queue.pop())
    for (const half of faces[face]?.halves ?? []) reach(half, inside[face] ?? outside)
  return inside.map((tags) => tags ?? outside)
}

function toggled(
  set: readonly number[],
  tags: readonly number[],
  outlines: ReadonlySet<number>,
): readonly number[] {
  let next: number[] | null = null
  for (const tag of tags) {
    if (tag < 0 || (isDrawnTag(tag) && !outlines.has(tag))) continue
    next ??= [...set]
    const at = next.indexOf(tag)
    if (at >= 0) next.splice(at, 1)
    else next.push(tag)
  }
  return next === null ? set : next.toSorted((a, b) => a - b)
}

/** Groups faces that touch along pieces that do not part them; each group by its faces, ascending. */
export function joinedFaces(
  { faces, left }: Faces,
  chosen: readonly number[],
  parts: (piece: number) => boolean,
): readonly (readonly number[])[] {
  const wanted = new Set(chosen)
  const groups: number[][] = []
  for (const start of chosen) {
    if (!wanted.delete(start)) continue
    const group = [start]
    for (let at = 0; at < group.length; at += 1) {
      for (const half of faces[group[at] as number]?.halves ?? []) {
        const beyond = left[half ^ 1] as number
        if (beyond < 0 || parts(half >> 1) || !wanted.delete(beyond)) continue
        group.push(beyond)
      }
    }
    groups.push(group.toSorted((a, b) => a - b))
  }
  return groups
}
