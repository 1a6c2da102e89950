import { opposite } from './network.ts'
import type { Network } from './network.ts'
import { walksTo } from './piece.ts'
import { createFrontier, noWays, offer, search, seedTarget } from './search.ts'
import type { Rules, Ways } from './search.ts'

/** The quickest ways of a case, from scratch. */
export function quickestWays(network: Network, rules: Rules): Ways {
  const ways = noWays(network)
  const frontier = createFrontier()
  for (let crossing = 0; crossing < ways.time.length; crossing++)
    seedTarget(network, rules, ways, frontier, crossing)
  search(network, rules, ways, frontier)
  return ways
}

/**
 * The quickest ways after some crossings are taken away. `before` are those of a case that allowed all that `rules` allow,
 * with the same targets. Only ways that passed what was taken away are sought anew: taking away improves no way, so the
 * others stay as they are. `changed` marks the crossings whose way is another one now.
 */
export function withoutCrossings(
  network: Network,
  rules: Rules,
  before: Ways,
): { readonly ways: Ways; readonly changed: Uint8Array } {
  const ways: Ways = { time: before.time.slice(), length: before.length.slice(), next: before.next.slice() }
  const { time, length, next } = ways
  const changed = cutOff(rules, before)
  for (let crossing = 0; crossing < time.length; crossing++) {
    if (changed[crossing] === 0) continue
    time[crossing] = Infinity
    length[crossing] = Infinity
    next[crossing] = -1
  }
  const frontier = createFrontier()
  const { to, crossings, crossingFrom, terminal } = network
  for (let crossing = 0; crossing < time.length; crossing++) {
    if (changed[crossing] === 0 || rules.allowed[crossing] === 0) continue
    const place = to[crossing]!
    if (place < 0) continue
    const door = opposite(crossing)
    for (let slot = crossingFrom[place]!; slot < crossingFrom[place + 1]!; slot++) {
      const onward = crossings[slot]!
      if (onward === door || changed[onward] === 1 || time[onward] === Infinity) continue
      const { length: lengths, time: times } = walksTo(network.pieces[place]!, terminal[onward]!, rules.along)
      const at = terminal[door]!
      offer(network, ways, frontier, crossing, onward, { length: lengths[at]!, time: times[at]! })
    }
  }
  search(network, rules, ways, frontier)
  return { ways, changed }
}

/** Marks the crossings that are no longer allowed, and those whose way passes one of them. */
function cutOff({ allowed }: Rules, { time, next }: Ways): Uint8Array {
  const unknown = 2
  const cut = new Uint8Array(next.length).fill(unknown)
  const path: number[] = []
  for (let crossing = 0; crossing < next.length; crossing++) {
    let at = crossing
    path.length = 0
    while (cut[at] === unknown) {
      path.push(at)
      if (time[at] === Infinity || allowed[at] === 0) cut[at] = time[at] === Infinity ? 0 : 1
      else if (next[at]! < 0) cut[at] = 0
      else at = next[at]!
    }
    for (const each of path) cut[each] = cut[at]!
  }
  return cut
}

/** The crossings of a way, the first one given. */
export function crossingsOf({ next }: Ways, first: number): number[] {
  const passed: number[] = []
  for (let crossing = first; crossing >= 0; crossing = next[crossing]!) passed.push(crossing)
  return passed
}
