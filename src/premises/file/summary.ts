import type { Premises } from '../model.ts'
import { tableNames } from '../operations/record.ts'
import { problemOf } from '../schema/problem.ts'
import { between, list, open, optional, type Schema, text, whole } from '../schema/values.ts'
import { z } from '../schema/zod.ts'
import { canonical } from './canonical.ts'
import { fileError } from './fileError.ts'
import { type Extent, extentOf } from './extent.ts'
import { entryNames, formatName, formatVersion, type Headline } from './format.ts'
import { decoded, parseJson } from './json.ts'

/** What stands first in a file, so that a thousand of them are listed without being parsed. */
export interface Summary {
  readonly format: typeof formatName
  readonly formatVersion: number
  readonly name: string
  readonly fictional: boolean
  readonly place: {
    readonly address: string | null
    readonly longitude: number
    readonly latitude: number
    readonly placed: boolean
  }
  readonly bounds: Extent | null
  readonly counts: Readonly<Record<string, number>>
  readonly figures: readonly Headline[]
}

const headline = open({
  name: text,
  value: between(-1e12, 1e12),
  unit: text,
  inputHash: text,
  engine: text,
  lost: optional(text),
}) as unknown as Schema<Headline>

const schema = open({
  format: z.literal(formatName),
  formatVersion: whole(1, 1_000_000),
  name: text,
  fictional: z.boolean(),
  place: open({
    address: z.nullable(text),
    longitude: between(-180, 180),
    latitude: between(-90, 90),
    placed: z.boolean(),
  }),
  bounds: z.nullable(list(between(-360, 360), 4, 4)),
  counts: z.record(text, between(0, 1e9)),
  figures: list(headline, 0, 1000),
}) as unknown as Schema<Summary>

export function summaryOf(premises: Premises, figures: readonly Headline[]): Summary {
  const { name, address = null, fictional = false, placement } = premises.facility
  const { longitude, latitude, placed } = placement
  return {
    format: formatName,
    formatVersion,
    name,
    fictional,
    place: { address, longitude, latitude, placed },
    bounds: extentOf(premises),
    counts: Object.fromEntries(tableNames.map((table) => [table, Object.keys(premises[table]).length])),
    figures,
  }
}

export function summaryText(summary: Summary): string {
  return `${canonical(summary)}\n`
}

/** Reads the entry; throws `recordInvalid` or `fileDamaged`. */
export function parseSummary(bytes: Uint8Array, file: string): Summary {
  const value = parseJson(decoded(bytes, file, entryNames.summary), file, entryNames.summary)
  const result = schema.safeParse(value)
  if (!result.success) throw problemOf(result.error.issues, value, { file, place: entryNames.summary })
  return result.data
}

/**
 * The summary from the beginning of a file, the first few kilobytes: it stands there uncompressed. Null where the bytes
 * do not reach; throws a `PersonError` `fileIsOther` where they are not the beginning of a project.
 */
export function readSummary(file: string, beginning: Uint8Array): Summary | null {
  const { summary } = entryNames
  const view = new DataView(beginning.buffer, beginning.byteOffset, beginning.byteLength)
  if (view.byteLength < 30) return null
  const from = 30 + view.getUint16(26, true) + view.getUint16(28, true)
  const name = new TextDecoder().decode(beginning.subarray(30, 30 + summary.length))
  const isOurs = view.getUint32(0, true) === 0x04034b50 && view.getUint16(8, true) === 0 && name === summary
  if (!isOurs) throw fileError('fileIsOther', file, null, { context: 'unknown' })
  const to = from + view.getUint32(18, true)
  return to > beginning.length ? null : parseSummary(beginning.subarray(from, to), file)
}
