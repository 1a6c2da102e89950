import type { Point } from '../../src/premises/geometry/plane.ts'
import { levelSpeedMPerS, levelTime, timePerSecond } from './measure.ts'
import type { Network } from './network.ts'
import { farthestFrom, lengthFrom, lengthsTo } from './piece.ts'
import type { Rules, Ways } from './search.ts'

/**
 * Where the way out of a zone is measured from: the point from which the quickest way takes longest. In a zone with
 * several doors that is the point that is far from all of them, each counted with the way beyond it.
 */
export interface Start {
  readonly place: number
  readonly point: Point
  /** From the point to each crossing of the place (in the order of the network's `crossings`), 0.01 mm. */
  readonly lengths: Float64Array
  /** The crossing that the quickest way takes first. */
  readonly crossing: number
  readonly time: number
  readonly length: number
}

/** The start of a zone's ways; null where no way leads out of it. */
export function startOf(network: Network, rules: Rules, ways: Ways, zone: number): Start | null {
  let worst: Start | null = null
  for (let place = network.placeFrom[zone]!; place < network.placeFrom[zone + 1]!; place++) {
    const start = startIn(network, rules, ways, place)
    if (start && (worst === null || start.time > worst.time)) worst = start
  }
  return worst
}

function startIn(network: Network, rules: Rules, ways: Ways, place: number): Start | null {
  const piece = network.pieces[place]!
  const from = network.crossingFrom[place]!
  const count = network.crossingFrom[place + 1]! - from
  const goals = usefulGoals(network, rules, ways, place)
  const beyondM = goals.map(
    (goal) => (timeBeyond(network, ways, from + goal) / timePerSecond) * levelSpeedMPerS,
  )
  const point = farthestFrom(piece, goals, beyondM)
  if (point === null) return null
  const lengths = new Float64Array(count)
  for (let goal = 0; goal < count; goal++) lengths[goal] = lengthFrom(piece, point, goal)
  let best = -1
  let time = Infinity
  let length = Infinity
  for (const goal of goals) {
    const crossing = network.crossings[from + goal]!
    const whole = levelTime(lengths[goal]!) + ways.time[crossing]!
    const far = lengths[goal]! + ways.length[crossing]!
    if (whole > time || (whole === time && far >= length)) continue
    best = crossing
    time = whole
    length = far
  }
  return { place, point, lengths, crossing: best, time, length }
}

/**
 * The terminals of a place over which ways lead out, without those for which it is quicker, from the terminal itself, to
 * take another one: from no point is such a terminal the quickest.
 */
function usefulGoals(network: Network, { allowed }: Rules, ways: Ways, place: number): number[] {
  const from = network.crossingFrom[place]!
  const open: number[] = []
  for (let slot = from; slot < network.crossingFrom[place + 1]!; slot++) {
    const crossing = network.crossings[slot]!
    if (allowed[crossing] === 1 && ways.time[crossing]! < Infinity) open.push(slot - from)
  }
  const piece = network.pieces[place]!
  return open.filter((goal) =>
    open.every((other) => {
      if (other === goal) return true
      const detour = levelTime(lengthsTo(piece, other, 'shortest')[goal]!)
      return timeBeyond(network, ways, from + other) + detour > timeBeyond(network, ways, from + goal)
    }),
  )
}

function timeBeyond(network: Network, ways: Ways, slot: number): number {
  return ways.time[network.crossings[slot]!]!
}
