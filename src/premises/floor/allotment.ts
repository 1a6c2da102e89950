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

/** The faces of a zone, by its place in the cover. */
export function facesIn({ zonesIn }: Overlay, place: number): readonly number[] {
  const found: number[] = []
  zonesIn.forEach((zones, face) => {
    if (zones.includes(place)) found.push(face)
  })
  return found
}

export function areaOfFaces({ faces }: Overlay, group: readonly number[]): number {
  return group.reduce((sum, face) => sum + (faces[face]?.areaCells ?? 0), 0) / (gridPerMetre * gridPerMetre)
}
