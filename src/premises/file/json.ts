import { isSafeKey } from '../operations/value.ts'
import { limits } from './format.ts'
import { damaged, fileError } from './fileError.ts'
import type { Pace } from './pace.ts'

/** The text of an entry; throws `fileDamaged` where it is not UTF-8. */
export function decoded(bytes: Uint8Array, file: string, place: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw damaged(error, file, place)
  }
}

/**
 * JSON as plain data. Throws `fileDamaged` at the place for text that is none, that nests deeper than any project does
 * (recursion would overflow), or that has keys reaching into prototypes.
 */
export function parseJson(text: string, file: string, place: string): unknown {
  if (deepest(text) > limits.depth) throw fileError('fileDamaged', file, place)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw damaged(error, file, place)
  }
  if (!hasSafeKeys(value)) throw fileError('fileDamaged', file, place)
  return value
}

/**
 * The items of a JSON array. Our own files have one item per line, and are read line by line: nothing holds the thread
 * for long, and an error names its line. Any other JSON array is read whole.
 */
export async function parseList(
  bytes: Uint8Array,
  file: string,
  place: string,
  pace: Pace,
): Promise<readonly { readonly value: unknown; readonly place: string }[]> {
  const text = decoded(bytes, file, place)
  const lines = text.split('\n')
  const items: { value: unknown; place: string }[] = []
  if (lines[0] === '[' && lines.at(-2) === ']' && lines.at(-1) === '') {
    for (let index = 1; index < lines.length - 2; index++) {
      const line = lines[index] ?? ''
      const last = index === lines.length - 3
      const item = last ? line : line.endsWith(',') ? line.slice(0, -1) : '?'
      const at = `${place}:${index + 1}`
      items.push({ value: parseJson(item, file, at), place: at })
      await pace()
    }
    return items
  }
  const value = parseJson(text, file, place)
  if (!Array.isArray(value)) throw fileError('fileDamaged', file, place)
  value.forEach((item: unknown, index) => items.push({ value: item, place: `${place}[${index}]` }))
  return items
}

/** How deep brackets nest, those inside texts not counted. */
function deepest(text: string): number {
  let [depth, most] = [0, 0]
  let quoted = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (quoted) {
      if (code === 92) index++
      else if (code === 34) quoted = false
    } else if (code === 34) quoted = true
    else if (code === 91 || code === 123) most = Math.max(most, ++depth)
    else if (code === 93 || code === 125) depth--
  }
  return most
}

function hasSafeKeys(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(hasSafeKeys)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, item]) => isSafeKey(key) && hasSafeKeys(item))
}
