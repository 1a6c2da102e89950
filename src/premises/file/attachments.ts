import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { attachmentFolder, type FilePart } from './format.ts'
import { fileError } from './fileError.ts'

/** A file to go with the project (an underlay picture, a document), named by its content: the same one is kept once. */
export function attachment(bytes: Uint8Array): FilePart {
  return { name: `${attachmentFolder}${bytesToHex(sha256(bytes))}`, bytes }
}

/** Throws a `PersonError` `fileDamaged` where an attachment is not what its name says. */
export function checkPart(part: FilePart, file: string): void {
  if (!part.name.startsWith(attachmentFolder)) return
  if (attachment(part.bytes).name !== part.name) throw fileError('fileDamaged', file, part.name)
}
