import { PersonError } from '../../src/premises/message.ts'
import type { Job } from '../job.ts'
import { prepareDistances } from '../routes/zones.ts'
import { assemble } from './assemble.ts'
import { partPersons } from './departures.ts'
import { advance } from './flow.ts'
import { startFlow } from './flowRun.ts'
import type { EgressInput, EgressResult } from './job.ts'
import { egressCaseOf, graphOf, noEgressKept, openNetworkOf, routesRules, waysOf } from './kept.ts'
import type { KeptEgress } from './kept.ts'
import { mostShare } from './relations.ts'
import { report } from './report.ts'
import { nodeKind } from './tree.ts'
import type { FlowTree } from './tree.ts'

/** Nodes moved between two breaths: about 5 ms. */
const nodesPerBreath = 250_000

/**
 * The job `egress`: how a case clears, by the SFPE hydraulic network in Godunov form. Everybody takes the way that is
 * quickest unhindered from where they stand (`departures.ts`); all ways together are a tree of cells (`assemble.ts`) on
 * which the kernel runs (`flow.ts`). Progress is the share of persons outside.
 */
export const egressJob: Job<EgressInput, number, EgressResult> = {
  name: 'egress',
  run: async (input, { premises, kept: store, progress, breathe }) => {
    check(input)
    const kept = (store.get('egress') as KeptEgress | undefined) ?? noEgressKept()
    store.set('egress', kept)
    const model = premises()
    const graph = graphOf(kept, model)
    await prepareDistances(graph, routesRules(graph), breathe)
    const open = openNetworkOf(kept, model, input.doorBasis)
    const caseWays = waysOf(open, egressCaseOf(open.net, input))
    const { rules, ways, startIn } = caseWays
    await breathe()
    const parting = await partPersons(open.net, rules, ways, startIn, breathe)
    const assembly = await assemble(open.net, ways, parting, input.stairShare, breathe)
    await breathe()
    const flow = startFlow(assembly.built.tree, input.seriesStepS)
    const persons = parting.moving.reduce((sum, each) => sum + each, 0)
    const mostSteps = stepsAtMost(flow.tree, persons)
    const perBreath = Math.ceil(nodesPerBreath / (flow.tree.count + 1))
    while (!advance(flow, perBreath)) {
      if (flow.steps > mostSteps)
        throw new PersonError('egressEndless', { minutes: Math.round(flow.steps * flow.tree.stepS) / 60 })
      progress(flow.passed[flow.tree.count]! / persons)
      await breathe()
    }
    return report(open.net, caseWays, parting, assembly, flow, input)
  },
}

function check({ stairShare, seriesStepS, ...times }: EgressInput): void {
  const { detectionS, alarmS, preMovementFirstS, preMovementLastS } = times
  const bad = (field: string, value: number): never => {
    throw new PersonError('egressInput', { field, value }, { field })
  }
  if (!(stairShare >= 0 && stairShare <= 1)) bad('stairShare', stairShare)
  if (seriesStepS !== null && !(seriesStepS >= leastSeriesStepS && seriesStepS < Infinity))
    bad('seriesStepS', seriesStepS)
  for (const [field, value] of Object.entries({ detectionS, alarmS, preMovementFirstS, preMovementLastS }))
    if (!(value >= 0 && value < Infinity)) bad(field, value)
  if (preMovementLastS < preMovementFirstS) bad('preMovementLastS', preMovementLastS)
}

/** A finer series than this only fills memory. */
const leastSeriesStepS = 0.1

/** No case lasts longer: every node in turn, one after the other, letting everybody through at its capacity. */
function stepsAtMost({ count, kind, size, lastS, stepS }: FlowTree, persons: number): number {
  let steps = count
  for (let node = 0; node < count; node++) {
    if (kind[node] === nodeKind.source) steps = Math.max(steps, lastS[node]! / stepS + count)
    else steps += persons / (kind[node] === nodeKind.cell ? mostShare * size[node]! : size[node]!)
  }
  return steps
}
