import { lengthPerMetre, levelTime, timePerSecond } from '../routes/measure.ts'
import { lengthsTo } from '../routes/piece.ts'
import type { Piece } from '../routes/piece.ts'
import { densityCoefficient, freeSpeed, levelK } from './relations.ts'
import { betweenPoints, lengthsFromPoints, meanWidthM, widthsAlong } from './standing.ts'
import { addNode } from './tree.ts'
import type { TreeDraft } from './tree.ts'
import { corridorEffectiveWidthM } from './widths.ts'

/** Somebody's start on the way to a crossing: a terminal of the place, or (from `terminals.length` on) a standing point. */
export interface Leaf {
  readonly end: number
  readonly length: number
  /** Steps that an unhindered walker takes from it to the crossing. */
  readonly steps: number
}

/** Least effective width of a way, metres: what is narrower is passed one by one, and named in a warning. */
const leastEffectiveM = 0.1

/** Leaves of the ways that lead over one crossing, nearest first; `steps` counts from the step in which it is passed. */
export function leafOf(end: number, length: number, beyondTime: number, step: number): Leaf {
  const steps = stepOf(levelTime(length) + beyondTime, step) - stepOf(beyondTime, step)
  return { end, length, steps }
}

/** The step in which an unhindered walker with so much time to go (microseconds) is that far from the outside. */
export function stepOf(time: number, stepS: number): number {
  return Math.floor(time / (stepS * timePerSecond))
}

/**
 * Draws the ways from the leaves to terminal i of a place together into cells. Two ways share as much of their ends as
 * their lengths and the distance between their starts tell: (a + b − distance)/2, exactly so where ways form a tree;
 * starts across a corridor from each other count as one. Leaves must be sorted by their steps. Answers the node that each leaf flows into.
 */
export function growStream(
  draft: TreeDraft,
  piece: Piece,
  i: number,
  leaves: readonly Leaf[],
  below: number,
  queueOf: number,
): readonly number[] {
  const beside = Math.min(besideM, meanWidthM(piece.polygon)) * lengthPerMetre
  const paths: (readonly number[])[] = []
  return leaves.map((leaf, l) => {
    let shared = 0
    let other = -1
    for (let w = 0; w < l && shared < leaf.steps; w++) {
      const most = Math.min(leaves[w]!.steps, leaf.steps)
      if (most <= shared) continue
      const common = Math.min(most, sharedSteps(piece, leaf, leaves[w]!, beside, draft.stepS))
      if (common > shared) {
        shared = common
        other = w
      }
    }
    const path = other < 0 ? [] : paths[other]!.slice(0, shared)
    for (let step = path.length; step < leaf.steps; step++) {
      path.push(
        addNode(draft, {
          kind: 'cell',
          down: path[step - 1] ?? below,
          size: cellSize(effectiveWidthM(piece, leaf, i, step), levelK, draft.stepS),
          queueOf,
        }),
      )
    }
    paths.push(path)
    return path[leaf.steps - 1] ?? below
  })
}

/** Persons in a cell at jam density: We × L / a, as long as an unhindered walker goes in one step. */
export function cellSize(effectiveWidthM: number, k: number, stepS: number): number {
  return (effectiveWidthM * freeSpeed(k) * stepS) / densityCoefficient
}

/** Ways beside each other in one corridor are one way: so far apart at most, metres. */
const besideM = 3

function sharedSteps(piece: Piece, a: Leaf, b: Leaf, beside: number, stepS: number): number {
  const common = (a.length + b.length + beside - apart(piece, a.end, b.end)) / 2
  return Math.floor(common / lengthPerMetre / (freeSpeed(levelK) * stepS) + 1e-9)
}

/** Length of the shortest way between two leaves, 0.01 mm; between two standing points the straight line. */
function apart(piece: Piece, a: number, b: number): number {
  const count = piece.terminals.length
  if (a < count)
    return b < count ? lengthsTo(piece, a, 'shortest')[b]! : lengthsFromPoints(piece, a)[b - count]!
  return b < count ? lengthsFromPoints(piece, b)[a - count]! : betweenPoints(piece, a - count, b - count)
}

/** Effective width of the leaf's way in the cell that is so many steps from terminal i: the least along it. */
function effectiveWidthM(piece: Piece, leaf: Leaf, i: number, step: number): number {
  const widths = widthsAlong(piece, leaf.end, i)
  const perStep = widths.length / leaf.steps
  const from = Math.floor(step * perStep)
  const to = Math.ceil((step + 1) * perStep)
  let clearM = Infinity
  // Beside a door nothing is measured: what is nearest on the way counts.
  for (let around = 0; clearM === Infinity && around < widths.length; around++)
    clearM = least(widths, from - around, to + around)
  if (clearM === Infinity) clearM = meanWidthM(piece.polygon)
  return Math.max(leastEffectiveM, corridorEffectiveWidthM(clearM))
}

function least(widths: Float64Array, from: number, to: number): number {
  let narrowest = Infinity
  for (let w = Math.max(0, from); w < Math.min(to, widths.length); w++)
    if (widths[w]! < narrowest) narrowest = widths[w]!
  return narrowest
}
