import type { Point, Ring } from '../geometry/plane.ts'

/** Numbers from 0 to 1 that follow from the seed alone (a linear congruence), so that the drawing never changes. */
export function sequence(seed: number): () => number {
  let state = (seed * 2_654_435_761) % 4_294_967_296
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
  next()
  return next
}

/** A round of so many corners, counter-clockwise. */
export function circle(x: number, y: number, radius: number, corners = 40): Ring {
  return Array.from({ length: corners }, (_, index) => {
    const angle = (2 * Math.PI * index) / corners
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const
  })
}

/** The crown of a tree seen from above: a round with a little life in its edge. */
export function treeCrown([x, y]: Point, radius: number, seed: number): Ring {
  const random = sequence(seed + 1)
  const turned = random() * Math.PI
  return Array.from({ length: 11 }, (_, index) => {
    const angle = turned + (2 * Math.PI * index) / 11
    const r = radius * (0.86 + 0.2 * random())
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)] as const
  })
}
