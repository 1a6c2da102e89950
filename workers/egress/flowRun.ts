import { recorderOf } from './recorder.ts'
import type { Recorder } from './recorder.ts'
import { nodeKind } from './tree.ts'
import type { FlowTree } from './tree.ts'

/** A case on its way: the tree, and where everybody is. */
export interface FlowRun {
  readonly tree: FlowTree
  steps: number
  /** Nodes that are not empty for good: the first `alive` of `order`, farther ones first. */
  alive: number
  readonly order: Int32Array
  /** Followed persons that are still inside. */
  inside: number
  /** Persons per node; waiting at the door for a source. */
  readonly persons: Float64Array
  /** Persons that have left a node so far; of the outside (index count): that have arrived. */
  readonly passed: Float64Array
  /** Largest outflow in one step. */
  readonly mostPerStep: Float64Array
  /** End of the last step in which the node's own capacity held people up, seconds; 0 = never. */
  readonly activeToS: Float64Array
  /** When the last followed person left the node, seconds. */
  readonly lastOutS: Float64Array
  /** Per followed person: when outside, and when off the level. */
  readonly outsideS: Float64Array
  readonly offLevelS: Float64Array
  readonly queue: Float64Array
  readonly queueMax: Float64Array
  readonly queueFromS: Float64Array
  readonly queueToS: Float64Array
  readonly series: Recorder | null
  readonly work: Work
}

interface Work {
  readonly offer: Float64Array
  readonly granted: Float64Array
  readonly outBefore: Float64Array
  readonly inflow: Float64Array
  /** Offers of all branches of a node. */
  readonly asked: Float64Array
  /** 1: empty for good. */
  readonly done: Uint8Array
  readonly at: Int32Array
  readonly target: Float64Array
  readonly enteredS: Float64Array
  readonly queueBefore: Float64Array
}

/** Everybody at the start; `seriesStepS`: seconds between two samples of the queues, null for none. */
export function startFlow(tree: FlowTree, seriesStepS: number | null): FlowRun {
  const { count, components, followed } = tree
  const nodes = () => new Float64Array(count + 1)
  const persons = nodes()
  persons.set(tree.start)
  for (let node = 0; node < count; node++)
    if (tree.kind[node] === nodeKind.source)
      persons[node] = arrived(tree.size[node]!, tree.firstS[node]!, tree.lastS[node]!, 0)
  const target = new Float64Array(followed.length)
  const enteredS = new Float64Array(followed.length)
  for (let m = 0; m < followed.length; m++) {
    const node = followed[m]!
    const isSource = tree.kind[node] === nodeKind.source
    target[m] = isSource ? tree.size[node]! : tree.start[node]!
    enteredS[m] = isSource ? 0 : tree.lastS[node]! - tree.stepS
  }
  return {
    tree,
    steps: 0,
    alive: count,
    order: Int32Array.from({ length: count }, (_, node) => node),
    inside: followed.length,
    persons,
    passed: nodes(),
    mostPerStep: nodes(),
    activeToS: nodes(),
    lastOutS: nodes(),
    outsideS: new Float64Array(followed.length),
    offLevelS: new Float64Array(followed.length),
    queue: new Float64Array(components),
    queueMax: new Float64Array(components),
    queueFromS: new Float64Array(components),
    queueToS: new Float64Array(components),
    series: seriesStepS === null ? null : recorderOf(seriesStepS, components),
    work: {
      offer: nodes(),
      granted: nodes(),
      outBefore: nodes(),
      inflow: nodes(),
      asked: nodes(),
      done: new Uint8Array(count),
      at: followed.slice(),
      target,
      enteredS,
      queueBefore: new Float64Array(components),
    },
  }
}

/** Persons of a source that have reached its door by `atS`: evenly between the first and the last. */
export function arrived(persons: number, firstS: number, lastS: number, atS: number): number {
  if (atS >= lastS) return persons
  if (atS <= firstS) return 0
  return (persons * (atS - firstS)) / (lastS - firstS)
}
