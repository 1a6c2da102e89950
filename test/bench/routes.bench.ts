import { DirectedGraph } from 'graphology'
import { singleSource } from 'graphology-shortest-path/dijkstra'
import type { OpeningId } from '../../src/premises/ids.ts'
import type { Premises } from '../../src/premises/model.ts'
import type { JobContext } from '../../workers/job.ts'
import { createLocalPool } from '../../workers/pool.local.ts'
import { caseOf, finalRules } from '../../workers/routes/case.ts'
import { encodeNetwork } from '../../workers/routes/encode.ts'
import { quickestWays } from '../../workers/routes/first.ts'
import type { RoutesInput } from '../../workers/routes/job.ts'
import { levelTime } from '../../workers/routes/measure.ts'
import { opposite } from '../../workers/routes/network.ts'
import type { Network } from '../../workers/routes/network.ts'
import { lengthsTo } from '../../workers/routes/piece.ts'
import { routesJob } from '../../workers/routes/run.ts'
import { letMessagesIn } from '../../workers/turns.ts'
import { campus } from './campus.ts'
import { type Row, clock, median } from './measuring.ts'

const peer = 'graphology-shortest-path dijkstra'

/** All ways out of a campus of 1,000 zones: from scratch, after one door, and beside graphology on the same graph. */
export default async function bench(): Promise<Row[]> {
  const { premises, doors, zones } = campus()
  if (zones.length < 1000) throw new Error(`the campus has only ${zones.length} zones`)
  await scratchMs(premises)
  const scratch = median(await times(5, () => scratchMs(premises)))
  const encoded = median(await times(5, async () => clock(() => encodeNetwork(premises))))

  const kept = new Map<string, unknown>()
  await routesJob.run(everything, contextOf(premises, kept))
  const tried = doors.filter((_, at) => at % 5 === 0)
  const changes = await changeTimes(premises, kept, tried)
  const edits = await editTimes(premises, kept, tried.slice(0, 30))
  const pool = createLocalPool()
  pool.setPremises(premises)
  await pool.run('routes', everything)
  const crossings: number[] = []
  for (const door of tried.slice(0, 30)) {
    const start = performance.now()
    await pool.run('routes', { ...everything, shutOpenings: [door] })
    crossings.push(performance.now() - start)
  }
  pool.close()

  const network = encodeNetwork(premises)
  const rules = finalRules(network, caseOf(network, [], []), 'shortest')
  quickestWays(network, rules)
  const graph = graphOf(network)
  const ours = median(await times(9, async () => clock(() => quickestWays(network, rules))))
  const theirs = median(await times(3, async () => clock(() => singleSource(graph, outside, 'timeS'))))
  checkSame(network, rules, graph)

  return [
    row('routes of 1,000 zones, from scratch, first and second ways', scratch, null),
    row('of that, encoding the premises', encoded, null),
    row('quickest ways alone, network ready', ours, theirs),
    row('one door shut, all routes again, median', median(changes), theirs),
    row('one door shut, all routes again, slowest', Math.max(...changes), null),
    row('one door shut, asked of a pool and answered, median', median(crossings), null),
    row('one door moved (edit), all routes again, median', median(edits), null),
  ]
}

const everything: RoutesInput = { targets: 'final', along: 'shortest', shutOpenings: [], closedZones: [] }

function contextOf(premises: Premises, kept: Map<string, unknown>): JobContext<number> {
  return { premises: () => premises, revision: () => 0, progress: () => {}, breathe: async () => {}, kept }
}

async function scratchMs(premises: Premises): Promise<number> {
  const start = performance.now()
  await routesJob.run(everything, contextOf(premises, new Map()))
  return performance.now() - start
}

/** What a person waits for: the doors one after another, each shut in the premises as they are. */
async function changeTimes(
  premises: Premises,
  kept: Map<string, unknown>,
  doors: readonly OpeningId[],
): Promise<number[]> {
  const found: number[] = []
  for (const door of doors) {
    await letMessagesIn()
    const start = performance.now()
    await routesJob.run({ ...everything, shutOpenings: [door] }, contextOf(premises, kept))
    found.push(performance.now() - start)
    // Asked for again, so that the premises as they are stay among the cases kept.
    await routesJob.run(everything, contextOf(premises, kept))
  }
  return found
}

async function editTimes(
  premises: Premises,
  kept: Map<string, unknown>,
  doors: readonly OpeningId[],
): Promise<number[]> {
  const found: number[] = []
  for (const door of doors) {
    const opening = premises.openings[door]
    if (!opening) continue
    const [[ax, ay], [bx, by]] = opening.segment
    const step = (value: number): number => value * 0.02
    const [dx, dy] = [step(bx - ax), step(by - ay)]
    const moved = {
      ...opening,
      segment: [
        [ax + dx, ay + dy],
        [bx + dx, by + dy],
      ] as const,
    }
    const edited = { ...premises, openings: { ...premises.openings, [door]: moved } }
    const start = performance.now()
    await routesJob.run(everything, contextOf(edited, kept))
    found.push(performance.now() - start)
  }
  return found
}

const outside = 'outside'

/** The network as graphology takes it, arcs turned round: from the outside to every crossing. */
function graphOf(network: Network): DirectedGraph<object, { timeS: number }> {
  const graph = new DirectedGraph<object, { timeS: number }>()
  graph.addNode(outside)
  const { from, crossings, crossingFrom, open, final, terminal, time } = network
  for (let crossing = 0; crossing < from.length; crossing++)
    if (open[crossing] === 1) graph.addNode(String(crossing))
  for (let crossing = 0; crossing < from.length; crossing++) {
    if (open[crossing] === 0) continue
    if (final[crossing] === 1) graph.addEdge(outside, String(crossing), { timeS: time[crossing] ?? 0 })
    const place = from[crossing] as number
    const lengths = lengthsTo(
      network.pieces[place] as Network['pieces'][number],
      terminal[crossing] as number,
      'shortest',
    )
    for (let slot = crossingFrom[place] as number; slot < (crossingFrom[place + 1] as number); slot++) {
      const before = opposite(crossings[slot] as number)
      if (crossings[slot] === crossing || open[before] === 0 || final[before] === 1) continue
      const walked = lengths[slot - (crossingFrom[place] as number)] as number
      graph.addEdge(String(crossing), String(before), { timeS: levelTime(walked) + (time[before] as number) })
    }
  }
  return graph
}

/** A figure beside a peer counts only where both found the same. */
function checkSame(
  network: Network,
  rules: ReturnType<typeof finalRules>,
  graph: DirectedGraph<object, { timeS: number }>,
): void {
  const ways = quickestWays(network, rules)
  const paths = singleSource(graph, outside, 'timeS')
  for (let crossing = 0; crossing < ways.time.length; crossing++) {
    const path = paths[String(crossing)]
    const theirs = path
      ? path.slice(1).reduce((sum, to, at) => sum + graph.getEdgeAttribute(path[at], to, 'timeS'), 0)
      : Infinity
    if (theirs !== ways.time[crossing])
      throw new Error(`crossing ${crossing}: ${theirs} and ${ways.time[crossing]}`)
  }
}

function row(name: string, value: number, peerValue: number | null): Row {
  const beside =
    peerValue === null
      ? { peer: null, peerValue, ratio: null }
      : { peer, peerValue, ratio: peerValue / value }
  return { name, value, unit: 'ms', ...beside }
}

async function times(count: number, measure: () => Promise<number>): Promise<number[]> {
  const found: number[] = []
  for (let round = 0; round < count; round++) found.push(await measure())
  return found
}
