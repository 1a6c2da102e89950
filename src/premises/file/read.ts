import { type Message, PersonError } from '../message.ts'
import type { Operation } from '../operation.ts'
import { compareOperations } from '../operations/index.ts'
import { readOperation } from '../schema/operations.ts'
import { checkPart } from './attachments.ts'
import { differences } from './compare.ts'
import { damaged, fileError } from './fileError.ts'
import { entryNames, type FilePart, type ProjectFile } from './format.ts'
import { parseList } from './json.ts'
import { kindOfBytes, kindOfZip } from './kind.ts'
import { parseManifest } from './manifest.ts'
import { migrated } from './migrate.ts'
import { type Pace, type PaceOptions, paceOf } from './pace.ts'
import { parseSummary } from './summary.ts'
import { type ListedEntry, listZip, unpack } from './zipRead.ts'

export interface ReadResult {
  readonly project: ProjectFile
  /** Where the features for other programs disagree with the log: the log was taken. */
  readonly warnings: readonly Message[]
}

const ownNames: ReadonlySet<string> = new Set(Object.values(entryNames))

/**
 * A project from the bytes of a `.loithoat` file. Reading is strict: whatever is wrong ends in a `PersonError` that names
 * the file and the place in it (`fileEmpty`, `fileIsOther`, `fileTruncated`, `fileDamaged`, `fileTooLarge`, `fileTooNew`,
 * `fileTooOld`, `recordInvalid`), and nothing else. Unknown properties and entries are kept.
 */
export async function readProject(
  file: string,
  bytes: Uint8Array,
  options: PaceOptions = {},
): Promise<ReadResult> {
  try {
    return await read(file, bytes, paceOf(options))
  } catch (error) {
    if (error instanceof PersonError || (error instanceof Error && error.name === 'AbortError')) throw error
    throw damaged(error, file, 'zip')
  }
}

async function read(file: string, bytes: Uint8Array, pace: Pace): Promise<ReadResult> {
  const kind = kindOfBytes(bytes)
  if (kind === 'empty') throw fileError('fileEmpty', file, null)
  if (kind !== 'zip') throw fileError('fileIsOther', file, null, { context: kind })
  const entries = listZip(file, bytes)
  const names = entries.map(({ name }) => name)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const has = (name: string) => byName.has(name)
  if (!has(entryNames.manifest) || !(has(entryNames.summary) || has(entryNames.log)))
    throw fileError('fileIsOther', file, null, { context: kindOfZip(names) })

  const entry = async (name: string): Promise<Uint8Array> => {
    const listed = byName.get(name)
    if (listed === undefined) throw fileError('fileEntryMissing', file, name)
    return unpack(file, bytes, listed, pace)
  }
  const { id, formatVersion } = parseManifest(await entry(entryNames.manifest), file)
  const { figures } = parseSummary(await entry(entryNames.summary), file)
  const log = await readLog(await entry(entryNames.log), formatVersion, file, pace)
  const parts = await readParts(file, bytes, entries, pace)
  const project: ProjectFile = { id, log, parts, figures }

  const given = new Map<string, Uint8Array>()
  for (const name of ownNames) if (has(name) && name !== entryNames.log) given.set(name, await entry(name))
  return { project, warnings: await differences(project, given, formatVersion, file, pace) }
}

async function readLog(
  bytes: Uint8Array,
  version: number,
  file: string,
  pace: Pace,
): Promise<readonly Operation[]> {
  const place = entryNames.log
  const items = await parseList(bytes, file, place, pace)
  const values = items.map(({ value }) => value)
  const raw = migrated(values, version, file)
  const log: Operation[] = []
  const ids = new Set<string>()
  for (const [index, value] of raw.entries()) {
    const operation = readOperation(value, { file, place: items[index]?.place ?? place })
    if (ids.has(operation.id)) throw fileError('fileDamaged', file, items[index]?.place ?? place)
    ids.add(operation.id)
    log.push(operation)
    await pace()
  }
  return log.sort(compareOperations)
}

/** Attachments, and entries that this version does not know. */
async function readParts(
  file: string,
  bytes: Uint8Array,
  entries: readonly ListedEntry[],
  pace: Pace,
): Promise<readonly FilePart[]> {
  const parts: FilePart[] = []
  for (const entry of entries) {
    if (ownNames.has(entry.name) || entry.name.endsWith('/')) continue
    if (!isPlainName(entry.name)) throw fileError('fileDamaged', file, 'zip')
    // A copy: what is kept must not keep the whole file in memory.
    const part = { name: entry.name, bytes: (await unpack(file, bytes, entry, pace)).slice() }
    await checkPart(part, file, pace)
    parts.push(part)
  }
  return parts.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** No way out of the file, and nothing that another program would trip over. */
function isPlainName(name: string): boolean {
  const plain = name.length <= 200 && !/[\p{Cc}\\:\uFFFD]/u.test(name)
  return plain && name.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}
