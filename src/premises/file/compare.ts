import type { Message } from '../message.ts'
import { isObject } from '../operations/value.ts'
import { canonical } from './canonical.ts'
import { entryNames, formatVersion, type ProjectFile } from './format.ts'
import { decoded, parseJson } from './json.ts'
import type { Pace } from './pace.ts'
import { derivedEntries } from './write.ts'

/** Two coordinates closer than this are one: a hundredth of the grid, far below what a GIS rounds to. */
const sameDegrees = 1e-9

/**
 * Where the features and the summary of a file say something else than its log: another program has changed them, and
 * its changes are not taken. One warning per entry, with how many features differ and the first of them. What an older
 * format (`writtenAs`) did not have yet is no difference.
 */
export async function differences(
  project: ProjectFile,
  given: ReadonlyMap<string, Uint8Array>,
  writtenAs: number,
  file: string,
  pace: Pace,
): Promise<readonly Message[]> {
  const expected = await derivedEntries(project, project.log, pace)
  const warnings: Message[] = []
  for (const [name, text] of expected) {
    // The generator's version, and nothing else, may differ there.
    if (name === entryNames.manifest) continue
    const bytes = given.get(name)
    const found = bytes === undefined ? null : textOf(bytes, file, name)
    if (found === text) continue
    const differing =
      found === null ? ['–'] : differingIds(text, found, writtenAs < formatVersion, file, name)
    await pace()
    if (differing.length === 0) continue
    const params = { count: differing.length, first: differing[0] ?? '–' }
    warnings.push({ code: 'featuresDiffer', severity: 'warning', params, where: { file, place: name } })
  }
  return warnings
}

/** Ids of the features that differ; '–' for what has none. Not readable: everything differs. */
function differingIds(
  expected: string,
  found: string,
  isOlder: boolean,
  file: string,
  name: string,
): string[] {
  const ours = itemsOf(JSON.parse(expected))
  let theirs: ReadonlyMap<string, unknown>
  try {
    theirs = itemsOf(parseJson(found, file, name))
  } catch {
    return [...ours.keys()]
  }
  const ids = new Set([...ours.keys(), ...theirs.keys()])
  return [...ids].filter(
    (id) => !(isOlder && isNewer(id, ours.get(id), theirs.get(id))) && !alike(ours.get(id), theirs.get(id)),
  )
}

/** The number of the format itself, a table that is empty, or counts of such tables: an older program had them not. */
function isNewer(id: string, ours: unknown, theirs: unknown): boolean {
  if (id === 'formatVersion') return true
  if (theirs === undefined) return Array.isArray(ours) && ours.length === 0
  if (id !== 'counts' || !isObject(ours) || !isObject(theirs)) return false
  return Object.keys(ours).every((table) => alike(ours[table], theirs[table] ?? 0))
}

/** Features by id; the parts of any other document by name. */
function itemsOf(document: unknown): ReadonlyMap<string, unknown> {
  if (!isObject(document)) return new Map([['–', document]])
  const { features } = document
  if (!Array.isArray(features)) return new Map(Object.entries(document))
  return new Map(features.map((feature: unknown, index) => [idOf(feature) ?? `[${index}]`, feature]))
}

function idOf(feature: unknown): string | null {
  return isObject(feature) && typeof feature['id'] === 'string' ? feature['id'] : null
}

/** The same value, but for the last digits of numbers. */
function alike(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= sameDegrees
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => alike(item, b[index]))
  if (!isObject(a) || !isObject(b)) return canonical(a) === canonical(b)
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => alike(a[key], b[key]))
}

function textOf(bytes: Uint8Array, file: string, name: string): string | null {
  try {
    return decoded(bytes, file, name)
  } catch {
    return null
  }
}
