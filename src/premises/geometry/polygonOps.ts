import { Clipper, ClipType, EndType, FillRule, JoinType, PolyTree64 } from 'clipper2-ts'
import type { Path64, Paths64, PolyPath64 } from 'clipper2-ts'
import { gridPerMetre } from './plane.ts'
import { area } from './measure.ts'
import { oriented } from './ring.ts'
import type { Polygon, Ring } from './plane.ts'

/**
 * Union, difference, intersection and offset on the 0.1 mm grid: clipper2 works on integers, so results are exact to the
 * grid and robust. Input rings may touch, overlap or run the wrong way; results are oriented as the model asks, and come
 * in no promised order.
 */
export function union(polygons: readonly Polygon[]): readonly Polygon[] {
  return run(ClipType.Union, polygons, [])
}

export function difference(from: readonly Polygon[], take: readonly Polygon[]): readonly Polygon[] {
  return run(ClipType.Difference, from, take)
}

export function intersection(a: readonly Polygon[], b: readonly Polygon[]): readonly Polygon[] {
  return run(ClipType.Intersection, a, b)
}

/** Grown (positive) or shrunk (negative) by so many metres, with mitred corners; overlapping results are united. */
export function offset(polygons: readonly Polygon[], metres: number): readonly Polygon[] {
  const united = Clipper.union(paths(polygons), FillRule.Positive)
  return fromPaths(Clipper.inflatePaths(united, metres * gridPerMetre, JoinType.Miter, EndType.Polygon, 2))
}

/** Each polygon shrunk by itself: rooms that touch come apart by twice the metres. */
export function inset(polygons: readonly Polygon[], metres: number): readonly Polygon[] {
  const apart = Clipper.inflatePaths(paths(polygons), -metres * gridPerMetre, JoinType.Miter, EndType.Polygon, 2)
  return fromPaths(apart)
}

/** A polygon for computing from one that crosses itself: the largest part by area, or null where nothing is left. */
export function mended(polygon: Polygon): Polygon | null {
  const parts = union([polygon])
  return parts.reduce<Polygon | null>((best, part) => (best && area(best) >= area(part) ? best : part), null)
}

/**
 * The polygon without slits narrower than `gapM`: what nobody can squeeze through (behind a column, between a partition and a
 * wall) is closed. Corners are kept. The polygon itself where closing would take it apart.
 */
export function withoutSlits(polygon: Polygon, gapM: number): Polygon {
  const parts = offset(offset([polygon], -gapM / 2), gapM / 2)
  const [part] = parts
  return parts.length === 1 && part ? part : polygon
}

function run(type: ClipType, subjects: readonly Polygon[], clips: readonly Polygon[]): readonly Polygon[] {
  const tree = new PolyTree64()
  Clipper.booleanOpWithPolyTree(
    type,
    paths(subjects),
    clips.length > 0 ? paths(clips) : null,
    tree,
    FillRule.Positive,
  )
  return fromTree(tree)
}

function fromPaths(closed: Paths64): readonly Polygon[] {
  const tree = new PolyTree64()
  Clipper.booleanOpWithPolyTree(ClipType.Union, closed, null, tree, FillRule.Positive)
  return fromTree(tree)
}

function paths(polygons: readonly Polygon[]): Paths64 {
  const all: Paths64 = []
  for (const polygon of polygons) {
    all.push(path(oriented(polygon.outer, true)))
    for (const hole of polygon.holes) all.push(path(oriented(hole, false)))
  }
  return all
}

function path(ring: Ring): Path64 {
  return ring.map(([x, y]) => ({ x: Math.round(x * gridPerMetre), y: Math.round(y * gridPerMetre) }))
}

/** Outer rings with their holes; an island in a hole is a polygon of its own. */
function fromTree(tree: PolyTree64 | PolyPath64): readonly Polygon[] {
  const found: Polygon[] = []
  for (let index = 0; index < tree.count; index += 1) {
    const outer = tree.child(index)
    const holes: Ring[] = []
    for (let at = 0; at < outer.count; at += 1) {
      const hole = outer.child(at)
      holes.push(oriented(ring(hole.poly ?? []), false))
      found.push(...fromTree(hole))
    }
    found.push({ outer: oriented(ring(outer.poly ?? []), true), holes })
  }
  return found
}

function ring(points: Path64): Ring {
  return points.map(({ x, y }) => [x / gridPerMetre + 0, y / gridPerMetre + 0] as const)
}
