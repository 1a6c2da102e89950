import { PersonError } from '../message.ts'

/** What can be wrong with a file; each has its sentence and its mend in src/i18n. */
export type FileFault =
  | 'fileEmpty'
  | 'fileIsOther'
  | 'fileTruncated'
  | 'fileDamaged'
  | 'fileEntryMissing'
  | 'fileTooLarge'
  | 'fileTooNew'
  | 'fileTooOld'

/** An error that names the file and the place in it, in the sentence as well as in `where`. */
export function fileError(
  code: FileFault,
  file: string,
  place: string | null,
  params: Readonly<Record<string, string | number>> = {},
  cause?: unknown,
): PersonError {
  return new PersonError(
    code,
    { ...params, file, ...(place === null ? {} : { place }) },
    { file, ...(place === null ? {} : { place }) },
    cause === undefined ? undefined : { cause },
  )
}

/** An error of a library, or of our own code on bytes that nobody foresaw, as "this file is damaged". */
export function damaged(error: unknown, file: string, place: string): PersonError {
  return error instanceof PersonError ? error : fileError('fileDamaged', file, place, {}, error)
}
