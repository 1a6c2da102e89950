import { crossingsOf } from './first.ts'
import { levelTime } from './measure.ts'
import { linkOf } from './network.ts'
import type { Network } from './network.ts'
import { createFrontier, noWays, search, seedTarget, sharedCost } from './search.ts'
import type { Burden, Frontier, Rules, Ways } from './search.ts'
import type { Start } from './start.ts'

/** A zone whose second way is sought, and its first way, crossing by crossing. */
export interface Seeker {
  readonly start: Start
  readonly first: readonly number[]
}

/** Second ways of one case; made once per case, since it holds what all of its searches need. */
export interface SecondWays {
  /** Seekers whose first ways are the same after their own door, so that one search serves them all. */
  readonly groups: (seekers: readonly Seeker[]) => readonly (readonly Seeker[])[]
  /**
   * For each seeker of a group, the quickest of the ways to another exit that pass the fewest openings of its first way;
   * null where no other exit can be reached.
   */
  readonly find: (group: readonly Seeker[]) => readonly (readonly number[] | null)[]
}

export function secondWays(network: Network, rules: Rules, first: Ways): SecondWays {
  const targets = targetsByPart(network, rules)
  const frontier = createFrontier()
  const ways = noWays(network)

  function find(group: readonly Seeker[]): (readonly number[] | null)[] {
    const [one] = group
    if (one === undefined) return []
    const burden = burdenOf(network, onward(one))
    searchAll(network, rules, ways, frontier, burden, targets, group, first)
    return group.map((seeker) => {
      const way = quickest(network, rules, ways, seeker, burden)
      if (way === null || !passesAgain(seeker, way, burden)) return way
      // It comes through the seeker's own door a second time, which this search did not count as shared: count it.
      return alone(seeker)
    })
  }

  function alone(seeker: Seeker): readonly number[] | null {
    const burden = burdenOf(network, seeker.first)
    const own = noWays(network)
    searchAll(network, rules, own, frontier, burden, targets, [seeker], first)
    return quickest(network, rules, own, seeker, burden)
  }

  return { groups: (seekers) => grouped(seekers), find }
}

/** What follows the seeker's own door: its first way from the second crossing on, or from the exit if that is the door. */
function onward({ first }: Seeker): readonly number[] {
  return first.length > 1 ? first.slice(1) : first
}

function grouped(seekers: readonly Seeker[]): Seeker[][] {
  const groups = new Map<number, Seeker[]>()
  for (const seeker of seekers) {
    const key = onward(seeker)[0]!
    const group = groups.get(key)
    if (group) group.push(seeker)
    else groups.set(key, [seeker])
  }
  return [...groups.values()]
}

function burdenOf({ links }: Network, crossings: readonly number[]): Burden {
  const shared = new Uint8Array(links.length)
  for (const crossing of crossings) {
    if (links[linkOf(crossing)]?.kind === 'opening') shared[linkOf(crossing)] = 1
  }
  return { shared, exitLink: linkOf(crossings[crossings.length - 1]!) }
}

/** The burdened search, as far as the group needs it. */
function searchAll(
  network: Network,
  rules: Rules,
  ways: Ways,
  frontier: Frontier,
  burden: Burden,
  targets: readonly (readonly number[])[],
  group: readonly Seeker[],
  first: Ways,
): void {
  ways.time.fill(Infinity)
  ways.length.fill(Infinity)
  ways.next.fill(-1)
  const wanted = new Uint8Array(ways.time.length)
  let left = 0
  const parts = new Set<number>()
  for (const { start } of group) {
    parts.add(network.part[start.place]!)
    for (
      let slot = network.crossingFrom[start.place]!;
      slot < network.crossingFrom[start.place + 1]!;
      slot++
    ) {
      const crossing = network.crossings[slot]!
      // Over what leads nowhere in the first ways, no second leads out.
      const leadsOut = rules.allowed[crossing] === 1 && first.time[crossing]! < Infinity
      if (!leadsOut || wanted[crossing] === 1) continue
      wanted[crossing] = 1
      left += 1
    }
  }
  for (const part of parts)
    for (const target of targets[part] ?? []) seedTarget(network, rules, ways, frontier, target, burden)
  search(network, rules, ways, frontier, burden, (crossing) => {
    if (wanted[crossing] === 1) left -= 1
    return left === 0
  })
}

function quickest(
  network: Network,
  rules: Rules,
  ways: Ways,
  { start, first }: Seeker,
  burden: Burden,
): readonly number[] | null {
  const own = linkOf(first[0]!)
  const ownCost = network.links[own]?.kind === 'opening' && burden.shared[own] === 0 ? sharedCost : 0
  const from = network.crossingFrom[start.place]!
  let best = -1
  let time = Infinity
  let length = Infinity
  for (let slot = from; slot < network.crossingFrom[start.place + 1]!; slot++) {
    const crossing = network.crossings[slot]!
    if (rules.allowed[crossing] === 0 || ways.time[crossing] === Infinity) continue
    const walked = start.lengths[slot - from]!
    const whole = levelTime(walked) + ways.time[crossing]! + (linkOf(crossing) === own ? ownCost : 0)
    const far = walked + ways.length[crossing]!
    if (whole > time || (whole === time && far >= length)) continue
    best = crossing
    time = whole
    length = far
  }
  return best < 0 ? null : crossingsOf(ways, best)
}

function passesAgain({ first }: Seeker, way: readonly number[], { shared }: Burden): boolean {
  const own = linkOf(first[0]!)
  return shared[own] === 0 && way.some((crossing, at) => at > 0 && linkOf(crossing) === own)
}

function targetsByPart(network: Network, { allowed, target }: Rules): number[][] {
  const targets: number[][] = Array.from({ length: network.parts }, () => [])
  for (let crossing = 0; crossing < target.length; crossing++) {
    if (target[crossing] === 1 && allowed[crossing] === 1)
      targets[network.part[network.from[crossing]!]!]?.push(crossing)
  }
  return targets
}
