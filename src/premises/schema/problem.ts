import { PersonError, type Where } from '../message.ts'
import { recordKey } from '../operations/record.ts'
import type { z } from './zod.ts'

/**
 * The first thing wrong with a value, as an error for a person: `recordInvalid` with the field, what is wrong with it
 * (type, range, choice, missing, other) and the value, at the place given.
 */
export function problemOf(
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  where: Where,
  prefix = '',
): PersonError {
  const [issue] = issues
  const path = (issue?.path ?? []).map(String)
  const field = [prefix, ...path].filter((part) => part !== '').join('.')
  const at = path.reduce<unknown>((inner, key) => (isIndexable(inner) ? inner[key] : undefined), value)
  const { file, place, record } = where
  return new PersonError(
    'recordInvalid',
    {
      field: field === '' ? '–' : field,
      problem: kindOf(issue, at),
      value: shown(at),
      place: [file, place].filter((part) => part !== undefined).join(' · ') || '–',
      record: record === undefined ? '–' : recordKey(record),
    },
    { ...where, ...(field === '' ? {} : { field }) },
  )
}

function kindOf(issue: z.core.$ZodIssue | undefined, value: unknown): string {
  if (value === undefined) return 'missing'
  switch (issue?.code) {
    case 'invalid_type':
      return 'type'
    case 'too_big':
    case 'too_small':
      return 'range'
    case 'invalid_value':
    case 'invalid_union':
      return 'choice'
    default:
      return 'other'
  }
}

/** A value as it may stand in a sentence: short, and plain text. */
function shown(value: unknown): string {
  if (value === undefined) return '–'
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '–')
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

function isIndexable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
