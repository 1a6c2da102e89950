import { insideEvenOdd } from '../../geometry/inside.ts'
import { distance, distanceToSegment } from '../../geometry/segment.ts'
import type { Point, Polygon } from '../../geometry/plane.ts'
import { scattered, walked } from './shapes.ts'
import type { TreeGroup } from './plan.ts'

/** Distance kept between a trunk and the edge of any carriageway, metres. */
const kerbM = 0.7

/** A road as trees see it: its line, its width, the pavement beside it, and the steps of its own trees. */
export interface Carriageway {
  readonly line: readonly Point[]
  readonly widthM: number
  readonly walkM: number
  readonly trees?: number | undefined
}

/** Least distance between two trees of avenues, metres. */
const apartM = 3.6

export interface Tree {
  readonly at: Point
  readonly radius: number
}

/** All trees: along the streets and in groups, none of them on a carriageway or in the water. */
export function treesOf(
  groups: readonly TreeGroup[],
  roads: readonly Carriageway[],
  water: readonly Polygon[],
): readonly Tree[] {
  const isFree = ({ at }: Tree) =>
    !roads.some((road) => isOn(road, at)) && !water.some((each) => insideEvenOdd(each, at))
  return [...thinned(roads.flatMap(avenue).filter(isFree)), ...groups.flatMap(group).filter(isFree)]
}

/** Where two avenues meet, only one of them has its tree. */
function thinned(trees: readonly Tree[]): readonly Tree[] {
  const kept: Tree[] = []
  for (const tree of trees) if (kept.every(({ at }) => distance(at, tree.at) > apartM)) kept.push(tree)
  return kept
}

function avenue({ line, widthM, walkM, trees }: Carriageway): Tree[] {
  if (trees === undefined) return []
  const offset = widthM / 2 + walkM / 2 - 0.4
  return [offset, -offset]
    .flatMap((side) => walked(line, trees, side))
    .map((at, index) => ({ at, radius: 1.9 + (index % 3) * 0.35 }))
}

function group(trees: TreeGroup): Tree[] {
  const [small, large] = trees.radiusM
  return positions(trees, large).map((at, index) => ({
    at,
    radius: small + ((large - small) * ((index * 7) % 10)) / 10,
  }))
}

function positions(trees: TreeGroup, radius: number): readonly Point[] {
  if ('at' in trees) return trees.at
  if ('along' in trees) return walked(trees.along, trees.everyM, 0)
  return scattered(trees.scatter, trees.count, trees.seed, radius)
}

function isOn({ line, widthM }: Carriageway, at: Point): boolean {
  const reach = widthM / 2 + kerbM
  return line.slice(1).some((to, index) => {
    const from = line[index] as Point
    const near = (i: 0 | 1) =>
      Math.min(from[i], to[i]) - reach < at[i] && at[i] < Math.max(from[i], to[i]) + reach
    return near(0) && near(1) && distanceToSegment([from, to], at) < reach
  })
}
