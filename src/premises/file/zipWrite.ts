import { Deflate } from 'fflate'
import { checksum } from './crc32.ts'
import type { Pace } from './pace.ts'

export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array
  /** Stored as it is: for what is compressed already, and for what must be read without unpacking. */
  readonly stored: boolean
}

const pieceBytes = 1 << 16
/** 1 January 1980, 00:00: every entry carries the same time, so that the same project gives the same bytes. */
const dosDate = 0x0021
const utf8Names = 0x0800

/** A zip of the entries in their order. The same entries give the same bytes, everywhere and at any time. */
export async function writeZip(entries: readonly ZipEntry[], pace: Pace): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  const put = (piece: Uint8Array) => {
    pieces.push(piece)
    offset += piece.length
  }
  for (const { name, bytes, stored } of entries) {
    const packed = stored ? [bytes] : await deflated(bytes, pace)
    const header = {
      name: new TextEncoder().encode(name),
      method: stored ? 0 : 8,
      crc: await checksum(bytes, pace),
      packedBytes: packed.reduce((sum, piece) => sum + piece.length, 0),
      bytes: bytes.length,
    }
    directory.push(centralHeader(header, offset))
    put(localHeader(header))
    packed.forEach(put)
  }
  const start = offset
  directory.forEach(put)
  put(endRecord(entries.length, offset - start, start))
  const zip = new Uint8Array(offset)
  let at = 0
  for (const piece of pieces) {
    zip.set(piece, at)
    at += piece.length
  }
  return zip
}

async function deflated(bytes: Uint8Array, pace: Pace): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = []
  const stream = new Deflate({ level: 6 }, (piece) => {
    pieces.push(piece)
  })
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    stream.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length)
    await pace()
  }
  if (bytes.length === 0) stream.push(bytes, true)
  return pieces
}

interface Header {
  readonly name: Uint8Array
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
}

function localHeader(header: Header): Uint8Array {
  const record = new Uint8Array(30 + header.name.length)
  const view = new DataView(record.buffer)
  view.setUint32(0, 0x04034b50, true)
  common(view, 4, header)
  record.set(header.name, 30)
  return record
}

function centralHeader(header: Header, offset: number): Uint8Array {
  const record = new Uint8Array(46 + header.name.length)
  const view = new DataView(record.buffer)
  view.setUint32(0, 0x02014b50, true)
  view.setUint16(4, 20, true)
  common(view, 6, header)
  view.setUint32(42, offset, true)
  record.set(header.name, 46)
  return record
}

/** The fields that both headers share, from "version needed" on. */
function common(view: DataView, at: number, { name, method, crc, packedBytes, bytes }: Header): void {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, utf8Names, true)
  view.setUint16(at + 4, method, true)
  view.setUint16(at + 8, dosDate, true)
  view.setUint32(at + 10, crc, true)
  view.setUint32(at + 14, packedBytes, true)
  view.setUint32(at + 18, bytes, true)
  view.setUint16(at + 22, name.length, true)
}

function endRecord(count: number, directoryBytes: number, start: number): Uint8Array {
  const record = new Uint8Array(22)
  const view = new DataView(record.buffer)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, count, true)
  view.setUint16(10, count, true)
  view.setUint32(12, directoryBytes, true)
  view.setUint32(16, start, true)
  return record
}
