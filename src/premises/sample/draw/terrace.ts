import { along, direction, distance, leftNormal } from '../../geometry/segment.ts'
import type { Point, Ring } from '../../geometry/plane.ts'
import { sequence } from '../rounds.ts'
import type { HouseRow } from './plan.ts'

/** Joint between two houses, metres: what makes them read as houses from above. */
const jointM = 0.3

export interface House {
  readonly ring: Ring
  readonly heightM: number
}

/** The narrow houses of one side of a street, as Vietnamese towns have them: fronts of a few metres, three to six floors. */
export function terrace({ from, to, frontM, depthM, seed }: HouseRow): readonly House[] {
  const random = sequence(seed)
  const between = ([low, high]: readonly [number, number]) => low + (high - low) * random()
  const line = [from, to] as const
  const length = distance(from, to)
  const [dx, dy] = direction(line)
  const [nx, ny] = leftNormal(line)
  const houses: House[] = []
  for (let start = 0; ;) {
    const front = between(frontM)
    if (start + front > length) return houses
    const depth = between(depthM)
    const setBack = random() < 0.25 ? 1.2 : 0
    const [x, y] = along(line, start / length)
    const corner = (s: number, d: number): Point => [x + dx * s + nx * d, y + dy * s + ny * d]
    houses.push({
      ring: [
        corner(0, setBack),
        corner(front - jointM, setBack),
        corner(front - jointM, depth),
        corner(0, depth),
      ],
      heightM: 3.4 * (3 + Math.floor(random() * 4)),
    })
    start += front + (random() < 0.06 ? 2.5 : 0)
  }
}
