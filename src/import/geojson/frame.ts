import { bbox, bboxPolygon, center, multiLineString } from '@turf/turf'
import { mended, union } from '../../premises/geometry/polygonOps.ts'
import { snapPoint, snapPolygon, type Point, type Polygon } from '../../premises/geometry/plane.ts'
import { normalised } from '../../premises/geometry/ring.ts'
import { area } from '../../premises/geometry/measure.ts'
import { isSound } from '../../premises/geometry/validity.ts'
import type { Placement } from '../../premises/model.ts'
import { frameOf, toLocal, type Frame, type Position } from '../../premises/placement.ts'
import type { Feature } from './collection.ts'

/** A placement with its anchor in the middle of some features; true north up. Null where nothing is drawn. */
export function placementAround(features: readonly Feature[]): Placement | null {
  const lines = features.flatMap(({ polygons, lines: drawn }) => [...polygons.flat(), ...drawn])
  if (lines.length === 0) return null
  const box = bbox(multiLineString(lines.map((line) => line.map(([x, y]) => [x, y]))))
  const [longitude, latitude] = center(bboxPolygon(box)).geometry.coordinates
  const rounded = (degrees = 0) => Math.round(degrees * 1e7) / 1e7
  return { longitude: rounded(longitude), latitude: rounded(latitude), bearingDeg: 0, placed: true }
}

export function localFrame(placement: Placement): Frame {
  return frameOf(placement)
}

export function localPoint(frame: Frame, position: Position): Point {
  return snapPoint(toLocal(frame, position))
}

/** Polygons of a feature in local metres: sound, oriented, without slivers; those that cross themselves are mended. */
export function localPolygons(frame: Frame, feature: Feature): readonly Polygon[] {
  return feature.polygons.flatMap(([outer, ...holes]) => {
    if (!outer || outer.length < 4) return []
    const ring = (positions: readonly Position[]) =>
      positions.slice(0, -1).map((each) => localPoint(frame, each))
    const polygon = normalised({
      outer: ring(outer),
      holes: holes.filter((hole) => hole.length >= 4).map(ring),
    })
    if (polygon.outer.length < 3) return []
    const sound = isSound(polygon) ? polygon : mended(polygon)
    return sound && area(sound) > smallestM2 ? [snapPolygon(sound)] : []
  })
}

const smallestM2 = 0.01

/** One polygon of several parts where they join, else the largest. */
export function largest(polygons: readonly Polygon[]): Polygon | null {
  const parts = polygons.length > 1 ? union(polygons) : polygons
  return parts.reduce<Polygon | null>((best, part) => (best && area(best) >= area(part) ? best : part), null)
}
