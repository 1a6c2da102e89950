import type { Pace } from './pace.ts'

const table = new Uint32Array(256)
for (let byte = 0; byte < 256; byte++) {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  table[byte] = value
}

/** CRC-32 of zip (IEEE 802.3, reflected 0xEDB88320); `from` continues over a next piece. */
export function crc32(bytes: Uint8Array, from = 0): number {
  let crc = ~from
  for (let index = 0; index < bytes.length; index++) crc = (crc >>> 8) ^ table[(crc ^ bytes[index]!) & 0xff]!
  return ~crc >>> 0
}

/** The CRC-32 of bytes of any length, with pauses in between. */
export async function checksum(bytes: Uint8Array, pace: Pace): Promise<number> {
  let crc = 0
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    crc = crc32(bytes.subarray(at, at + pieceBytes), crc)
    await pace()
  }
  return crc
}

const pieceBytes = 1 << 20
