import { rectangle } from '../geometry/ring.ts'
import { snapPolygon } from '../geometry/plane.ts'
import type { Point, Polygon, Ring } from '../geometry/plane.ts'
import type { Level, Wall, Zone } from '../model.ts'
import { outerFace } from './axes.ts'
import { sampleId } from './key.ts'
import { circle } from './rounds.ts'
import type { ColumnLayout, FurnitureRows, LevelLayout } from './layout.ts'

/** Corners of a round column's polygon. */
const roundCorners = 24

/**
 * The solid parts of a level. Walls are whole: the outer face less the clear polygons of the zones, without gaps at
 * openings (whoever draws takes the openings out). An island of rooms inside a zone is a body of its own.
 */
export function levelWalls(layout: LevelLayout, level: Level, zones: readonly Zone[]): readonly Wall[] {
  const parts: { readonly kind: Wall['kind']; readonly polygon: Polygon }[] = [
    ...wallBodies(outerFace(layout.outline).outer, zones).map((polygon) => ({
      kind: 'wall' as const,
      polygon,
    })),
    ...layout.dividers.map((box) => ({ kind: 'wall' as const, polygon: rectangle(...box) })),
    ...layout.columns.flatMap(columns).map((polygon) => ({ kind: 'column' as const, polygon })),
    ...(layout.furniture ?? [])
      .flatMap(furniture)
      .map((polygon) => ({ kind: 'furniture' as const, polygon })),
  ]
  const count = new Map<string, number>()
  return parts.map(({ kind, polygon }) => {
    const place = (count.get(kind) ?? 0) + 1
    count.set(kind, place)
    return {
      id: sampleId('wall', layout.level, kind, String(place).padStart(2, '0')),
      levelId: level.id,
      kind,
      polygon: snapPolygon(polygon),
      evidence: {},
    }
  })
}

function wallBodies(outer: Ring, zones: readonly Zone[]): Polygon[] {
  const islands = zones.flatMap(({ polygon }) => polygon.holes.map((hole) => hole.toReversed()))
  const home = (zone: Zone) =>
    islands.find((island) => inBox(island, zone.polygon.outer[0] as Point)) ?? outer
  return [outer, ...islands].map((body) => ({
    outer: body,
    holes: zones.filter((zone) => home(zone) === body).map((zone) => zone.polygon.outer.toReversed()),
  }))
}

function inBox(ring: Ring, [x, y]: Point): boolean {
  const xs = ring.map((point) => point[0])
  const ys = ring.map((point) => point[1])
  return x > Math.min(...xs) && x < Math.max(...xs) && y > Math.min(...ys) && y < Math.max(...ys)
}

function columns({ box, at = [], round }: ColumnLayout): Polygon[] {
  if (round) return [{ outer: circle(round[0], round[1], round[2] / 2, roundCorners), holes: [] }]
  if (!box) return []
  return at.map(([x, y]) => rectangle(x + box[0], y + box[1], x + box[2], y + box[3]))
}

function furniture({ from, size, step, count }: FurnitureRows): Polygon[] {
  return Array.from({ length: count[0] * count[1] }, (_, index) => {
    const x = from[0] + (index % count[0]) * step[0]
    const y = from[1] + Math.floor(index / count[0]) * step[1]
    return rectangle(x, y, x + size[0], y + size[1])
  })
}
