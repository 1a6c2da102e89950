/** A square raster over a domain: which edges meet each bucket. Bucket (column, row) holds edges[from[i] … from[i + 1] − 1]. */
export interface Buckets {
  readonly columns: number
  readonly rows: number
  /** Side of a bucket, cells. */
  readonly size: number
  readonly from: Int32Array
  readonly edges: Int32Array
}

/** Rounding of the clipped line never reaches a whole cell: one cell more on each side and no bucket is missed. */
const margin = 1

/** About one bucket per edge. `x` and `y` start at 0. */
export function bucketsOf(x: Float64Array, y: Float64Array, next: Int32Array): Buckets {
  const width = x.reduce((most, value) => Math.max(most, value), 1)
  const height = y.reduce((most, value) => Math.max(most, value), 1)
  const size = Math.max(1, Math.sqrt((width * height) / x.length))
  const columns = Math.floor(width / size) + 1
  const rows = Math.floor(height / size) + 1
  const raster = { columns, rows, size }
  const from = new Int32Array(columns * rows + 1)
  for (let a = 0; a < x.length; a += 1) {
    const b = next[a]!
    alongLine(raster, x[a]!, y[a]!, x[b]!, y[b]!, (bucket) => {
      from[bucket + 1]! += 1
      return true
    })
  }
  for (let bucket = 0; bucket < columns * rows; bucket += 1) from[bucket + 1]! += from[bucket]!
  const filled = from.slice()
  const edges = new Int32Array(from[columns * rows]!)
  for (let a = 0; a < x.length; a += 1) {
    const b = next[a]!
    alongLine(raster, x[a]!, y[a]!, x[b]!, y[b]!, (bucket) => {
      edges[filled[bucket]!] = a
      filled[bucket]! += 1
      return true
    })
  }
  return { ...raster, from, edges }
}

/**
 * Visits every bucket that a line meets, from its first end on, until `visit` answers false. Returns whether all were
 * visited.
 */
export function alongLine(
  { columns, rows, size }: Pick<Buckets, 'columns' | 'rows' | 'size'>,
  px: number,
  py: number,
  qx: number,
  qy: number,
  visit: (bucket: number) => boolean,
): boolean {
  const left = clamp(Math.floor((Math.min(px, qx) - margin) / size), columns)
  const right = clamp(Math.floor((Math.max(px, qx) + margin) / size), columns)
  const slope = px === qx ? 0 : (qy - py) / (qx - px)
  const step = qx >= px ? 1 : -1
  for (let column = step > 0 ? left : right; column >= left && column <= right; column += step) {
    let low = Math.min(py, qy)
    let high = Math.max(py, qy)
    if (px !== qx) {
      const atLeft = py + slope * (column * size - margin - px)
      const atRight = py + slope * ((column + 1) * size + margin - px)
      low = Math.max(low, Math.min(atLeft, atRight))
      high = Math.min(high, Math.max(atLeft, atRight))
    }
    const bottom = clamp(Math.floor((low - margin) / size), rows)
    const top = clamp(Math.floor((high + margin) / size), rows)
    for (let row = bottom; row <= top; row += 1) if (!visit(row * columns + column)) return false
  }
  return true
}

function clamp(index: number, count: number): number {
  return index < 0 ? 0 : index >= count ? count - 1 : index
}
