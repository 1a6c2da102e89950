import { lengthsTo } from '../routes/piece.ts'
import { levelTime, timePerSecond } from '../routes/measure.ts'
import { opposite } from '../routes/network.ts'
import type { Ways } from '../routes/search.ts'
import type { Departure, Parting } from './departures.ts'
import { weigh } from './merging.ts'
import { capacityOf, stepS } from './network.ts'
import type { EgressNetwork } from './network.ts'
import { freeSpeed, maxSpecificFlow } from './relations.ts'
import { lengthsFromPoints } from './standing.ts'
import { cellSize, growStream, leafOf, stepOf } from './stream.ts'
import type { Leaf } from './stream.ts'
import { addNode, buildTree } from './tree.ts'
import type { BuiltTree, TreeDraft } from './tree.ts'

/** The tree of one case, and what its nodes stand for. Nodes are named by their handles in the draft. */
export interface Assembly {
  readonly built: BuiltTree
  /** The crossing that a node belongs to: its own, or for the cells of a zone the one that they lead to. */
  readonly crossingOf: readonly number[]
  /** Whether a node is a part of a zone (else of the component of its crossing). */
  readonly isZone: readonly boolean[]
  /** Nodes of each crossing's component: what is entered first, and what is left last; −1 where nobody takes it. */
  readonly head: Int32Array
  readonly tail: Int32Array
  /** Per followed node, in the order of the tree: whose last person it is. */
  readonly followed: readonly Departure[]
}

interface Drawing {
  readonly net: EgressNetwork
  readonly ways: Ways
  readonly draft: TreeDraft
  readonly head: Int32Array
  readonly tail: Int32Array
  /** Per crossing: the node that its people flow into; null = the outside. */
  readonly mouth: (number | null)[]
  readonly crossingOf: number[]
  readonly isZone: boolean[]
  readonly isRun: boolean[]
  readonly departureOf: Map<number, Departure>
}

/** Draws the ways of everybody in a case together into the tree that the kernel runs on. */
export async function assemble(
  net: EgressNetwork,
  ways: Ways,
  { departures, load }: Parting,
  stairShare: number,
  breathe: () => Promise<void> = async () => {},
): Promise<Assembly> {
  const count = ways.time.length
  const drawing: Drawing = {
    net,
    ways,
    draft: { stepS, nodes: [] },
    head: new Int32Array(count).fill(-1),
    tail: new Int32Array(count).fill(-1),
    mouth: Array.from({ length: count }, (): number | null => null),
    crossingOf: [],
    isZone: [],
    isRun: [],
    departureOf: new Map(),
  }
  const taken: number[] = []
  for (let crossing = 0; crossing < count; crossing++) if (load[crossing]! > 0) taken.push(crossing)
  // What is nearer to the outside comes first: a node needs the one below it.
  taken.sort((a, b) => ways.time[a]! - ways.time[b]! || a - b)
  const joining = grouped(taken, (crossing) => ways.next[crossing]!)
  const leaving = grouped(departures, ({ crossing }) => crossing)
  for (const crossing of taken) {
    await breathe()
    drawComponent(drawing, crossing)
    drawPlace(drawing, crossing, joining.get(crossing) ?? [], leaving.get(crossing) ?? [])
  }
  weigh(drawing.draft, drawing.isRun, drawing.isZone, stairShare)
  const built = buildTree(drawing.draft, net.components.length)
  return {
    built,
    crossingOf: drawing.crossingOf,
    isZone: drawing.isZone,
    head: drawing.head,
    tail: drawing.tail,
    followed: built.followedHandles.map((handle) => drawing.departureOf.get(handle) as Departure),
  }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/**
 * The component of a crossing: a junction for an opening; for a run or ramp the cells of its flights and landings, and a
 * junction for a part too short for a cell, whose width still counts.
 */
function drawComponent(drawing: Drawing, crossing: number): void {
  const { net, ways, draft, head, tail, mouth } = drawing
  const { graph, components } = net
  const component = components[crossing >> 1]!
  const way = (crossing & 1) as 0 | 1
  const queueOf = queueIndex(net, crossing)
  // Who waits on a run for the door at its end waits on the stair and at the door.
  const onward = ways.next[crossing]!
  const queueToo = onward >= 0 && graph.links[onward >> 1]!.kind === 'opening' ? onward >> 1 : -1
  let below = mouth[crossing]!
  const first = draft.nodes.length
  if (component.stretches.length === 0) {
    below = addNode(draft, { kind: 'junction', down: below, size: capacityOf(components, crossing) * stepS })
  }
  const stretches = way === 0 ? component.stretches.toReversed() : component.stretches
  const times = stretches.map(({ lengthM, k }) => (lengthM / freeSpeed(k[way])) * timePerSecond)
  const whole = times.reduce((sum, time) => sum + time, 0)
  const beyond = ways.time[crossing]! - graph.time[crossing]!
  let passed = 0
  stretches.forEach(({ effectiveWidthM, k }, index) => {
    const lastS = index === stretches.length - 1
    const from = stepOf(beyond + share(passed, whole) * graph.time[crossing]!, stepS)
    passed += times[index]!
    const to = lastS
      ? stepOf(ways.time[crossing]!, stepS)
      : stepOf(beyond + share(passed, whole) * graph.time[crossing]!, stepS)
    const [kind, size] =
      to > from
        ? (['cell', cellSize(effectiveWidthM, k[way], stepS)] as const)
        : (['junction', maxSpecificFlow(k[way]) * effectiveWidthM * stepS] as const)
    for (let n = 0; n < Math.max(1, to - from); n++)
      below = addNode(draft, { kind, down: below, size, queueOf, queueToo, offLevel: true })
  })
  note(drawing, crossing, false)
  tail[crossing] = first
  head[crossing] = draft.nodes.length - 1
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 1
}

/** The ways through the place before a crossing, and the people of its zone. */
function drawPlace(
  drawing: Drawing,
  crossing: number,
  joining: readonly number[],
  leaving: readonly Departure[],
): void {
  const { net, ways, draft, head, mouth, departureOf } = drawing
  const { graph } = net
  const place = graph.from[crossing]!
  const piece = graph.pieces[place]!
  const terminal = graph.terminal[crossing]!
  const beyond = ways.time[crossing]!
  const queueOf = queueIndex(net, crossing)
  const isLong = net.isLong[graph.placeZone[place]!] === 1
  const lengths = lengthsTo(piece, terminal, 'shortest')
  const leaves: (Leaf & {
    readonly crossing?: number
    readonly departure?: Departure
    readonly time: number
  })[] = []
  for (const before of joining) {
    const end = graph.terminal[opposite(before)]!
    leaves.push({ ...leafOf(end, lengths[end]!, beyond, stepS), crossing: before, time: 0 })
  }
  if (isLong) {
    const fromPoints = lengthsFromPoints(piece, terminal)
    for (const departure of leaving)
      for (const point of departure.points) {
        const leaf = leafOf(piece.terminals.length + point, fromPoints[point]!, beyond, stepS)
        leaves.push({ ...leaf, steps: leaf.steps + 1, departure, time: levelTime(leaf.length) + beyond })
      }
  }
  leaves.sort((a, b) => a.steps - b.steps || a.length - b.length || a.end - b.end)
  const mouths = growStream(draft, piece, terminal, leaves, head[crossing]!, queueOf)
  leaves.forEach((leaf, l) => {
    if (leaf.crossing !== undefined) mouth[leaf.crossing] = mouths[l]!
    if (leaf.departure === undefined) return
    const node = draft.nodes[mouths[l]!]!
    node.start = (node.start ?? 0) + leaf.departure.persons / leaf.departure.points.length
    node.lastS = Math.max(node.lastS ?? 0, pastStepS(leaf.time))
    node.follow = true
    departureOf.set(mouths[l]!, leaf.departure)
  })
  for (const departure of leaving) {
    if (isLong && departure.points.length > 0) continue
    const handle = addNode(draft, {
      kind: 'source',
      down: head[crossing]!,
      queueOf,
      ...comingOf(departure, beyond),
    })
    departureOf.set(handle, departure)
  }
  note(drawing, crossing, true)
}

/** A zone's people as one cell: they come to its door one after the other, from the nearest to the farthest. */
function comingOf({ persons, nearest, farthest, slower }: Departure, beyond: number) {
  const comingS = (length: number) => pastStepS(beyond) + (slower * levelTime(length)) / timePerSecond
  return { size: persons, firstS: comingS(nearest), lastS: comingS(farthest), follow: true }
}

/** What a time (microseconds) is over the start of its step, seconds. */
function pastStepS(time: number): number {
  return (time - stepOf(time, stepS) * stepS * timePerSecond) / timePerSecond
}

/** Where those count who wait at a crossing: its opening or ramp; for a stair run the stair, as its first run. */
export function queueIndex({ graph }: EgressNetwork, crossing: number): number {
  const link = graph.links[crossing >> 1]!
  return link.kind === 'run' ? (crossing >> 1) - link.run : crossing >> 1
}

function note({ draft, crossingOf, isZone, isRun, net }: Drawing, crossing: number, zone: boolean): void {
  const run = !zone && net.graph.links[crossing >> 1]!.kind === 'run'
  while (crossingOf.length < draft.nodes.length) {
    crossingOf.push(crossing)
    isZone.push(zone)
    isRun.push(run)
  }
}
