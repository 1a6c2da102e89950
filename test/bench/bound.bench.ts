import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildFlowNetwork, unitsPerPerson, unlimited, type FlowNetwork } from '../../workers/bound/flowNetwork.ts'
import { minimumHorizon } from '../../workers/bound/minimumHorizon.ts'
import { reservePlan } from '../../workers/bound/reserve.ts'
import { horizonByNaiveDinic } from './naiveDinic.ts'

const cases = join(import.meta.dirname, '..', '..', '..', 'shared', 'reference', 'cases', 'egress-flow')
const breathe = () => Promise.resolve()

/** The reference buildings: the exact minimum horizon and the greedy plan, beside a textbook Dinic with bisection. */
export default async function bound() {
  if (!existsSync(cases)) return []
  const rows = []
  for (const [name, optimum, withPeer] of [['b0', 17, true], ['b1', 126, true], ['b2', 228, false]] as const) {
    const network = read(name)
    const steps = (await minimumHorizon(network, [], breathe)).steps
    if (steps !== optimum) throw new Error(`${name}: T* is ${optimum}, found ${steps}`)
    const ours = await median(5, () => minimumHorizon(network, [], breathe))
    const peer = withPeer
      ? await median(1, () => {
          if (horizonByNaiveDinic(network, optimum * 2) !== optimum) throw new Error('the peer is wrong')
          return Promise.resolve()
        })
      : null
    rows.push({
      name: `minimum horizon of ${name}, ${network.nodes} nodes, T* ${optimum}`,
      value: ours,
      unit: 'ms',
      peer: peer === null ? null : 'textbook Dinic, bisection',
      peerValue: peer,
      ratio: peer === null ? null : peer / ours,
    })
    const plan = await reservePlan(network, breathe)
    const time = await median(5, () => reservePlan(network, breathe))
    rows.push({ name: `greedy plan of ${name}, ${plan.horizon} steps`, value: time, unit: 'ms', peer: null, peerValue: null, ratio: null })
    rows.push({
      name: `greedy plan of ${name}, above T*`,
      value: (plan.horizon / optimum - 1) * 100,
      unit: '%',
      peer: null,
      peerValue: null,
      ratio: null,
    })
  }
  return rows
}

async function median(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
}

function read(name: string): FlowNetwork {
  const data = JSON.parse(readFileSync(join(cases, `${name}.json`), 'utf8')) as {
    n: number
    exit: number
    nodes: { cap: number; init: number }[]
    arcs: [number, number, number, number][]
  }
  return buildFlowNetwork({
    nodes: data.n,
    sink: data.exit,
    init: data.nodes.map((node) => node.init * unitsPerPerson),
    waitCap: data.nodes.map((node) => Math.min(unlimited, node.cap * unitsPerPerson)),
    arcs: data.arcs.map(([from, to, travel, cap]) => ({ from, to, travel, cap: cap * unitsPerPerson })),
  })
}
