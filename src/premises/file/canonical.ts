import { isObject } from '../operations/value.ts'

/** A value as JSON with sorted keys and no spaces: the same value always gives the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value) ?? 'null'
  const members: string[] = []
  for (const key of Object.keys(value).toSorted())
    if (value[key] !== undefined) members.push(`${JSON.stringify(key)}:${canonical(value[key])}`)
  return `{${members.join(',')}}`
}

/** A list as a JSON array with one item per line, so that two files can be compared line by line. */
export function canonicalList(items: readonly unknown[]): string {
  return items.length === 0 ? '[]\n' : `[\n${items.map(canonical).join(',\n')}\n]\n`
}
