import { v7 } from 'uuid'

/** A branded identifier: a string that cannot be mistaken for the id of another kind of record. */
export type Id<Kind extends string> = string & { readonly __id: Kind }

export type OrganisationId = Id<'organisation'>
export type BuildingId = Id<'building'>
export type LevelId = Id<'level'>
export type ZoneId = Id<'zone'>
export type OpeningId = Id<'opening'>
export type StairId = Id<'stair'>
export type RampId = Id<'ramp'>
export type LiftId = Id<'lift'>
export type AssemblyPointId = Id<'assemblyPoint'>
export type CompartmentId = Id<'compartment'>
export type StudyId = Id<'study'>
export type WallId = Id<'wall'>
export type UnderlayId = Id<'underlay'>

/** A new, time-ordered identifier (UUID version 7; works on plain http, where crypto.randomUUID is missing). */
export function newId<Kind extends string>(): Id<Kind> {
  return v7() as Id<Kind>
}

/** Brands a string that comes from a file or a test as an identifier. */
export function asId<T extends Id<string>>(text: string): T {
  return text as T
}
