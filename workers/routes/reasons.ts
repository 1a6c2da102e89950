import type { ZoneId } from '../../src/premises/ids.ts'
import type { Premises } from '../../src/premises/model.ts'
import { reachability } from '../../src/premises/reachability.ts'
import type { UnreachableZone } from '../../src/premises/reachability.ts'
import { crossingsOf, quickestWays } from './first.ts'
import { caseOf, finalRules } from './case.ts'
import type { Case } from './case.ts'
import { linkOf } from './network.ts'
import type { Network } from './network.ts'
import type { Rules, Ways } from './search.ts'

/** What is known of the premises while no case takes anything away: the ways, and why zones have none even so. */
export interface OpenPremises {
  readonly ways: Ways
  readonly unreachable: ReadonlyMap<ZoneId, UnreachableZone>
}

export function openPremises(premises: Premises, network: Network): OpenPremises {
  const ways = quickestWays(network, finalRules(network, caseOf(network, [], []), 'shortest'))
  const isCutOff = network.zoneIds.some(
    (_, zone) => network.zoneOutdoor[zone] === 0 && firstOut(network, ways, zone) < 0,
  )
  const { unreachable } = isCutOff ? reachability(premises) : { unreachable: [] }
  return { ways, unreachable: new Map(unreachable.map((each) => [each.zoneId, each])) }
}

/**
 * Why the zones without an answer have no way out: the case closes the zone, or shuts what its way passes (named: the
 * obstacle nearest to the zone), or it has none in the premises as they are.
 */
export function unreachableZones(
  network: Network,
  { ways, unreachable }: OpenPremises,
  { closedPlace }: Case,
  { allowed }: Rules,
  hasAnswer: (zone: number) => boolean,
): UnreachableZone[] {
  return network.zoneIds.flatMap((zoneId, zone): UnreachableZone[] => {
    if (network.zoneOutdoor[zone] === 1 || hasAnswer(zone)) return []
    if (closedPlace[network.placeFrom[zone]!] === 1) return [{ zoneId, reason: 'zoneClosed' }]
    const first = firstOut(network, ways, zone)
    if (first < 0) return [unreachable.get(zoneId) ?? { zoneId, reason: 'noExitInComponent' }]
    const obstacle = crossingsOf(ways, first).find((crossing) => allowed[crossing] === 0)
    const link = obstacle === undefined ? undefined : network.links[linkOf(obstacle)]
    const named = link?.kind === 'opening' ? { openingId: link.id } : {}
    return [{ zoneId, reason: 'onlyShutOpenings', ...named }]
  })
}

/** The crossing out of a zone from which the way on is quickest; −1 where no way leads out. */
function firstOut(network: Network, ways: Ways, zone: number): number {
  const from = network.crossingFrom[network.placeFrom[zone]!]!
  const to = network.crossingFrom[network.placeFrom[zone + 1]!]!
  let best = -1
  for (let slot = from; slot < to; slot++) {
    const crossing = network.crossings[slot]!
    const time = ways.time[crossing]!
    if (time < Infinity && (best < 0 || time < ways.time[best]!)) best = crossing
  }
  return best
}
