import type { Point } from '../geometry/plane.ts'
import { type Cell, cellOf } from './cells.ts'
import type { Cover } from './cover.ts'

/** A line passes through corners, and starts and ends on walls, that are no farther away than this (1 cm). Cells. */
export const catchCells = 100

/** The points of a line in cells, caught by the corners and walls close to them, and by corners close to the way between them. */
export function caught(cover: Cover, points: readonly Point[], closed: boolean): readonly Cell[] {
  const ends = points
    .map(([x, y]) => caughtCell(cover, [cellOf(x), cellOf(y)]))
    .filter((cell, at, all) => at === 0 || !isSame(cell, all[at - 1]))
  if (closed && ends.length > 1 && isSame(ends[0] as Cell, ends.at(-1))) ends.pop()
  const line: Cell[] = []
  ends.forEach((cell, at) => {
    line.push(cell)
    const next = ends[at + 1] ?? (closed ? ends[0] : undefined)
    if (next !== undefined) line.push(...passed(cover, cell, next))
  })
  return line
}

function isSame(a: Cell, b: Cell | undefined): boolean {
  return b !== undefined && a[0] === b[0] && a[1] === b[1]
}

/** The corner, else the place on a wall, that is nearest to a cell within reach; else the cell itself. */
function caughtCell({ corners: { xs, ys }, edges }: Cover, [x, y]: Cell): Cell {
  let best: Cell | null = null
  let least = catchCells * catchCells
  for (let corner = 0; corner < xs.length; corner += 1) {
    const [cx, cy] = [xs[corner] as number, ys[corner] as number]
    const away = (cx - x) * (cx - x) + (cy - y) * (cy - y)
    if (away > least || (best !== null && away === least)) continue
    least = away
    best = [cx, cy]
  }
  if (best !== null) return best
  for (const { a, b } of edges) {
    const [ax, ay] = [xs[a] as number, ys[a] as number]
    const [dx, dy] = [(xs[b] as number) - ax, (ys[b] as number) - ay]
    const share = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)
    if (!(share > 0 && share < 1)) continue
    const [px, py] = [ax + dx * share, ay + dy * share]
    const away = (px - x) * (px - x) + (py - y) * (py - y)
    if (away > least || (best !== null && away === least)) continue
    least = away
    best = [Math.round(px), Math.round(py)]
  }
  return best ?? [x, y]
}

/** Corners close to the way from a to b, in its order. Corners that lie as close to an end are left out: the way starts there. */
function passed({ corners: { xs, ys } }: Cover, [ax, ay]: Cell, [bx, by]: Cell): readonly Cell[] {
  const [dx, dy] = [bx - ax, by - ay]
  const square = dx * dx + dy * dy
  if (square === 0) return []
  const found: { readonly share: number; readonly cell: Cell }[] = []
  for (let corner = 0; corner < xs.length; corner += 1) {
    const [px, py] = [(xs[corner] as number) - ax, (ys[corner] as number) - ay]
    const along = px * dx + py * dy
    if (along <= 0 || along >= square) continue
    const cross = px * dy - py * dx
    if (cross * cross > catchCells * catchCells * square) continue
    if (px * px + py * py <= catchCells * catchCells) continue
    const [qx, qy] = [px - dx, py - dy]
    if (qx * qx + qy * qy <= catchCells * catchCells) continue
    found.push({ share: along / square, cell: [px + ax, py + ay] })
  }
  return found.toSorted((p, q) => p.share - q.share).map(({ cell }) => cell)
}
