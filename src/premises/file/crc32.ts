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
