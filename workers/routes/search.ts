import FlatQueue from 'flatqueue'
import { linkOf } from './network.ts'
import type { Network } from './network.ts'
import { walksTo } from './piece.ts'
import type { Along } from './piece.ts'

/**
 * The quickest way on from every crossing, as a forest that leads to the targets: `next` is the crossing after, −1 for a
 * target or where there is no way. `time` (microseconds) and `length` (0.01 mm) count the crossing itself. Of ways that
 * take the same time the shorter counts, of those the one over the crossing with the smaller number: the answer depends
 * on the network alone.
 */
export interface Ways {
  readonly time: Float64Array
  readonly length: Float64Array
  readonly next: Int32Array
}

/** What may be crossed, and where ways end. */
export interface Rules {
  readonly along: Along
  /** Per crossing: 1 = open in this case. */
  readonly allowed: Uint8Array
  /** Per crossing: 1 = a way ends with it. */
  readonly target: Uint8Array
}

/** Links that cost extra, however quick they are, and one at which no way may end. */
export interface Burden {
  /** Per link: 1 = shared. */
  readonly shared: Uint8Array
  readonly exitLink: number
}

/** What a shared link adds to a time: more than any way takes (51 days), and still exact in sums of a thousand of them. */
export const sharedCost = 2 ** 42

export function noWays(network: Network): Ways {
  const count = network.from.length
  return {
    time: new Float64Array(count).fill(Infinity),
    length: new Float64Array(count).fill(Infinity),
    next: new Int32Array(count).fill(-1),
  }
}

/** A queue for `search`, used again and again. */
export type Frontier = FlatQueue<number>

export function createFrontier(): Frontier {
  return new FlatQueue<number>()
}

/** Takes the crossing as a target, if it may be one, and puts it into the queue. */
export function seedTarget(
  network: Network,
  rules: Rules,
  ways: Ways,
  frontier: Frontier,
  crossing: number,
  burden?: Burden,
): void {
  if (rules.target[crossing] === 0 || rules.allowed[crossing] === 0) return
  const link = linkOf(crossing)
  if (burden && link === burden.exitLink) return
  ways.time[crossing] = network.time[crossing]! + (burden && burden.shared[link] === 1 ? sharedCost : 0)
  ways.length[crossing] = network.length[crossing]!
  ways.next[crossing] = -1
  frontier.push(crossing, ways.time[crossing])
}

/**
 * Dijkstra from the targets back, on what is in the queue. `settled` is told every crossing in order of its time and ends
 * the search by returning true.
 */
export function search(
  network: Network,
  rules: Rules,
  ways: Ways,
  frontier: Frontier,
  burden?: Burden,
  settled?: (crossing: number) => boolean,
): void {
  while (frontier.length > 0) {
    const time = frontier.peekValue()!
    const crossing = frontier.pop()!
    if (time > ways.time[crossing]!) continue
    if (settled?.(crossing)) break
    reachBack(network, rules, ways, frontier, crossing, burden)
  }
  frontier.clear()
}

/** Offers the way over `crossing` to all crossings that lead into the place where it starts. */
export function reachBack(
  network: Network,
  { along, allowed, target }: Rules,
  ways: Ways,
  frontier: Frontier,
  crossing: number,
  burden?: Burden,
): void {
  const { from, crossings, crossingFrom, terminal } = network
  const place = from[crossing]!
  const first = crossingFrom[place]!
  const walks = walksTo(network.pieces[place]!, terminal[crossing]!, along)
  const shared = burden?.shared
  const onward = ways.time[crossing]!
  for (let slot = first; slot < crossingFrom[place + 1]!; slot++) {
    const before = crossings[slot]! ^ 1
    if (allowed[before] === 0 || target[before] === 1) continue
    const extra = shared !== undefined && shared[before >> 1] === 1 ? sharedCost : 0
    const time = network.time[before]! + extra + walks.time[slot - first]! + onward
    // Where it comes from itself is never better: the way back costs something.
    if (time > ways.time[before]! || crossings[slot] === crossing) continue
    take(network, ways, frontier, before, crossing, walks.length[slot - first]!, time)
  }
}

/** Offers the way over `crossing`, after a walk in the place where it starts, to the crossing `before`. */
export function offer(
  network: Network,
  ways: Ways,
  frontier: Frontier,
  before: number,
  crossing: number,
  walk: { readonly length: number; readonly time: number },
): void {
  const time = network.time[before]! + walk.time + ways.time[crossing]!
  if (time <= ways.time[before]!) take(network, ways, frontier, before, crossing, walk.length, time)
}

/** Takes a way that is no slower than the one known, if it is quicker, shorter, or first by number. */
function take(
  network: Network,
  ways: Ways,
  frontier: Frontier,
  before: number,
  crossing: number,
  walked: number,
  time: number,
): void {
  const known = ways.time[before]!
  const length = network.length[before]! + walked + ways.length[crossing]!
  if (time === known) {
    if (length > ways.length[before]!) return
    if (length === ways.length[before]! && crossing >= ways.next[before]!) return
  }
  ways.time[before] = time
  ways.length[before] = length
  ways.next[before] = crossing
  if (time < known) frontier.push(before, time)
}
