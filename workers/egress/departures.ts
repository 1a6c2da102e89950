import { levelTime } from '../routes/measure.ts'
import type { Network } from '../routes/network.ts'
import type { Rules, Ways } from '../routes/search.ts'
import { startOf } from '../routes/start.ts'
import type { Start } from '../routes/start.ts'
import type { EgressNetwork } from './network.ts'
import { criticalDensity, freeSpeed, levelK, speedAt } from './relations.ts'
import { lengthsFromPoints, standingPoints } from './standing.ts'

/** Persons of one zone that leave its place over one crossing. */
export interface Departure {
  readonly zone: number
  readonly place: number
  readonly crossing: number
  readonly persons: number
  /** Standing points from which this crossing is the quickest. */
  readonly points: readonly number[]
  /** From the nearest and the farthest of them to the crossing, 0.01 mm. */
  readonly nearest: number
  readonly farthest: number
  /** How much longer than an unhindered walker they take to the crossing, because they stand dense. */
  readonly slower: number
}

/** Who goes where in a case. */
export interface Parting {
  readonly departures: readonly Departure[]
  /** Persons over each crossing, those who come from farther back included. */
  readonly load: Float64Array
  /** Per zone: where its way is measured from; null: nobody there, or no way. */
  readonly starts: readonly (Start | null)[]
  /** Per zone: who moves, who stays because the way has stairs, who has no way. */
  readonly moving: Float64Array
  readonly staying: Float64Array
  readonly stranded: Float64Array
}

/**
 * Exit choice: everybody takes the way that is quickest unhindered from where they stand. A zone with one useful door has
 * one way, that of the job `routes`; in one with several, its people are shared out over them by its area (each standing
 * point of an even lattice stands for the same share). Persons who cannot use stairs stay where the zone's quickest way
 * has stairs.
 */
export async function partPersons(
  net: EgressNetwork,
  rules: Rules,
  ways: Ways,
  startIn: typeof startOf = startOf,
  breathe: () => Promise<void> = async () => {},
): Promise<Parting> {
  const { graph, persons, assisted } = net
  const zones = persons.length
  const moving = new Float64Array(zones)
  const staying = new Float64Array(zones)
  const stranded = new Float64Array(zones)
  const starts = Array.from({ length: zones }, (): Start | null => null)
  const departures: Departure[] = []
  const stairs = overStairs(graph, ways)
  for (let zone = 0; zone < zones; zone++) {
    if (!(persons[zone]! > 0)) continue
    await breathe()
    const start = startIn(graph, rules, ways, zone)
    starts[zone] = start
    if (start === null) {
      stranded[zone] = persons[zone]!
      continue
    }
    staying[zone] = stairs(start.crossing) ? assisted[zone]! : 0
    moving[zone] = persons[zone]! - staying[zone]!
    if (moving[zone]! > 0) departures.push(...departuresOf(net, rules, ways, zone, start, moving[zone]!))
  }
  return { departures, load: loadOf(ways, departures), starts, moving, staying, stranded }
}

function departuresOf(
  { graph, isLong, areaM2, persons: inZone }: EgressNetwork,
  rules: Rules,
  ways: Ways,
  zone: number,
  start: Start,
  moving: number,
): Departure[] {
  const { place } = start
  const from = graph.crossingFrom[place]!
  const piece = graph.pieces[place]!
  const useful: number[] = []
  for (let slot = from; slot < graph.crossingFrom[place + 1]!; slot++) {
    const crossing = graph.crossings[slot]!
    if (rules.allowed[crossing] === 1 && ways.time[crossing]! < Infinity) useful.push(crossing)
  }
  const points = standingPoints(piece)
  const groups = new Map<number, number[]>(useful.map((crossing) => [crossing, []]))
  for (let p = 0; p < points.length; p++) {
    let best = start.crossing
    let least = Infinity
    for (const crossing of useful) {
      const time = levelTime(lengthsFromPoints(piece, graph.terminal[crossing]!)[p]!) + ways.time[crossing]!
      if (time < least) {
        least = time
        best = crossing
      }
    }
    groups.get(best)?.push(p)
  }
  // In a long zone the cells see to it.
  const density = Math.min(inZone[zone]! / areaM2[zone]!, criticalDensity)
  const slower = isLong[zone] === 1 ? 1 : freeSpeed(levelK) / speedAt(levelK, density)
  // The farthest point counts as one more where none of the lattice goes its way.
  const alone = groups.get(start.crossing)?.length === 0
  const all = points.length + (alone ? 1 : 0)
  return useful.flatMap((crossing) => {
    const group = groups.get(crossing) ?? []
    const own = crossing === start.crossing
    if (group.length === 0 && !own) return []
    const terminal = graph.terminal[crossing]!
    const lengths = lengthsFromPoints(piece, terminal)
    let nearest = own ? start.lengths[terminal]! : Infinity
    let farthest = own ? start.lengths[terminal]! : 0
    for (const p of group) {
      nearest = Math.min(nearest, lengths[p]!)
      farthest = Math.max(farthest, lengths[p]!)
    }
    const persons = (moving * (group.length + (own && alone ? 1 : 0))) / all
    return [{ zone, place, crossing, persons, points: group, nearest, farthest, slower }]
  })
}

/** Whether the way over a crossing passes a stair; answers are kept. */
function overStairs({ links }: Network, { next }: Ways): (crossing: number) => boolean {
  const known = new Int8Array(next.length).fill(-1)
  return (crossing) => {
    let at = crossing
    while (at >= 0 && known[at] === -1 && links[at >> 1]!.kind !== 'run') at = next[at]!
    const found = at < 0 ? 0 : known[at] === -1 ? 1 : known[at]!
    for (let passed = crossing; passed !== at; passed = next[passed]!) known[passed] = found
    if (at >= 0) known[at] = found
    return found === 1
  }
}

function loadOf({ time, next }: Ways, departures: readonly Departure[]): Float64Array {
  const load = new Float64Array(next.length)
  const taken = new Set<number>()
  for (const { crossing, persons } of departures) {
    load[crossing]! += persons
    for (let at = crossing; at >= 0 && !taken.has(at); at = next[at]!) taken.add(at)
  }
  for (const crossing of [...taken].sort((a, b) => time[b]! - time[a]! || a - b)) {
    const onward = next[crossing]!
    if (onward >= 0) load[onward]! += load[crossing]!
  }
  return load
}
