import { PersonError } from '../../src/premises/message.ts'
import type { Header } from './header.ts'
import type { PictureFile } from './job.ts'
import { underlayLimits } from './limits.ts'

/** An error that names the file, in the sentence as well as in `where`. */
export function refusal(
  code: string,
  name: string,
  params: Readonly<Record<string, string | number>> = {},
  cause?: unknown,
): PersonError {
  return new PersonError(
    code,
    { ...params, file: name },
    { file: name },
    cause === undefined ? {} : { cause },
  )
}

/** Throws for what is too large, empty, or no picture at all, by its size and header alone. */
export function refuseByHeader({ name, bytes }: PictureFile, header: Header): void {
  if (bytes.length === 0) throw refusal('underlayEmpty', name)
  if (bytes.length > underlayLimits.fileBytes)
    throw refusal('underlayFileTooLarge', name, { most: underlayLimits.fileMB })
  if (header.kind === 'svg') throw refusal('underlaySvg', name)
  if (header.kind === 'other') throw refusal('underlayNoPicture', name)
  const { size } = header
  if (size === null) {
    if (header.kind === 'pdf' || header.kind === 'tiff' || header.kind === 'heic' || header.kind === 'avif')
      return
    throw refusal('underlayDamaged', name)
  }
  refuseSize(name, size)
}

/** Throws for a picture of no pixels, or of so many that decoding it would take the browser's memory. */
export function refuseSize(name: string, { widthPx, heightPx }: NonNullable<Header['size']>): void {
  if (!(widthPx > 0) || !(heightPx > 0)) throw refusal('underlayDamaged', name)
  if (widthPx * heightPx > underlayLimits.readPx)
    throw refusal('underlayTooManyPixels', name, {
      width: widthPx,
      height: heightPx,
      most: underlayLimits.readMP,
    })
}

/** Kinds that some browsers decode and others do not: what to say where this one does not. */
const undecoded: Partial<Readonly<Record<Header['kind'], string>>> = {
  heic: 'underlayHeic',
  avif: 'underlayKindUnread',
  tiff: 'underlayKindUnread',
  bmp: 'underlayKindUnread',
}

export function undecodable(name: string, { kind }: Header, cause: unknown): PersonError {
  return refusal(undecoded[kind] ?? 'underlayDamaged', name, { kind: kind.toUpperCase() }, cause)
}
