import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { version } from '../package.json'
import type { Provenance } from './job.ts'

/** What goes into the hash of a job's input: text, numbers, and encoded arrays. */
export type HashPart = string | number | Float64Array | Int32Array | Uint8Array

/** What made a result: this program's version, the seed, and the hash of what was computed with. */
export function provenanceOf(parts: Iterable<HashPart>, seed = 0): Provenance {
  return { engine: version, seed, inputHash: hashOf(parts) }
}

/** SHA-256 of parts in their order, each with its kind and length, as hexadecimal text. Arrays as little-endian bytes. */
export function hashOf(parts: Iterable<HashPart>): string {
  const hash = sha256.create()
  for (const part of parts) {
    const bytes = typeof part === 'object' ? bytesOf(part) : utf8ToBytes(String(part))
    hash.update(
      utf8ToBytes(`${typeof part === 'object' ? part.constructor.name : typeof part} ${bytes.length} `),
    )
    hash.update(bytes)
  }
  return bytesToHex(hash.digest())
}

function bytesOf(array: Float64Array | Int32Array | Uint8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}
