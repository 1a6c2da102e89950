import type { Point, Polygon } from '../../premises/geometry/plane.ts'

type ToSheet = (point: Point) => Point

const two = (value: number) => String(Math.round(value * 100) / 100)

/** A polygon with its holes as an SVG path, in hundredths of a millimetre; fill it with the even-odd rule. */
export function polygonPath({ outer, holes }: Polygon, toSheet: ToSheet): string {
  return [outer, ...holes].map((ring) => `${linePath(ring, toSheet)}Z`).join('')
}

export function linePath(line: readonly Point[], toSheet: ToSheet): string {
  return line
    .map((point, index) => {
      const [x, y] = toSheet(point)
      return `${index === 0 ? 'M' : 'L'}${two(x)} ${two(y)}`
    })
    .join('')
}
