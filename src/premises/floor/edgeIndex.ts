import Flatbush from 'flatbush'
import { gridPerMetre } from '../geometry/plane.ts'
import type { Cover } from './cover.ts'

const indexes = new WeakMap<Cover, Flatbush | null>()

/** The edges of a cover by place, boxes in metres; kept per cover. Null where it has none. */
export function edgeIndex(cover: Cover): Flatbush | null {
  const known = indexes.get(cover)
  if (known !== undefined) return known
  const {
    edges,
    corners: { xs, ys },
  } = cover
  const index = edges.length > 0 ? new Flatbush(edges.length) : null
  for (const { a, b } of edges) {
    const [ax, ay] = [(xs[a] as number) / gridPerMetre, (ys[a] as number) / gridPerMetre]
    const [bx, by] = [(xs[b] as number) / gridPerMetre, (ys[b] as number) / gridPerMetre]
    index?.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))
  }
  index?.finish()
  indexes.set(cover, index)
  return index
}
