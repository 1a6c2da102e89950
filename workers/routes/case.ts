import type { OpeningId, ZoneId } from '../../src/premises/ids.ts'
import { linkOf, opposite } from './network.ts'
import type { Network } from './network.ts'
import type { Along } from './piece.ts'
import type { Rules, Ways } from './search.ts'

/** What a case takes away: links that are shut, places that nobody may enter. */
export interface Case {
  readonly shutLink: Uint8Array
  readonly closedPlace: Uint8Array
}

/** Ids that the premises do not have are passed over: an opening that is gone shuts nothing. */
export function caseOf(
  network: Network,
  shutOpenings: readonly OpeningId[],
  closedZones: readonly ZoneId[],
): Case {
  const shut = new Set<string>(shutOpenings)
  const closed = new Set<string>(closedZones)
  return {
    shutLink: Uint8Array.from(network.links, (link) =>
      link.kind === 'opening' && shut.has(link.id) ? 1 : 0,
    ),
    closedPlace: Uint8Array.from(network.placeZone, (zone) =>
      closed.has(network.zoneIds[zone] ?? '') ? 1 : 0,
    ),
  }
}

/** The rules of a case whose ways end outside. */
export function finalRules(network: Network, { shutLink, closedPlace }: Case, along: Along): Rules {
  const { from, to, open } = network
  const allowed = new Uint8Array(open.length)
  for (let crossing = 0; crossing < open.length; crossing++) {
    const isClosed = closedPlace[from[crossing]!] === 1 || closedPlace[to[crossing]!] === 1
    allowed[crossing] = open[crossing] === 1 && shutLink[linkOf(crossing)] === 0 && !isClosed ? 1 : 0
  }
  return { along, allowed, target: network.final }
}

/**
 * The rules of a case whose ways also end at storey exits. A door of an enclosed stair is one only if the way out leads
 * into the stair there, and not out of it (the door on the ground floor; any door while the stair's foot is shut); a door
 * to an adjoining compartment only if that one has a way out of its own.
 */
export function storeyRules(network: Network, final: Rules, ways: Ways): Rules {
  const target = network.final.slice()
  for (let crossing = 0; crossing < target.length; crossing++) {
    if (final.allowed[crossing] === 0 || target[crossing] === 1) continue
    const kind = network.storey[crossing]
    if (kind === storeyKind.stair) {
      target[crossing] = ways.time[crossing]! < ways.time[opposite(crossing)]! ? 1 : 0
    } else if (kind === storeyKind.compartment) {
      target[crossing] = leadsOutWithout(network, final, crossing) ? 1 : 0
    }
  }
  return { ...final, target }
}

/** What a storey exit leads into. */
export const storeyKind = { none: 0, stair: 1, compartment: 2 } as const

/** Whether a way leads outside from beyond the crossing without coming back into the compartment that it leaves. */
function leadsOutWithout(network: Network, { allowed }: Rules, crossing: number): boolean {
  const { from, to, crossingFrom, crossings, compartment, final } = network
  const left = compartment[from[crossing]!]!
  const seen = new Set<number>([to[crossing]!])
  for (const place of seen) {
    if (place < 0) continue
    for (let slot = crossingFrom[place]!; slot < crossingFrom[place + 1]!; slot++) {
      const next = crossings[slot]!
      if (allowed[next] === 0) continue
      if (final[next] === 1) return true
      const beyond = to[next]!
      if (beyond >= 0 && compartment[beyond] !== left) seen.add(beyond)
    }
  }
  return false
}
