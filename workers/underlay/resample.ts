/**
 * Rows `from` … `to` − 1 of the rectangle that a homography takes from a photo, bilinear between the four pixels about
 * each place; outside the photo white. Pixels are RGBA bytes, centres at half numbers. `matrix` (nine numbers, row by row)
 * leads from a pixel of the rectangle to one of the photo.
 */
export function resample(
  photo: Uint8ClampedArray,
  photoWidth: number,
  photoHeight: number,
  matrix: Float64Array,
  into: Uint8ClampedArray,
  width: number,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row += 1) {
    const v = row + 0.5
    for (let column = 0; column < width; column += 1) {
      const u = column + 0.5
      const w = matrix[6]! * u + matrix[7]! * v + matrix[8]!
      const x = (matrix[0]! * u + matrix[1]! * v + matrix[2]!) / w - 0.5
      const y = (matrix[3]! * u + matrix[4]! * v + matrix[5]!) / w - 0.5
      const target = (row * width + column) * 4
      if (!(x > -1 && y > -1 && x < photoWidth && y < photoHeight)) {
        into[target] = into[target + 1] = into[target + 2] = into[target + 3] = 255
        continue
      }
      const x0 = Math.floor(x)
      const y0 = Math.floor(y)
      const right = x - x0
      const down = y - y0
      // At the rim the outermost pixels go on.
      const left = x0 < 0 ? 0 : x0
      const top = y0 < 0 ? 0 : y0
      const next = x0 + 1 < photoWidth ? x0 + 1 : photoWidth - 1
      const below = y0 + 1 < photoHeight ? y0 + 1 : photoHeight - 1
      const a = (top * photoWidth + left) * 4
      const b = (top * photoWidth + next) * 4
      const c = (below * photoWidth + left) * 4
      const d = (below * photoWidth + next) * 4
      for (let channel = 0; channel < 3; channel += 1) {
        const above = photo[a + channel]! * (1 - right) + photo[b + channel]! * right
        const under = photo[c + channel]! * (1 - right) + photo[d + channel]! * right
        into[target + channel] = above * (1 - down) + under * down
      }
      into[target + 3] = 255
    }
  }
}
