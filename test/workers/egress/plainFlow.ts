import {
  criticalDensity,
  densityCoefficient,
  freeSpeed,
  jamDensity,
  levelK,
  maxSpecificFlow,
  specificFlow,
} from '../../../workers/egress/relations.ts'
import { nodeKind } from '../../../workers/egress/tree.ts'
import type { FlowTree } from '../../../workers/egress/tree.ts'

/**
 * The same model as the kernel's, read from the book: objects with widths, lengths and densities, send and receive as
 * functions of density. It is what the kernel is checked against, and timed beside.
 */
interface PlainNode {
  readonly kind: 'junction' | 'cell' | 'source'
  readonly down: PlainNode | null
  readonly ups: PlainNode[]
  readonly weight: number
  readonly capacityPerStep: number
  readonly effectiveWidthM: number
  readonly lengthM: number
  readonly comes: { readonly persons: number; readonly firstS: number; readonly lastS: number } | null
  persons: number
  offer: number
  granted: number
}

export interface PlainRun {
  readonly steps: number
  /** Persons outside after each step. */
  readonly outside: readonly number[]
}

export function runPlain(tree: FlowTree, mostSteps = 100_000): PlainRun {
  const nodes = plainNodes(tree)
  const exits = nodes.filter(({ down }) => down === null)
  const all = nodes.reduce((sum, { persons, comes }) => sum + persons + (comes?.persons ?? 0), 0)
  const outside: number[] = []
  let out = 0
  for (let step = 0; step < mostSteps && all - out > 1e-9; step++) {
    const startS = step * tree.stepS
    for (const node of nodes) {
      node.persons += comingIn(node, startS, startS + tree.stepS)
      node.offer = sends(node, tree.stepS, startS)
      node.granted = 0
    }
    for (const exit of exits) grant(exit, exit.offer, tree.stepS)
    const before = nodes.map(({ persons }) => persons)
    nodes.forEach((node, index) => {
      if (node.kind === 'junction') return
      const comesIn = node.ups.reduce((sum, up) => sum + up.granted, 0)
      node.persons = (before[index] ?? 0) - node.granted + comesIn
    })
    out += exits.reduce((sum, { granted }) => sum + granted, 0)
    outside.push(out)
  }
  return { steps: outside.length, outside }
}

function plainNodes(tree: FlowTree): PlainNode[] {
  const nodes: PlainNode[] = []
  const lengthM = freeSpeed(levelK) * tree.stepS
  for (let index = tree.count - 1; index >= 0; index--) {
    const kind = tree.kind[index] as 0 | 1 | 2
    const size = tree.size[index] ?? 0
    const below = tree.down[index] ?? tree.count
    const node: PlainNode = {
      kind: kind === nodeKind.junction ? 'junction' : kind === nodeKind.cell ? 'cell' : 'source',
      down: below === tree.count ? null : (nodes[tree.count - 1 - below] ?? null),
      ups: [],
      weight: tree.weight[index] ?? 1,
      capacityPerStep: size,
      effectiveWidthM: (size * densityCoefficient) / lengthM,
      lengthM,
      comes:
        kind === nodeKind.source
          ? { persons: size, firstS: tree.firstS[index] ?? 0, lastS: tree.lastS[index] ?? 0 }
          : null,
      persons: tree.start[index] ?? 0,
      offer: 0,
      granted: 0,
    }
    nodes.push(node)
    node.down?.ups.push(node)
  }
  // Farther nodes first: a junction offers what its branches offer.
  return nodes.reverse()
}

function comingIn({ comes }: PlainNode, fromS: number, toS: number): number {
  if (!comes) return 0
  const share = (atS: number) =>
    atS >= comes.lastS ? 1 : atS <= comes.firstS ? 0 : (atS - comes.firstS) / (comes.lastS - comes.firstS)
  return comes.persons * (share(toS) - share(fromS))
}

function sends(node: PlainNode, stepS: number, startS: number): number {
  if (node.kind === 'source') {
    const open = Math.min(1, Math.max(0, (startS + stepS - (node.comes?.firstS ?? 0)) / stepS))
    return open < 1 ? Math.min(node.persons, open * mostInto(node.down, stepS)) : node.persons
  }
  if (node.kind === 'junction')
    return Math.min(
      node.capacityPerStep,
      node.ups.reduce((sum, up) => sum + up.offer, 0),
    )
  const density = node.persons / (node.effectiveWidthM * node.lengthM)
  const flow = density <= criticalDensity ? specificFlow(levelK, density) : maxSpecificFlow(levelK)
  return Math.min(flow * node.effectiveWidthM * stepS, node.persons)
}

function mostInto(node: PlainNode | null, stepS: number): number {
  if (node === null) return Infinity
  return node.kind === 'cell' ? maxSpecificFlow(levelK) * node.effectiveWidthM * stepS : node.capacityPerStep
}

function receives(node: PlainNode, stepS: number): number {
  const density = node.persons / (node.effectiveWidthM * node.lengthM)
  const flow = density <= criticalDensity ? maxSpecificFlow(levelK) : specificFlow(levelK, density)
  const room = Math.max(0, jamDensity * node.effectiveWidthM * node.lengthM - node.persons)
  return Math.min(flow * node.effectiveWidthM * stepS, room)
}

/** Gives a node's outflow, and asks its branches for what it takes in itself. */
function grant(node: PlainNode, out: number, stepS: number): void {
  node.granted = out
  const asked = node.ups.reduce((sum, up) => sum + up.offer, 0)
  const take = node.kind === 'junction' ? out : Math.min(asked, receives(node, stepS))
  let open = node.ups.filter(({ offer }) => offer > 0)
  let left = Math.min(take, asked)
  const shares = new Map<PlainNode, number>()
  while (open.length > 0) {
    const sum = open.reduce((total, { weight }) => total + weight, 0)
    const content = open.filter(({ offer, weight }) => offer <= (left * weight) / sum)
    const served = content.length > 0 ? content : open
    const each = left
    for (const up of served) {
      const share = content.length > 0 ? up.offer : (each * up.weight) / sum
      shares.set(up, share)
      left -= share
    }
    open = open.filter((up) => !served.includes(up))
  }
  for (const up of node.ups) grant(up, shares.get(up) ?? 0, stepS)
}
