import walking from '../../data/walking.json'

/**
 * Two ways that start together and leave a zone by different doors part where they lead in clearly different directions:
 * at an angle of 45° or more (the rule by which the English guidance, Approved Document B, counts two directions as
 * alternatives; mark memory). Nearer than that, they count as one until the second's next bend or door lies abeam of who
 * walks the first.
 */
export const partingCosine = walking.partingAngle.cosine

/**
 * Length, in metres, of the stretch that two lines x0, y0, x1, y1, … from one point have in common: as long as they lie on
 * each other, and then to where they part. It is not longer than the first line.
 */
export function commonStretchM(first: readonly number[], second: readonly number[]): number {
  let walked = 0
  let [x, y] = [first[0] ?? 0, first[1] ?? 0]
  let i = 2
  let j = 2
  while (i < first.length && j < second.length) {
    const a = leg(x, y, first[i]!, first[i + 1]!)
    const b = leg(x, y, second[j]!, second[j + 1]!)
    if (a.length === 0) {
      i += 2
      continue
    }
    if (b.length === 0) {
      j += 2
      continue
    }
    const cosine = a.dx * b.dx + a.dy * b.dy
    const sine = a.dx * b.dy - a.dy * b.dx
    if (cosine <= 0 || Math.abs(sine) > sameDirection) {
      if (cosine <= partingCosine) return walked
      return walked + Math.min(a.length, b.length * cosine)
    }
    const step = Math.min(a.length, b.length)
    x += a.dx * step
    y += a.dy * step
    walked += step
    if (a.length - step <= samePlaceM) i += 2
    if (b.length - step <= samePlaceM) j += 2
  }
  return walked
}

/** Sine of the angle up to which two legs lie on each other (they come from the same corners, but for rounding). */
const sameDirection = 1e-4
const samePlaceM = 1e-4

function leg(ax: number, ay: number, bx: number, by: number): { dx: number; dy: number; length: number } {
  const dx = bx - ax
  const dy = by - ay
  const length = Math.sqrt(dx * dx + dy * dy)
  return length <= samePlaceM ? { dx: 0, dy: 0, length: 0 } : { dx: dx / length, dy: dy / length, length }
}
