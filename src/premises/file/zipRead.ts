import { Inflate } from 'fflate'
import type { PersonError } from '../message.ts'
import { checksum } from './crc32.ts'
import { limits } from './format.ts'
import { damaged, fileError } from './fileError.ts'
import type { Pace } from './pace.ts'

/** An entry as the directory at the end of a zip announces it; nothing is unpacked yet. */
export interface ListedEntry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  readonly offset: number
}

const pieceBytes = 1 << 14
const end = 0x06054b50

/**
 * The entries of a zip, in the order in which they lie in it. Throws a `PersonError`: `fileTruncated` where the end is
 * missing, `fileDamaged` where the directory contradicts itself, `fileTooLarge` where what it announces is past the
 * limits (a zip bomb). Checked before anything is unpacked; entries that overlap are refused.
 */
export function listZip(file: string, zip: Uint8Array): readonly ListedEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const tail = endOf(view)
  if (tail === null) throw fileError('fileTruncated', file, null)
  const wrong = (place: string) => fileError('fileDamaged', file, place)
  const count = view.getUint16(tail + 10, true)
  const directoryBytes = view.getUint32(tail + 12, true)
  const start = view.getUint32(tail + 16, true)
  if (view.getUint16(tail + 8, true) !== count || start + directoryBytes !== tail) throw wrong('zip')
  if (count > limits.entries) throw tooLarge(file, 'zip')

  const entries: ListedEntry[] = []
  let at = start
  for (let index = 0; index < count; index++) {
    if (at + 46 > tail || view.getUint32(at, true) !== 0x02014b50) throw wrong('zip')
    const nameBytes = view.getUint16(at + 28, true)
    const next = at + 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > tail) throw wrong('zip')
    const entry = {
      name: text(zip.subarray(at + 46, at + 46 + nameBytes)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    const encrypted = (view.getUint16(at + 8, true) & 0x2041) !== 0
    if (encrypted || (entry.method !== 0 && entry.method !== 8)) throw wrong(entry.name)
    checkSize(file, entry)
    entries.push(entry)
    at = next
  }
  if (at !== tail) throw wrong('zip')
  if (entries.reduce((sum, { bytes }) => sum + bytes, 0) > limits.totalBytes) throw tooLarge(file, 'zip')
  if (new Set(entries.map(({ name }) => name)).size !== entries.length) throw wrong('zip')

  entries.sort((a, b) => a.offset - b.offset)
  entries.forEach((entry, index) => {
    const [from, to] = dataOf(view, zip, file, entry)
    if (to > (entries[index + 1]?.offset ?? start) || from < 0) throw wrong(entry.name)
  })
  return entries
}

/** One entry unpacked: never more bytes than announced, and with the checksum announced. Throws `fileDamaged`. */
export async function unpack(
  file: string,
  zip: Uint8Array,
  entry: ListedEntry,
  pace: Pace,
): Promise<Uint8Array> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const [from, to] = dataOf(view, zip, file, entry)
  const packed = zip.subarray(from, to)
  const bytes = entry.method === 0 ? packed : await inflated(packed, entry, file, pace)
  if (bytes.length !== entry.bytes || (await checksum(bytes, pace)) !== entry.crc)
    throw fileError('fileDamaged', file, entry.name)
  return bytes
}

async function inflated(
  packed: Uint8Array,
  entry: ListedEntry,
  file: string,
  pace: Pace,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(entry.bytes)
  let filled = 0
  const stream = new Inflate((piece) => {
    if (filled + piece.length > bytes.length) throw new Error('more bytes than announced')
    bytes.set(piece, filled)
    filled += piece.length
  })
  try {
    for (let at = 0; at < packed.length; at += pieceBytes) {
      stream.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length)
      await pace()
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error
    throw damaged(error, file, entry.name)
  }
  return bytes.subarray(0, filled)
}

/** Where an entry's packed bytes lie; the local header must agree with the directory. */
function dataOf(
  view: DataView,
  zip: Uint8Array,
  file: string,
  entry: ListedEntry,
): readonly [number, number] {
  const wrong = () => fileError('fileDamaged', file, entry.name)
  const { offset, packedBytes } = entry
  if (offset + 30 > zip.length || view.getUint32(offset, true) !== 0x04034b50) throw wrong()
  const nameBytes = view.getUint16(offset + 26, true)
  const from = offset + 30 + nameBytes + view.getUint16(offset + 28, true)
  if (from + packedBytes > zip.length) throw wrong()
  const name = text(zip.subarray(offset + 30, offset + 30 + nameBytes))
  if (name !== entry.name || view.getUint16(offset + 8, true) !== entry.method) throw wrong()
  return [from, from + packedBytes]
}

function checkSize(file: string, { name, bytes, packedBytes }: ListedEntry): void {
  const ratio = bytes > limits.ratioFromBytes && bytes > limits.ratio * packedBytes
  if (bytes > limits.entryBytes || ratio) throw tooLarge(file, name)
}

function tooLarge(file: string, place: string): PersonError {
  return fileError('fileTooLarge', file, place, { most: limits.totalBytes / 1e6 })
}

/** Where the end record stands: the last one whose comment ends with the file. */
function endOf(view: DataView): number | null {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at >= last - 0xffff; at--)
    if (view.getUint32(at, true) === end && at + 22 + view.getUint16(at + 20, true) === view.byteLength)
      return at
  return null
}

/** A name as text; what is no UTF-8 (zips of old programs) is kept readable enough to say what the file is. */
function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
