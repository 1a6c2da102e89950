import { type DrawnPath, type Matrix, pathStep } from './drawnPaths.ts'

/** Cells of a pixel at first: points in one cell are one. */
const finest = 16

/** A cell is one number: column · rows + row. A picture has far fewer pixels than this by cell. */
const rows = 1 << 20

/** Cells gathered before those that come twice are taken out. */
const gathered = 1 << 20

/**
 * Where lines and curves of paths begin, bend and end: pixels inside the picture, each once, from left to right and from
 * top to bottom; pairs of u, v. Where there are more than `most`, near ones are taken together. `view` leads from the page
 * to pixels.
 */
export function lineEnds(
  paths: Iterable<DrawnPath>,
  view: Matrix,
  widthPx: number,
  heightPx: number,
  most: number,
): Float32Array {
  let cells = new Float64Array(gathered)
  let count = 0
  for (const { matrix, path } of paths) {
    const [a, b, c, d, e, f] = onto(view, matrix)
    for (let at = 0; at < path.length;) {
      const step = pathStep[path[at]!]
      if (step === undefined) break
      at += 1 + step
      if (step === 0 || at > path.length) continue
      const x = path[at - 2]!
      const y = path[at - 1]!
      const u = a * x + c * y + e
      const v = b * x + d * y + f
      // Half a pixel for what the size of the picture was rounded by.
      if (!(u >= -0.5 && v >= -0.5 && u <= widthPx + 0.5 && v <= heightPx + 0.5)) continue
      if (count === cells.length) {
        count = unique(cells, count)
        if (count > cells.length / 2) cells = doubled(cells)
      }
      cells[count] = cellOf(u, widthPx) * rows + cellOf(v, heightPx)
      count += 1
    }
  }
  count = unique(cells, count)
  let cellsPerPx = finest
  while (count > most) {
    for (let index = 0; index < count; index += 1) {
      const column = Math.floor(cells[index]! / rows)
      cells[index] = Math.floor(column / 2) * rows + Math.floor((cells[index]! - column * rows) / 2)
    }
    count = unique(cells, count)
    cellsPerPx /= 2
  }
  const ends = new Float32Array(2 * count)
  for (let index = 0; index < count; index += 1) {
    const column = Math.floor(cells[index]! / rows)
    ends[2 * index] = column / cellsPerPx
    ends[2 * index + 1] = (cells[index]! - column * rows) / cellsPerPx
  }
  return ends
}

function cellOf(at: number, most: number): number {
  return Math.round((at < 0 ? 0 : at > most ? most : at) * finest)
}

/** Sorts the first `count` numbers and takes out those that come twice; how many are left. */
function unique(cells: Float64Array, count: number): number {
  cells.subarray(0, count).sort()
  let kept = 0
  for (let index = 0; index < count; index += 1) {
    if (index > 0 && cells[index] === cells[kept - 1]) continue
    cells[kept] = cells[index]!
    kept += 1
  }
  return kept
}

function doubled(cells: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(2 * cells.length)
  wider.set(cells)
  return wider
}

/** The two matrices one after the other, `m` first. */
function onto(view: Matrix, m: Matrix): readonly [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = m
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}
