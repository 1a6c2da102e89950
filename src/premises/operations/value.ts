import { PersonError } from '../message.ts'

/** How deep a stored value may nest: a stair's flight line is the deepest of ours, at 6. */
export const deepest = 24

/** Whether two stored values are the same, whatever the order of their properties; an undefined property is none. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((item, index) => same(item, b[index]))
  }
  const left = a as Readonly<Record<string, unknown>>
  const right = b as Readonly<Record<string, unknown>>
  const keys = keysOf(left)
  return (
    keys.length === keysOf(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && same(left[key], right[key]))
  )
}

/**
 * The value as the log can keep it: undefined properties gone, −0 as 0. Throws a `PersonError` `valueNotStorable` for
 * what JSON would change silently (NaN, infinities, dates, functions), and for keys that reach into prototypes.
 * Returns the same object where nothing had to change.
 */
export function storable(value: unknown, field = '', depth = 0): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      if (!Number.isFinite(value))
        throw new PersonError('valueNotStorable', { value: String(value) }, { field })
      return value === 0 ? 0 : value
    case 'object':
      if (value === null) return null
      if (depth > deepest) throw new PersonError('valueNotStorable', { value: '…' }, { field })
      return Array.isArray(value) ? storableArray(value, field, depth) : storableObject(value, field, depth)
    default:
      throw new PersonError('valueNotStorable', { value: typeof value }, { field })
  }
}

/** Whether a key may stand in a stored object: not one that reads or writes through a prototype. */
export function isSafeKey(key: string): boolean {
  return key !== '__proto__' && key !== 'constructor' && key !== 'prototype'
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function storableArray(values: readonly unknown[], field: string, depth: number): readonly unknown[] {
  const kept = values.map((item) => storable(item, field, depth + 1))
  return kept.every((item, index) => Object.is(item, values[index])) ? values : kept
}

function storableObject(value: object, field: string, depth: number): object {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null)
    throw new PersonError('valueNotStorable', { value: value.constructor.name }, { field })
  let changed = false
  const kept: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) {
    if (!isSafeKey(key)) throw new PersonError('valueNotStorable', { value: key }, { field })
    if (item === undefined) {
      changed = true
      continue
    }
    kept[key] = storable(item, field === '' ? key : field, depth + 1)
    changed ||= !Object.is(kept[key], item)
  }
  return changed ? kept : value
}

function keysOf(value: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined)
}
