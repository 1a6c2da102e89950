import { gridPerMetre } from '../geometry/plane.ts'
import type { Zone } from '../model.ts'
import type { Overlay } from './overlay.ts'

/** Who gets the faces of an overlay. */
export interface Allotment {
  /** Per zone whose faces change hands, by its place in the cover: its parts, the one that keeps the record first; none = it goes. */
  readonly parts: ReadonlyMap<number, readonly (readonly number[])[]>
  readonly rooms: readonly NewRoom[]
}

/** A zone to be made of connected faces; `zone` says what it is (one that is there moves to them), else it is a room of the options. */
export interface NewRoom {
  readonly faces: readonly number[]
  readonly zone?: Zone
}

const byPlace = new WeakMap<Overlay, readonly (readonly number[])[]>()
const none: readonly number[] = []

/** The faces of a zone, by its place in the cover; those of all zones are found at once, and kept per overlay. */
export function facesIn(over: Overlay, place: number): readonly number[] {
  let known = byPlace.get(over)
  if (known === undefined) {
    const found: number[][] = over.cover.zones.map(() => [])
    over.zonesIn.forEach((zones, face) => {
      for (const each of zones) found[each]?.push(face)
    })
    byPlace.set(over, (known = found))
  }
  return known[place] ?? none
}

export function areaOfFaces({ faces }: Overlay, group: readonly number[]): number {
  return group.reduce((sum, face) => sum + (faces[face]?.areaCells ?? 0), 0) / (gridPerMetre * gridPerMetre)
}
