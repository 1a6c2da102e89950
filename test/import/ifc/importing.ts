import { importIfc } from '../../../src/import/ifc/index.ts'
import type { Finding, ImportResult, SourceFile } from '../../../src/import/result.ts'
import { PersonError, type Message } from '../../../src/premises/message.ts'
import type { Level, Opening, Premises, Zone } from '../../../src/premises/model.ts'
import { reachability } from '../../../src/premises/reachability.ts'

/** An import with its records by name, as a test asks for them. */
export interface Imported extends ImportResult {
  readonly zone: (name: string) => Zone
  readonly level: (name: string) => Level
  /** The doors and passages between two rooms; null = the outside. */
  readonly between: (a: string, b: string | null) => readonly Opening[]
  readonly codes: readonly string[]
  readonly finding: (code: string) => Finding
  readonly unreachable: readonly string[]
}

export async function imported(file: SourceFile): Promise<Imported> {
  const result = await importIfc(file, {
    wasm: null,
    progress: () => undefined,
    breathe: () => Promise.resolve(),
  })
  const { premises, findings } = result
  const zones = Object.values(premises.zones)
  const zone = (name: string): Zone =>
    one(
      zones.filter((each) => each.name === name),
      name,
    )
  return {
    ...result,
    zone,
    level: (name) =>
      one(
        Object.values(premises.levels).filter((each) => each.name === name),
        name,
      ),
    between: (a, b) =>
      walkable(premises).filter(({ sides }) => {
        const ids = [zone(a).id, b === null ? null : zone(b).id]
        return ids.every((id) => sides.includes(id)) && sides.length === ids.length
      }),
    codes: findings.map((finding) => finding.code),
    finding: (code) =>
      one(
        findings.filter((finding) => finding.code === code),
        code,
      ),
    unreachable: reachability(premises).unreachable.map(({ zoneId }) => premises.zones[zoneId]?.name ?? ''),
  }
}

export function walkable(premises: Premises): readonly Opening[] {
  return Object.values(premises.openings).filter(({ kind }) => kind === 'door' || kind === 'passage')
}

export function doors(premises: Premises): readonly Opening[] {
  return Object.values(premises.openings).filter(({ kind }) => kind === 'door')
}

/** What the importer tells a person about a file that it refuses. */
export async function refusal(file: SourceFile): Promise<Message> {
  try {
    await imported(file)
  } catch (error) {
    if (error instanceof PersonError) return error.report
    throw error
  }
  throw new Error('the file was imported')
}

export function only<T>(records: readonly T[]): T {
  return one(records, 'record')
}

function one<T>(records: readonly T[], name: string): T {
  const [first] = records
  if (first === undefined || records.length !== 1) throw new Error(`${records.length} of ${name}`)
  return first
}
