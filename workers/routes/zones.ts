import { zoneRoute } from './answer.ts'
import { crossingsOf } from './first.ts'
import type { Network } from './network.ts'
import { lengthsTo } from './piece.ts'
import type { Rules } from './search.ts'
import { secondWays } from './second.ts'
import type { Seeker } from './second.ts'
import type { CaseWays, SolvedZone } from './solved.ts'
import { startOf } from './start.ts'

/** Told the share done now and then; throws where the answer is no longer wanted. */
export type Breathe = (share: number) => Promise<void>

/**
 * The answers of all zones of a case. What the base case answered stays where neither of a zone's ways has changed: taking
 * openings away makes no other way better.
 */
export async function solveZones(
  network: Network,
  { rules, ways, base, changed }: CaseWays,
  breathe: Breathe,
): Promise<(SolvedZone | null)[]> {
  const count = network.zoneIds.length
  const solved: (SolvedZone | null)[] = Array.from({ length: count }, () => null)
  const seekers: (Seeker & { readonly zone: number })[] = []
  for (let zone = 0; zone < count; zone++) {
    if (network.zoneOutdoor[zone] === 1) continue
    const kept = base?.zones[zone] ?? null
    if (base && changed && !touches(network, zone, changed)) {
      if (kept === null || kept.second === null || isStillOpen(kept.second, rules)) {
        solved[zone] = kept
        continue
      }
      seekers.push({ zone, start: kept.start, first: kept.first })
      continue
    }
    const start = startOf(network, rules, ways, zone)
    if (start) seekers.push({ zone, start, first: crossingsOf(ways, start.crossing) })
    await breathe(zone / count / 2)
  }
  const seconds = secondWays(network, rules, ways)
  let done = 0
  for (const group of seconds.groups(seekers)) {
    const found = seconds.find(group)
    for (const [at, seeker] of group.entries()) {
      const { zone, start, first } = seeker as (typeof seekers)[number]
      const second = found[at] ?? null
      const route = zoneRoute(network, rules.along, network.zoneIds[zone]!, start, first, second)
      solved[zone] = { zone, start, first, second, route }
    }
    done += group.length
    await breathe(0.5 + done / seekers.length / 2)
  }
  return solved
}

/** Whether the way on from any crossing out of the zone has changed. */
function touches(network: Network, zone: number, changed: Uint8Array): boolean {
  const from = network.crossingFrom[network.placeFrom[zone]!]!
  const to = network.crossingFrom[network.placeFrom[zone + 1]!]!
  for (let slot = from; slot < to; slot++) if (changed[network.crossings[slot]!] === 1) return true
  return false
}

function isStillOpen(way: readonly number[], { allowed }: Rules): boolean {
  return way.every((crossing) => allowed[crossing] === 1)
}

/**
 * Computes the distances that a search will ask for, breathing between two places: a search itself does not stop. They are
 * those to the crossings from which a target can be reached.
 */
export async function prepareDistances(network: Network, rules: Rules, breathe: Breathe): Promise<void> {
  const { from, crossingFrom, crossings, terminal } = network
  const reached: number[] = []
  const seen = new Uint8Array(from.length)
  const reach = (crossing: number): void => {
    if (seen[crossing] === 1 || rules.allowed[crossing] === 0) return
    seen[crossing] = 1
    reached.push(crossing)
  }
  for (let crossing = 0; crossing < from.length; crossing++) if (rules.target[crossing] === 1) reach(crossing)
  for (const crossing of reached) {
    const place = from[crossing]!
    lengthsTo(network.pieces[place]!, terminal[crossing]!, rules.along)
    for (let slot = crossingFrom[place]!; slot < crossingFrom[place + 1]!; slot++) {
      const door = crossings[slot]!
      if (door !== crossing && rules.target[door ^ 1] === 0) reach(door ^ 1)
    }
    await breathe(0)
  }
}
