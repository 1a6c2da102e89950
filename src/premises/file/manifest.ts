import { version } from '../../../package.json'
import { isObject } from '../operations/value.ts'
import { problemOf } from '../schema/problem.ts'
import { open, type Schema, text, whole } from '../schema/values.ts'
import { z } from '../schema/zod.ts'
import { canonical } from './canonical.ts'
import { fileError } from './fileError.ts'
import { entryNames, formatName, formatVersion } from './format.ts'
import { decoded, parseJson } from './json.ts'

/** What a file is. `version` and `language` are those of IMDF, for programs that read the features. */
export interface Manifest {
  readonly format: typeof formatName
  readonly formatVersion: number
  readonly id: string
  readonly generator: string
  readonly version: '1.0.0'
  readonly language: 'vi'
}

const schema = open({
  format: z.literal(formatName),
  formatVersion: whole(1, 1_000_000),
  id: text.check(z.minLength(1), z.maxLength(200)),
  generator: text,
}) as unknown as Schema<Pick<Manifest, 'format' | 'formatVersion' | 'id' | 'generator'>>

export function manifestText(id: string): string {
  const manifest: Manifest = {
    format: formatName,
    formatVersion,
    id,
    generator: `Lối Thoát ${version}`,
    version: '1.0.0',
    language: 'vi',
  }
  return `${canonical(manifest)}\n`
}

/** Reads the entry; throws `fileTooNew` for a format after ours, before anything else of it is looked at. */
export function parseManifest(
  bytes: Uint8Array,
  file: string,
): { readonly id: string; readonly formatVersion: number } {
  const place = entryNames.manifest
  const value = parseJson(decoded(bytes, file, place), file, place)
  const written = isObject(value) ? value['formatVersion'] : undefined
  if (
    isObject(value) &&
    value['format'] === formatName &&
    typeof written === 'number' &&
    written > formatVersion
  )
    throw fileError('fileTooNew', file, place, { version: written, known: formatVersion })
  const result = schema.safeParse(value)
  if (!result.success) throw problemOf(result.error.issues, value, { file, place })
  return { id: result.data.id, formatVersion: result.data.formatVersion }
}
