import type { EnteredMark, Evidence } from '../evidence.ts'
import type { Point, Polygon, Ring, Segment } from '../geometry/plane.ts'
import type { Id } from '../ids.ts'
import type { Placement } from '../model.ts'
import { isStorableId } from '../operations/make.ts'
import { z } from './zod.ts'

/** A schema whose value is known to be `T`: brands and read-only types that zod cannot spell. */
export type Schema<T> = z.ZodMiniType<T>

/** Farthest that a point may lie from the origin of its plan, metres. Drawings in national grids are brought near on import. */
export const farthestM = 1_000_000

const longestText = 20_000

/** An identifier: any text that is short and is not a name that every object has. */
export function id<T extends Id<string>>(): Schema<T> {
  const schema = z.string().check(z.refine(isStorableId))
  return schema as unknown as Schema<T>
}

export const text: Schema<string> = z.string().check(z.maxLength(longestText))

/** A number between two bounds, both included. */
export function between(least: number, most: number): Schema<number> {
  return z.number().check(z.minimum(least), z.maximum(most))
}

export function whole(least: number, most: number): Schema<number> {
  return z.int().check(z.minimum(least), z.maximum(most))
}

/** A length of a thing: widths, heights, treads. */
export const lengthM = between(0, 100_000)
export const elevationM = between(-20_000, 20_000)
export const seconds = between(0, 1_000_000)
export const persons = between(0, 10_000_000)

/** Absent, or the value; never `undefined`. */
export const optional = z.exactOptional

export function choice<const T extends readonly [string, ...string[]]>(values: T): Schema<T[number]> {
  return z.enum(values)
}

export function list<T>(item: Schema<T>, least = 0, most = 1_000_000): Schema<readonly T[]> {
  return z.array(item).check(z.minLength(least), z.maxLength(most))
}

/** An object with these properties and any others, which are kept as they are. */
export function open<S extends z.core.$ZodLooseShape>(shape: S) {
  return z.looseObject(shape)
}

const coordinate = between(-farthestM, farthestM)

export const point = z.tuple([coordinate, coordinate]) as unknown as Schema<Point>
export const segment = z.tuple([point, point]) as unknown as Schema<Segment>
export const line = list(point, 2)
const ring = list(point, 3) as Schema<Ring>
export const polygon = open({ outer: ring, holes: list(ring) }) as unknown as Schema<Polygon>

export const placement = open({
  longitude: between(-180, 180),
  latitude: between(-90, 90),
  bearingDeg: between(-360, 360),
  placed: z.boolean(),
}) as unknown as Schema<Placement>

const marks = ['measured', 'drawing', 'assumed', 'rule'] as const satisfies readonly EnteredMark[]

export const evidence = open({
  mark: choice(marks),
  source: optional(text),
  note: optional(text),
  who: optional(text),
  when: optional(text),
}) as unknown as Schema<Evidence>

export const evidenceMap = z.record(text, evidence)
