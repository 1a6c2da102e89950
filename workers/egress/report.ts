import { levelTime, timePerSecond } from '../routes/measure.ts'
import { crossingsOf } from '../routes/first.ts'
import type { CaseWays } from './kept.ts'
import type { LevelId } from '../../src/premises/ids.ts'
import { queueNumber } from './ended.ts'
import type { Assembly } from './assemble.ts'
import type { Parting } from './departures.ts'
import type { FlowRun } from './flowRun.ts'
import type { Ended } from './ended.ts'
import { bottleneckOf, governingMarkOf } from './governing.ts'
import type {
  EgressInput,
  EgressResult,
  ExitFlow,
  LevelFlow,
  OpeningFlow,
  StairFlow,
  ZoneClearing,
} from './job.ts'
import { capacityOf } from './network.ts'
import type { EgressNetwork } from './network.ts'
import { provenanceOfCase } from './provenance.ts'
import { seriesOf } from './series.ts'
import { warningsOf } from './warnings.ts'

/** The result of a case. */
export function report(
  net: EgressNetwork,
  { rules, ways }: CaseWays,
  parting: Parting,
  assembly: Assembly,
  flow: FlowRun,
  input: EgressInput,
): EgressResult {
  const paths = new Map(parting.departures.map((each) => [each, crossingsOf(ways, each.crossing)]))
  const taken = [...parting.load.keys()].filter((crossing) => parting.load[crossing]! > 0)
  const ended: Ended = { net, rules, ways, parting, assembly, flow, paths, taken }
  const perZone = zoneClearings(ended)
  const longestFreeWalkS = longest(ended)
  const movementTimeS = perZone.reduce((most, { clearedS }) => Math.max(most, clearedS), 0)
  const perExit = exitFlows(ended)
  const { detectionS, alarmS, preMovementFirstS, preMovementLastS } = input
  const queueLed = preMovementFirstS + movementTimeS
  const startLed = preMovementLastS + longestFreeWalkS
  const last = lastOut(ended)
  const bottleneck = last === null ? null : bottleneckOf(ended, last)
  return {
    movementTimeS,
    evacuationTimeS: detectionS + alarmS + Math.max(queueLed, startLed),
    ledBy: queueLed >= startLed ? 'queue' : 'lastStart',
    longestFreeWalkS,
    firstArrivalS: perExit.some(isUsed) ? Math.min(...perExit.filter(isUsed).map(({ firstS }) => firstS)) : 0,
    persons: sum(parting.moving),
    notMoved: { noWay: sum(parting.stranded), assisted: sum(parting.staying) },
    bottleneck,
    perExit,
    perLevel: levelFlows(ended),
    perOpening: openingFlows(ended),
    perZone,
    perStair: stairFlows(ended),
    series: input.seriesStepS === null ? null : seriesOf(ended),
    governingMark: governingMarkOf(ended, last, bottleneck),
    warnings: warningsOf(ended),
    provenance: provenanceOfCase(net, input),
  }
}

function isUsed({ persons }: ExitFlow): boolean {
  return persons > 0
}

function sum(values: Float64Array): number {
  return values.reduce((total, each) => total + each, 0)
}

/** Unhindered walk of the farthest person who moves, seconds. */
function longest({ parting }: Ended): number {
  return parting.starts.reduce(
    (most, start, zone) =>
      start && parting.moving[zone]! > 0 ? Math.max(most, start.time / timePerSecond) : most,
    0,
  )
}

/** The followed person who is outside last: its place in the order of the tree. */
function lastOut({ flow }: Ended): number | null {
  let last: number | null = null
  flow.outsideS.forEach((outsideS, m) => {
    if (last === null || outsideS > flow.outsideS[last]!) last = m
  })
  return last
}

/** A zone's last person is not outside before an unhindered walk from its farthest point would be over. */
function zoneClearings({ net, parting, assembly, flow, ways }: Ended): ZoneClearing[] {
  const { graph, persons, areaM2 } = net
  const outsideS = new Float64Array(persons.length)
  assembly.followed.forEach(({ zone }, m) => {
    outsideS[zone] = Math.max(outsideS[zone]!, flow.outsideS[m]!)
  })
  return graph.zoneIds.flatMap((id, zone) => {
    if (!(persons[zone]! > 0)) return []
    const start = parting.starts[zone] ?? null
    const exit = start === null ? null : graph.links[(crossingsOf(ways, start.crossing).at(-1) ?? 0) >> 1]
    const moves = start !== null && parting.moving[zone]! > 0
    return [
      {
        id,
        persons: persons[zone]!,
        assisted: parting.staying[zone]!,
        exitId: exit?.kind === 'opening' ? exit.id : null,
        clearedS: moves ? Math.max(outsideS[zone]!, start.time / timePerSecond) : 0,
        densityPerM2: areaM2[zone]! > 0 ? persons[zone]! / areaM2[zone]! : 0,
      },
    ]
  })
}

function levelFlows({ net, parting, assembly, flow }: Ended): LevelFlow[] {
  const rows = new Map<LevelId, { persons: number; clearedS: number }>()
  net.zoneLevel.forEach((level, zone) => {
    if (level === null || !(parting.moving[zone]! > 0)) return
    const row = rows.get(level) ?? { persons: 0, clearedS: 0 }
    row.persons += parting.moving[zone]!
    rows.set(level, row)
  })
  assembly.followed.forEach(({ zone }, m) => {
    const row = rows.get(net.zoneLevel[zone] as LevelId)
    if (row) row.clearedS = Math.max(row.clearedS, flow.offLevelS[m]!)
  })
  return [...rows].map(([id, row]) => ({ id, ...row }))
}

/** Every exit that is open in the case, those that nobody takes included. */
function exitFlows(ended: Ended): ExitFlow[] {
  const { net, rules, ways, parting, flow, paths } = ended
  const rows = new Map<string, { -readonly [K in keyof ExitFlow]: ExitFlow[K] }>()
  const first = new Map<number, number>()
  for (const [{ nearest, slower, crossing }, path] of paths) {
    const exit = path.at(-1) as number
    const arrival = (slower * levelTime(nearest) + ways.time[crossing]!) / timePerSecond
    first.set(exit, Math.min(first.get(exit) ?? Infinity, arrival))
  }
  for (let crossing = 0; crossing < rules.target.length; crossing++) {
    const link = net.graph.links[crossing >> 1]!
    if (rules.target[crossing] === 0 || rules.allowed[crossing] === 0 || link.kind !== 'opening') continue
    const none = { id: link.id, persons: 0, firstS: 0, lastS: 0, maxFlowPerS: 0, queueMax: 0 }
    const row = rows.get(link.id) ?? none
    rows.set(link.id, row)
    if (!(parting.load[crossing]! > 0)) continue
    const node = nodeOf(ended, 'tail', crossing)
    const firstS = first.get(crossing) ?? 0
    row.firstS = row.persons > 0 ? Math.min(row.firstS, firstS) : firstS
    row.persons += parting.load[crossing]!
    row.lastS = Math.max(row.lastS, flow.lastOutS[node]!)
    row.maxFlowPerS = Math.max(row.maxFlowPerS, flow.mostPerStep[node]! / flow.tree.stepS)
    row.queueMax = Math.max(row.queueMax, flow.queueMax[queueNumber(ended, crossing)] ?? 0)
  }
  return [...rows.values()]
}

function openingFlows(ended: Ended): OpeningFlow[] {
  const { net, parting, flow } = ended
  return ended.taken.flatMap((crossing) => {
    const link = net.graph.links[crossing >> 1]!
    if (link.kind !== 'opening') return []
    const queue = queueNumber(ended, crossing)
    return [
      {
        id: link.id,
        flowPerS: capacityOf(net.components, crossing),
        persons: parting.load[crossing]!,
        queueMax: flow.queueMax[queue] ?? 0,
        queueFromS: flow.queueFromS[queue] ?? 0,
        queueToS: flow.queueToS[queue] ?? 0,
        lastS: flow.lastOutS[nodeOf(ended, 'tail', crossing)]!,
        widthMark: net.components[crossing >> 1]!.mark,
      },
    ]
  })
}

/** A person who comes down several runs of a stair counts once. */
function stairFlows(ended: Ended): StairFlow[] {
  const { net, flow, paths } = ended
  const rows = new Map<string, { -readonly [K in keyof StairFlow]: StairFlow[K] }>()
  for (const crossing of ended.taken) {
    const link = net.graph.links[crossing >> 1]!
    if (link.kind !== 'run') continue
    const row = rows.get(link.id) ?? {
      id: link.id,
      persons: 0,
      maxFlowPerS: 0,
      queueMax: flow.queueMax[queueNumber(ended, crossing)] ?? 0,
      lastS: 0,
    }
    const node = nodeOf(ended, 'tail', crossing)
    row.maxFlowPerS = Math.max(row.maxFlowPerS, flow.mostPerStep[node]! / flow.tree.stepS)
    row.lastS = Math.max(row.lastS, flow.lastOutS[node]!)
    rows.set(link.id, row)
  }
  for (const [{ persons }, path] of paths) {
    const passed = new Set(path.flatMap((crossing) => rows.get(net.graph.links[crossing >> 1]!.id) ?? []))
    for (const row of passed) row.persons += persons
  }
  return [...rows.values()]
}

function nodeOf({ assembly }: Ended, end: 'head' | 'tail', crossing: number): number {
  return assembly.built.indexOf[assembly[end][crossing]!]!
}
