import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { attachmentFolder, type FilePart } from './format.ts'
import { fileError } from './fileError.ts'
import type { Pace } from './pace.ts'

/** Bytes hashed between two pauses: a few milliseconds. */
const pieceBytes = 1 << 19

/** A file to go with the project (an underlay picture, a document), named by its content: the same one is kept once. */
export function attachment(bytes: Uint8Array): FilePart {
  return { name: `${attachmentFolder}${bytesToHex(sha256(bytes))}`, bytes }
}

/** Throws a `PersonError` `fileDamaged` where an attachment is not what its name says. */
export async function checkPart({ name, bytes }: FilePart, file: string, pace: Pace): Promise<void> {
  if (!name.startsWith(attachmentFolder)) return
  const hash = sha256.create()
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    hash.update(bytes.subarray(at, at + pieceBytes))
    await pace()
  }
  if (`${attachmentFolder}${bytesToHex(hash.digest())}` !== name) throw fileError('fileDamaged', file, name)
}

/** Names of all attachments that texts (the entries that describe the current records) speak of. */
export function namedAttachments(texts: Iterable<string>): ReadonlySet<string> {
  const names = new Set<string>()
  for (const text of texts) for (const [name] of text.matchAll(/attachments\/[0-9a-f]{64}/g)) names.add(name)
  return names
}
