import { PersonError } from '../premises/message.ts'
import type { SourceFile } from './result.ts'

/**
 * The value of a JSON file (UTF-8, with or without a byte order mark).
 * @throws PersonError `import.notJson` with the line
 */
export function parseJson(file: SourceFile): unknown {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(file.bytes)
  } catch (cause) {
    throw new PersonError('import.notUtf8', {}, { file: file.name }, { cause })
  }
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    const position = /position (\d+)/.exec(String(cause))?.[1]
    const line = position === undefined ? 0 : text.slice(0, Number(position)).split('\n').length
    throw new PersonError(
      'import.notJson',
      { line: line === 0 ? '?' : line },
      { file: file.name, place: String(line) },
      { cause },
    )
  }
}

/** An object that is not an array, or null. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null
}

/** A text without control characters, at most 300 characters long; null where there is none. */
export function asText(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return null
  const text = value
    // oxlint-disable-next-line no-control-regex -- exactly these are unwanted in names
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .normalize('NFC')
    .trim()
    .slice(0, 300)
  return text === '' ? null : text
}

export function asNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
