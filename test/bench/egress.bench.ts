import { studyClearing } from '../../src/analysis/clearing.ts'
import type { Premises } from '../../src/premises/model.ts'
import { loadSample } from '../../src/premises/sample/index.ts'
import { assemble } from '../../workers/egress/assemble.ts'
import { partPersons } from '../../workers/egress/departures.ts'
import { advance } from '../../workers/egress/flow.ts'
import { startFlow } from '../../workers/egress/flowRun.ts'
import { egressCaseOf, graphOf, noEgressKept, openNetworkOf, waysOf } from '../../workers/egress/kept.ts'
import type { FlowTree } from '../../workers/egress/tree.ts'
import { routesJob } from '../../workers/routes/run.ts'
import { clear, openCase } from '../workers/egress/clear.ts'
import { runPlain } from '../workers/egress/plainFlow.ts'
import { storeys } from '../workers/egress/storeys.ts'
import type { Row } from './measuring.ts'

const plain = 'the same model read from the book, with objects'

/** The hydraulic job: its kernel beside a plain reading of the same model, a case and the study with and without kept state. */
export default async function bench(): Promise<Row[]> {
  const sample = await loadSample()
  const slab = storeys({ levels: 20, rooms: 10, persons: 25 })
  return [
    await kernelRow('egress kernel, sample (597 persons)', sample),
    await kernelRow('egress kernel, 20 storeys (10,000 persons)', slab),
    await editRow(sample),
    await studyRow(sample),
  ]
}

async function kernelRow(name: string, premises: Premises): Promise<Row> {
  const tree = await treeOf(premises)
  const run = () => {
    const flow = startFlow(tree, null)
    while (!advance(flow, 1000));
    return flow.steps
  }
  // Beside each other only if they answer the same.
  const steps = run()
  if (Math.abs(runPlain(tree).steps - steps) > 1) throw new Error('the kernel and the plain model disagree')
  const value = await fastest(() => run(), 20)
  const peerValue = await fastest(() => runPlain(tree), 5)
  return { name, value, unit: 'ms', peer: plain, peerValue, ratio: peerValue / value }
}

async function treeOf(premises: Premises): Promise<FlowTree> {
  const kept = noEgressKept()
  graphOf(kept, premises)
  const open = openNetworkOf(kept, premises, 'effectiveWidth')
  const { rules, ways, startIn } = waysOf(open, egressCaseOf(open.net, openCase))
  const parting = await partPersons(open.net, rules, ways, startIn)
  return (await assemble(open.net, ways, parting, 0.5)).built.tree
}

/** Routes and the time with all open after an edit of one door's width: the network anew, the shapes of the zones kept. */
async function editRow(sample: Premises): Promise<Row> {
  const id = Object.keys(sample.openings).sort()[0] as keyof typeof sample.openings
  const ask = async (premises: Premises, kept: Map<string, unknown>) => {
    const context = {
      premises: () => premises,
      revision: () => 1,
      progress: () => {},
      breathe: async () => {},
      kept,
    }
    await routesJob.run({ targets: 'final', along: 'shortest', shutOpenings: [], closedZones: [] }, context)
    await clear(premises, {}, kept)
  }
  const kept = new Map<string, unknown>()
  await ask(sample, kept)
  let widthM = 0.9
  const edited = () => {
    widthM += 0.001
    const opening = { ...sample.openings[id]!, clearWidthM: widthM }
    return { ...sample, openings: { ...sample.openings, [id]: opening } }
  }
  const value = await fastest(() => ask(edited(), kept), 12)
  const peerValue = await fastest(() => ask(structuredClone(edited()), new Map()), 3)
  const name = 'routes and egress, sample, all open, after an edit of a door, one thread'
  return { name, value, unit: 'ms', peer: 'from scratch', peerValue, ratio: peerValue / value }
}

/** All open, and every exit and stair lost in turn, on one thread. */
async function studyRow(sample: Premises): Promise<Row> {
  const kept = new Map<string, unknown>()
  const study = (warm: boolean) =>
    studyClearing((input) => clear(sample, input, warm ? kept : new Map<string, unknown>()), sample, openCase)
  await study(true)
  const value = await fastest(() => study(true), 8)
  const peerValue = await fastest(() => study(false), 2)
  const { cases } = await study(true)
  const name = `clearing study, sample, all open and ${cases.length} losses, one thread`
  return { name, value, unit: 'ms', peer: 'every case from scratch', peerValue, ratio: peerValue / value }
}

async function fastest(run: () => unknown, times: number): Promise<number> {
  let best = Infinity
  for (let n = 0; n < times; n++) {
    const from = performance.now()
    await run()
    best = Math.min(best, performance.now() - from)
  }
  return best
}
