import type { Premises } from '../../src/premises/model.ts'
import { storeyRules, caseOf, finalRules } from './case.ts'
import type { Case } from './case.ts'
import { encodeNetwork } from './encode.ts'
import { quickestWays, withoutCrossings } from './first.ts'
import type { RoutesInput } from './job.ts'
import type { Network } from './network.ts'
import { openPremises } from './reasons.ts'
import type { OpenPremises } from './reasons.ts'
import type { Rules, Ways } from './search.ts'
import type { CaseWays, SolvedCase } from './solved.ts'

/** What a worker keeps between runs: the network, and the cases answered last. */
export interface KeptRoutes {
  premises: Premises | null
  network: Network | null
  open: OpenPremises | null
  /** The last used first. */
  solved: SolvedCase[]
}

const casesKept = 6

export function nothingKept(): KeptRoutes {
  return { premises: null, network: null, open: null, solved: [] }
}

/** The network of the premises: the one kept where nothing that ways hang on has changed. */
export function networkOf(kept: KeptRoutes, premises: Premises): Network {
  const before = kept.premises
  const isSame =
    before !== null &&
    before.zones === premises.zones &&
    before.openings === premises.openings &&
    before.stairs === premises.stairs &&
    before.ramps === premises.ramps &&
    before.lifts === premises.lifts &&
    before.levels === premises.levels
  if (isSame && kept.network) return kept.network
  const network = encodeNetwork(premises, kept.network ?? undefined)
  kept.premises = premises
  // Why a zone has no way out may hang on what the network leaves out (a lift, a window, the use of a zone).
  kept.open = null
  if (network.hash === kept.network?.hash) return kept.network
  kept.network = network
  kept.solved = []
  return network
}

export function openOf(kept: KeptRoutes, premises: Premises, network: Network): OpenPremises {
  kept.open ??= openPremises(premises, network)
  return kept.open
}

/** Keeps a solved case, and the one that it was made from: the next may be made from it as well. */
export function remember(kept: KeptRoutes, solved: SolvedCase, base: SolvedCase | null): void {
  const others = kept.solved.filter((each) => each !== base)
  kept.solved = [...new Set([solved, ...(base ? [base] : []), ...others])].slice(0, casesKept)
}

/**
 * The quickest ways of a case: from a solved case that shuts and closes part of the same, or from scratch. Both give the
 * same arrays.
 */
export function waysOfCase(kept: KeptRoutes, network: Network, input: RoutesInput): CaseWays {
  const given = caseOf(network, input.shutOpenings, input.closedZones)
  const final = finalRules(network, given, input.along)
  const rules =
    input.targets === 'final' ? final : storeyRules(network, final, finalWays(kept, network, input, final))
  const base = nearestBase(kept, input, given, rules)
  if (base === null) return { given, rules, ways: quickestWays(network, rules), base: null, changed: null }
  return { given, rules, base, ...withoutCrossings(network, rules, base.ways) }
}

function finalWays(kept: KeptRoutes, network: Network, input: RoutesInput, final: Rules): Ways {
  const given = caseOf(network, input.shutOpenings, input.closedZones)
  const base = nearestBase(kept, { ...input, targets: 'final' }, given, final)
  return base ? withoutCrossings(network, final, base.ways).ways : quickestWays(network, final)
}

/** The solved case with the same targets that takes away the most of what this one takes away, and nothing else. */
function nearestBase(kept: KeptRoutes, input: RoutesInput, given: Case, rules: Rules): SolvedCase | null {
  let best: SolvedCase | null = null
  for (const solved of kept.solved) {
    if (solved.along !== input.along || solved.targets !== input.targets) continue
    if (!isPart(solved.given.shutLink, given.shutLink)) continue
    if (!isPart(solved.given.closedPlace, given.closedPlace)) continue
    if (!isEqual(solved.rules.target, rules.target)) continue
    if (best === null || taken(solved.given) > taken(best.given)) best = solved
  }
  return best
}

function isPart(part: Uint8Array, whole: Uint8Array): boolean {
  return part.every((value, at) => value === 0 || whole[at] === 1)
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at])
}

function taken({ shutLink, closedPlace }: Case): number {
  let count = 0
  for (const each of shutLink) count += each
  for (const each of closedPlace) count += each
  return count
}
