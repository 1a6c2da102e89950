import type { Placement } from '../premises/model.ts'
import type { Point } from '../premises/geometry/plane.ts'
import { frameOf as planeOf, toLocal, toWgs84 } from '../premises/placement.ts'

export type LonLat = [number, number]

/** The local metres of a building on the globe, both ways. */
export interface Frame {
  readonly toLonLat: (point: Point) => LonLat
  readonly toLocal: (lonLat: readonly [number, number]) => Point
  readonly bearingDeg: number
  readonly latitude: number
}

const kept = new WeakMap<Placement, Frame>()

/**
 * A placement's plane, ready for the map's longitudes and latitudes. The local y axis points to `bearingDeg`. The same placement
 * gives the same frame: what was drawn in it need not be drawn again after an edit elsewhere.
 */
export function frameOf(placement: Placement): Frame {
  let frame = kept.get(placement)
  if (!frame) kept.set(placement, (frame = madeFrame(placement)))
  return frame
}

function madeFrame(placement: Placement): Frame {
  const plane = planeOf(placement)
  return {
    toLonLat: (point) => {
      const [longitude, latitude] = toWgs84(plane, point)
      return [longitude, latitude]
    },
    toLocal: (lonLat) => toLocal(plane, lonLat),
    bearingDeg: placement.bearingDeg,
    latitude: placement.latitude,
  }
}

/** Metres that one CSS pixel of the map covers at a zoom (512-pixel tiles, spherical Mercator). */
export function metresPerPx(zoom: number, latitude: number): number {
  return (78_271.516_964 * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom
}

/** The zoom at which one CSS pixel covers so many metres. */
export function zoomFor(metres: number, latitude: number): number {
  return Math.log2((78_271.516_964 * Math.cos((latitude * Math.PI) / 180)) / metres)
}
