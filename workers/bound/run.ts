import { partPersons } from '../egress/departures.ts'
import {
  egressCaseOf,
  graphOf,
  noEgressKept,
  openNetworkOf,
  routesRules,
  waysOf,
  type KeptEgress,
} from '../egress/kept.ts'
import type { ComponentRef } from '../egress/job.ts'
import type { EgressNetwork } from '../egress/network.ts'
import type { Job } from '../job.ts'
import { prepareDistances } from '../routes/zones.ts'
import { encodeFlow, type EncodedFlow } from './encode.ts'
import { unitsPerPerson } from './flowNetwork.ts'
import { exitWidthBound, travelBound } from './horizonBounds.ts'
import type { BoundInput, BoundResult } from './job.ts'
import { minimumHorizon, type MinimumHorizon } from './minimumHorizon.ts'
import { wholePersons } from './plan.ts'
import { boundProvenance } from './provenance.ts'

/** Copies of nodes in the time expansion that are still solved in about a second. */
const mostCopies = 250_000
const longestStepS = 5

/**
 * The job `bound`: the certified minimum horizon of the dynamic flow on the hydraulic network (travel rounded down,
 * capacity up), and a plan that meets the least horizon of the same network rounded the other way. Their gap is what
 * rounding costs; a share of planning is left only where the plan is not the best.
 */
export const boundJob: Job<BoundInput, number, BoundResult> = {
  name: 'bound',
  run: async (input, { premises, kept: store, progress, breathe }) => {
    const kept = (store.get('bound') as KeptEgress | undefined) ?? noEgressKept()
    store.set('bound', kept)
    const model = premises()
    const graph = graphOf(kept, model)
    await prepareDistances(graph, routesRules(graph), breathe)
    const open = openNetworkOf(kept, model, input.doorBasis)
    const { rules, ways, startIn } = waysOf(open, egressCaseOf(open.net, { ...zeroTimes, ...input }))
    const parting = await partPersons(open.net, rules, ways, startIn, breathe)
    progress(0.1)
    const stepS = input.stepS ?? stepFor(encodeFlow(open.net, rules, parting, longestStepS, 'bound'))
    const optimistic = encodeFlow(open.net, rules, parting, stepS, 'bound')
    const lowest = await minimumHorizon(optimistic.network, optimistic.groups, breathe)
    progress(0.5)
    const cautious = encodeFlow(open.net, rules, parting, stepS, 'plan')
    const planned = await minimumHorizon(cautious.network, cautious.groups, breathe)
    progress(1)
    const lowerBoundS = lowest.steps * stepS
    // Those who arrive in the last step are outside at its end.
    const planS = cautious.network.total > 0 ? (planned.steps + 1) * stepS : 0
    const gap = lowerBoundS > 0 ? planS / lowerBoundS - 1 : 0
    return {
      stepS,
      lowerBoundS,
      lowerBoundSteps: lowest.steps,
      certificate: certificateOf(open.net, optimistic, lowest),
      planS,
      gap,
      gapFromRounding: gap,
      gapFromPlanning: 0,
      plan: wholePersons(open.net, cautious, planned.plan()),
      provenance: boundProvenance(open.net, input, stepS),
    }
  },
}

/** A case takes away openings, zones and stairs; times are no part of it. */
const zeroTimes = {
  stairShare: 0.5,
  detectionS: 0,
  alarmS: 0,
  preMovementFirstS: 0,
  preMovementLastS: 0,
  seriesStepS: null,
}

/** 1 s, or as much more as keeps the time expansion small: judged by the bounds at the longest step. */
function stepFor({ network }: EncodedFlow): number {
  const steps = Math.max(travelBound(network).steps, exitWidthBound(network).steps) * longestStepS
  // Stairs often take twice as long as the exits alone.
  const copies = network.nodes * steps * 2
  return Math.min(longestStepS, Math.max(1, Math.ceil(copies / mostCopies)))
}

function certificateOf(
  { graph, components }: EgressNetwork,
  { crossingOfArc }: EncodedFlow,
  { certificate }: MinimumHorizon,
): BoundResult['certificate'] {
  const named = new Map<string, ComponentRef>()
  for (const arc of certificate.arcs) {
    const crossing = crossingOfArc[arc]!
    if (crossing < 0) continue
    const link = graph.links[crossing >> 1]
    const component = components[crossing >> 1]
    if (link && component)
      named.set(`${link.kind} ${link.id} ${'run' in link ? link.run : ''}`, component.ref)
  }
  return {
    kind: certificate.kind,
    personsInside: certificate.units / unitsPerPerson,
    capacityPerStep: certificate.capPerStep / unitsPerPerson,
    components: [...named.values()],
  }
}
