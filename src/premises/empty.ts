import type { Placement, Premises } from './model.ts'

/** A neutral anchor in Hà Nội for premises that nobody has placed on the map yet. */
export const unplaced: Placement = { longitude: 105.85, latitude: 21.03, bearingDeg: 0, placed: false }

/** Premises with nothing in them but the facility's name, not yet placed on the map. */
export function emptyPremises({ name }: { readonly name: string }): Premises {
  return {
    facility: { name, placement: unplaced, evidence: {} },
    organisations: {},
    buildings: {},
    levels: {},
    zones: {},
    openings: {},
    walls: {},
    stairs: {},
    ramps: {},
    lifts: {},
    assemblyPoints: {},
    compartments: {},
    studies: {},
    underlays: {},
  }
}
