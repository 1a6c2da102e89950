/** Side of a bucket, cells: two metres, about half a room. */
const sideCells = 20_000
const rows = 2 ** 13

/**
 * Things by the squares of the plan that they pass through. A segment is in the squares that it crosses and not in all of its
 * box, so that the edge of a yard costs its length.
 */
export interface Buckets {
  readonly addPoint: (x: number, y: number, thing: number) => void
  readonly addSegment: (ax: number, ay: number, bx: number, by: number, thing: number) => void
  /** Visits the things of all squares along a segment; a thing may come more than once. */
  readonly along: (
    ax: number,
    ay: number,
    bx: number,
    by: number,
    reach: number,
    visit: (thing: number) => void,
  ) => void
}

export function createBuckets(): Buckets {
  const squares = new Map<number, number[]>()
  const put = (key: number, thing: number) => {
    const square = squares.get(key)
    if (square === undefined) squares.set(key, [thing])
    else square.push(thing)
  }
  return {
    addPoint: (x, y, thing) => put(keyOf(Math.floor(x / sideCells), Math.floor(y / sideCells)), thing),
    addSegment: (ax, ay, bx, by, thing) => squaresAlong(ax, ay, bx, by, 0, (key) => put(key, thing)),
    along: (ax, ay, bx, by, reach, visit) =>
      squaresAlong(ax, ay, bx, by, reach, (key) => {
        const square = squares.get(key)
        if (square !== undefined) for (const thing of square) visit(thing)
      }),
  }
}

function keyOf(column: number, row: number): number {
  return (column + rows / 2) * rows + (row + rows / 2)
}

/** Squares within `reach` of a segment: column by column, the rows that it spans there. */
function squaresAlong(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  reach: number,
  visit: (key: number) => void,
): void {
  const [x0, y0, x1, y1] = ax <= bx ? [ax, ay, bx, by] : [bx, by, ax, ay]
  const first = Math.floor((x0 - reach) / sideCells)
  const last = Math.floor((x1 + reach) / sideCells)
  const slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0
  const [low, high] = y0 <= y1 ? [y0, y1] : [y1, y0]
  // A little more than asked for: what lies on the border of two squares is looked for in both.
  const more = reach + 1
  for (let column = first; column <= last; column += 1) {
    let from = low
    let to = high
    if (x1 > x0) {
      const left = Math.max(x0, column * sideCells - more)
      const right = Math.min(x1, (column + 1) * sideCells + more)
      const yl = y0 + slope * (left - x0)
      const yr = y0 + slope * (right - x0)
      from = Math.min(yl, yr)
      to = Math.max(yl, yr)
    }
    const bottom = Math.floor((from - more) / sideCells)
    const top = Math.floor((to + more) / sideCells)
    for (let row = bottom; row <= top; row += 1) visit(keyOf(column, row))
  }
}
