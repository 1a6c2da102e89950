import { compareOperations, fold } from '../operations/index.ts'
import { writtenOperation } from '../schema/operations.ts'
import { namedAttachments } from './attachments.ts'
import { canonical } from './canonical.ts'
import { featureEntries } from './features.ts'
import { attachmentFolder, entryNames, type FilePart, type ProjectFile } from './format.ts'
import { manifestText } from './manifest.ts'
import { type Pace, type PaceOptions, paceOf } from './pace.ts'
import { withoutPersons } from './persons.ts'
import { summaryOf, summaryText } from './summary.ts'
import { writeZip, type ZipEntry } from './zipWrite.ts'

export interface WriteOptions extends PaceOptions {
  /**
   * Leave out the names of persons (head of the facility, who measured, who assists). Pictures beneath levels stay as they
   * are, with whatever names are written on them.
   */
  readonly dropPersons?: boolean
}

/**
 * The project as a `.loithoat` file. The same project gives the same bytes: fixed times, sorted keys, LF. Everything but
 * the log, the parts and the figures follows from the log; of the attachments only those go with it that current records name.
 */
export async function writeProject(
  project: ProjectFile,
  options: WriteOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const pace = paceOf(options)
  const sorted = project.log.toSorted(compareOperations)
  const log = options.dropPersons === true ? withoutPersons(sorted) : sorted
  const derived = await derivedEntries(project, log, pace)
  const entries: ZipEntry[] = []
  for (const [name, content] of derived)
    entries.push({ name, bytes: encode(content), stored: name === entryNames.summary })
  entries.push({ name: entryNames.log, bytes: encode(await logText(log, pace)), stored: false })
  const named = namedAttachments(derived.values())
  for (const part of joinedByName(project.parts)) {
    const isAttachment = part.name.startsWith(attachmentFolder)
    // Pictures are compressed already. Those of records that are gone stay behind.
    if (!isAttachment || named.has(part.name)) entries.push({ ...part, stored: isAttachment })
  }
  return writeZip(entries, pace)
}

/** Entry name → text, for all that follows from the log: summary, manifest, features, in the order of the file. */
export async function derivedEntries(
  { id, figures }: Pick<ProjectFile, 'id' | 'figures'>,
  log: ProjectFile['log'],
  pace: Pace,
): Promise<ReadonlyMap<string, string>> {
  const premises = fold(log)
  const features = await featureEntries(premises, pace)
  return new Map([
    [entryNames.summary, summaryText(summaryOf(premises, figures))],
    [entryNames.manifest, manifestText(id)],
    ...features,
  ])
}

async function logText(log: ProjectFile['log'], pace: Pace): Promise<string> {
  if (log.length === 0) return '[]\n'
  const lines: string[] = []
  for (const operation of log) {
    lines.push(canonical(writtenOperation(operation)))
    await pace()
  }
  return `[\n${lines.join(',\n')}\n]\n`
}

/** In the order of their names, each once. */
function joinedByName(parts: readonly FilePart[]): readonly FilePart[] {
  const byName = new Map(parts.map((part) => [part.name, part]))
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
