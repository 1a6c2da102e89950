import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import loadHighs, { type Highs } from 'highs'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  buildFlowNetwork,
  unitsPerPerson,
  unlimited,
  type FlowNetwork,
} from '../../../workers/bound/flowNetwork.ts'
import { cutBound } from '../../../workers/bound/horizonBounds.ts'
import { minimumHorizon } from '../../../workers/bound/minimumHorizon.ts'
import { reservePlan, type Reservation } from '../../../workers/bound/reserve.ts'
import { horizonByLinearProgram } from './linearProgram.ts'
import { randomBuilding } from './randomNetwork.ts'

const cases = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'reference', 'cases', 'egress-flow')
const breathe = () => Promise.resolve()

describe.skipIf(!existsSync(cases))(
  'reference buildings with a proven optimum (needs ../shared/reference)',
  () => {
    for (const [name, optimum] of [
      ['b0', 17],
      ['b1', 126],
      ['b2', 228],
    ] as const) {
      it(`${name}: T* = ${optimum} exactly, met by a flow that keeps every limit`, async () => {
        const network = readCase(name)
        const found = await minimumHorizon(network, [], breathe)
        expect(found.steps).toBe(optimum)
        expect(found.certificate.steps).toBe(optimum)
        checkPlan(network, found.plan(), optimum)
      })

      it(`${name}: the greedy plan keeps every limit and is within 5 % or one step`, async () => {
        const network = readCase(name)
        const plan = await reservePlan(network, breathe)
        checkPlan(network, plan.reservations, plan.horizon)
        expect(plan.horizon).toBeLessThanOrEqual(optimum + Math.max(1, Math.floor(optimum * 0.05)))
      })
    }
  },
)

describe('200 random buildings where no static cut is tight, against linear programming', () => {
  let highs: Highs
  beforeAll(async () => {
    highs = await loadHighs()
  })

  it('the minimum horizon is the same', async () => {
    let compared = 0
    for (let seed = 1; compared < 200; seed++) {
      const network = randomBuilding(seed)
      const found = await minimumHorizon(network, [], breathe)
      const cut = bestStaticCut(network)
      expect(cut, `seed ${seed}`).toBeLessThanOrEqual(found.steps)
      if (cut === found.steps) continue
      compared++
      expect(horizonByLinearProgram(highs, network, found.steps - 1, found.steps), `seed ${seed}`).toBe(
        found.steps,
      )
      checkPlan(network, found.plan(), found.steps)
      checkPlan(network, found.greedy.reservations, found.greedy.horizon)
    }
    expect(compared).toBe(200)
  })
})

describe('capacities in units of 0.01 person', () => {
  it('a 0.90 m door (0.789 persons/s) at a step of 1 s is neither shut nor 27 % too wide', async () => {
    const door = (perStep: number) =>
      buildFlowNetwork({
        nodes: 2,
        sink: 0,
        init: [0, 150 * unitsPerPerson],
        waitCap: [0, 0],
        arcs: [{ from: 1, to: 0, travel: 0, cap: perStep }],
      })
    // 150 / 0.7895 = 190.0 s: capacity up for the bound, down for the plan.
    expect((await minimumHorizon(door(Math.ceil(78.95)), [], breathe)).steps + 1).toBe(190)
    expect((await reservePlan(door(Math.floor(78.95)), breathe)).horizon + 1).toBe(193)
  })
})

function readCase(name: string): FlowNetwork {
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

/** Everybody arrives by the horizon; no arc, no waiting place is ever over its limit. */
function checkPlan(network: FlowNetwork, plan: readonly Reservation[], horizon: number): void {
  const layers = horizon + 1
  const flow = new Float64Array(network.arcs * layers)
  const wait = new Float64Array(network.nodes * layers)
  const sent = new Int32Array(network.nodes)
  const faults: string[] = []
  for (const { source, units, arrival, arcs, enters } of plan) {
    if (units <= 0 || arrival > horizon) faults.push(`${units} units arrive at ${arrival}`)
    sent[source]! += units
    let at = 0
    let place = source
    arcs.forEach((a, i) => {
      if (network.from[a] !== place) faults.push(`arc ${a} does not start at ${place}`)
      const enter = enters[i] ?? 0
      if (enter < at) faults.push(`arc ${a} is entered before it is reached`)
      for (let t = at; t < enter; t++) wait[place * layers + t]! += units
      flow[a * layers + enter]! += units
      at = enter + (network.travel[a] ?? 0)
      place = network.to[a] ?? -1
    })
    if (place !== network.sink || at !== arrival) faults.push(`a way ends at ${place} at ${at}`)
  }
  flow.forEach((units, i) => {
    if (units > (network.cap[Math.floor(i / layers)] ?? 0))
      faults.push(`arc ${Math.floor(i / layers)} is over its capacity`)
  })
  wait.forEach((units, i) => {
    if (units > (network.waitCap[Math.floor(i / layers)] ?? 0))
      faults.push(`${Math.floor(i / layers)} is overfull`)
  })
  expect(faults).toEqual([])
  expect(sent).toEqual(network.init)
}

/** The best bound of all static groups of nodes. */
function bestStaticCut(network: FlowNetwork): number {
  let best = 0
  for (let set = 1; set < 1 << (network.nodes - 1); set++) {
    const group = new Uint8Array(network.nodes)
    for (let v = 1; v < network.nodes; v++) group[v] = (set >> (v - 1)) & 1
    best = Math.max(best, cutBound(network, group).steps)
  }
  return best
}
