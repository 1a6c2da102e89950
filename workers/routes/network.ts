import type { LevelId, OpeningId, RampId, StairId, ZoneId } from '../../src/premises/ids.ts'
import type { Piece } from './piece.ts'

/**
 * The building graph as flat arrays, the same for every case. A place is a zone on one level (a zone that runs through
 * several levels has one per level). A link joins two places: an opening, a stair run, a ramp. It can be crossed from
 * either end: crossing 2 l + e goes from end e of link l to its other end, and starts at that end's terminal in the place
 * there. Ids stand in their order, so the same premises give the same arrays whatever edits led to them.
 */
export interface Network {
  readonly zoneIds: readonly ZoneId[]
  /** 1: counted as the outside; nobody is asked the way out of it. */
  readonly zoneOutdoor: Uint8Array
  /** Places of zone z: placeFrom[z] … placeFrom[z + 1] − 1. */
  readonly placeFrom: Int32Array
  readonly placeZone: Int32Array
  readonly placeLevel: readonly (LevelId | null)[]
  /** Per place; its terminals are the crossings of the place, in their order. */
  readonly pieces: readonly Piece[]
  readonly links: readonly Link[]
  /** Per crossing: the place it starts in, the place it leads to; −1 = the outside, or nothing drawn. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Index of the crossing's terminal in the piece of its place. */
  readonly terminal: Int32Array
  /** Crossings that start in place p: crossings[crossingFrom[p]] … crossings[crossingFrom[p + 1] − 1]. */
  readonly crossingFrom: Int32Array
  readonly crossings: Int32Array
  /** Length in 0.01 mm and time in microseconds of the crossing itself; 0 for an opening. */
  readonly length: Float64Array
  readonly time: Float64Array
  /** 1: leads outside through an opening that counts as a final exit. */
  readonly final: Uint8Array
  /** storeyKind: leads into an enclosed stair (or is marked a storey exit), or into an adjoining compartment. */
  readonly storey: Uint8Array
  /** 1: can be crossed at all, in no case's eyes. */
  readonly open: Uint8Array
  /** Number of the fire compartment of each place; −1 where none is known. */
  readonly compartment: Int32Array
  /** Part of the building (places joined by open links) of each place. */
  readonly part: Int32Array
  readonly parts: number
  readonly hash: string
}

export type Link =
  | { readonly kind: 'opening'; readonly id: OpeningId }
  | { readonly kind: 'run'; readonly id: StairId; readonly run: number }
  | { readonly kind: 'ramp'; readonly id: RampId }

/** The crossing of the same link the other way. */
export function opposite(crossing: number): number {
  return crossing ^ 1
}

export function linkOf(crossing: number): number {
  return crossing >> 1
}
