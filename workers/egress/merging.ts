import { mostShare } from './relations.ts'
import type { TreeDraft } from './tree.ts'

/**
 * Who goes first where branches meet and all are saturated. On a stair the run gets `stairShare`, whatever joins it the
 * rest (what one does not use, the other gets: that is in the kernel). Elsewhere, and inside each of the two, branches
 * share by what they can carry, no more than the place where they meet takes.
 *
 * `isRun`: per node, whether it is part of a stair run; ways through zones that start at a run are found here.
 */
export function weigh(
  { nodes }: TreeDraft,
  isRun: readonly boolean[],
  isZone: readonly boolean[],
  stairShare: number,
): void {
  const fromRun = [...isRun]
  // A node comes after the one below it, so branches are seen before what they flow into.
  for (let node = nodes.length - 1; node >= 0; node--) {
    const below = nodes[node]!.down
    if (fromRun[node] && below !== null && isZone[below]) fromRun[below] = true
  }
  const carried = nodes.map(({ kind, size }) =>
    kind === 'cell' ? mostShare * size : kind === 'source' ? Infinity : size,
  )
  const sums = nodes.map(() => [0, 0] as [number, number])
  const weightOf = (node: number, below: number): number => Math.min(carried[node]!, carried[below]!)
  nodes.forEach(({ down }, node) => {
    if (down !== null) sums[down]![fromRun[node] ? 1 : 0] += weightOf(node, down)
  })
  nodes.forEach((node, handle) => {
    const below = node.down
    if (below === null) return
    const [others, runs] = sums[below]!
    node.weight = weightOf(handle, below)
    if (others > 0 && runs > 0) node.weight *= fromRun[handle] ? stairShare / runs : (1 - stairShare) / others
  })
}
