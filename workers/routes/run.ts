import type { Job } from '../job.ts'
import { provenanceOf } from '../provenance.ts'
import { caseOf, finalRules } from './case.ts'
import { partingCosine } from './deadEnd.ts'
import type { RoutesInput, RoutesResult } from './job.ts'
import { levelSpeedMPerS } from './measure.ts'
import { networkOf, nothingKept, openOf, remember, waysOfCase } from './kept.ts'
import type { KeptRoutes } from './kept.ts'
import { unreachableZones } from './reasons.ts'
import { prepareDistances, solveZones } from './zones.ts'

/**
 * The job `routes`: the quickest way out of every zone, and the quickest to another exit among those that share the fewest
 * openings with it. Progress is the share done.
 */
export const routesJob: Job<RoutesInput, number, RoutesResult> = {
  name: 'routes',
  run: async (input, { premises, kept: store, progress, breathe }) => {
    const kept = (store.get('routes') as KeptRoutes | undefined) ?? nothingKept()
    store.set('routes', kept)
    const model = premises()
    const network = networkOf(kept, model)
    const step = async (share: number): Promise<void> => {
      await breathe()
      if (share > 0) progress(share)
    }
    await prepareDistances(network, finalRules(network, caseOf(network, [], []), input.along), step)
    const caseWays = waysOfCase(kept, network, input)
    const { given, rules, ways, base, changed } = caseWays
    const isSame = base !== null && changed !== null && changed.every((each) => each === 0)
    const zones = isSame ? base.zones : await solveZones(network, caseWays, step)
    const solved = isSame ? base : { along: input.along, targets: input.targets, given, rules, ways, zones }
    remember(kept, solved, base)
    return {
      zones: zones.flatMap((zone) => zone?.route ?? []),
      unreachable: unreachableZones(
        network,
        openOf(kept, model, network),
        given,
        rules,
        (zone) => zones[zone] !== null,
      ),
      provenance: provenanceOf([
        'routes',
        network.hash,
        levelSpeedMPerS,
        partingCosine,
        ...parameters(input),
      ]),
    }
  },
}

function parameters({ targets, along, shutOpenings, closedZones }: RoutesInput): string[] {
  return [targets, along, inOrder(shutOpenings), inOrder(closedZones)]
}

function inOrder(ids: readonly string[]): string {
  return [...new Set(ids)].sort().join(' ')
}
