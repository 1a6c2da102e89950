/**
 * The bytes as the engine reads them. The standard allows ASCII with escapes only; writers that put letters in raw use
 * UTF-8, which the engine takes, or the code page of their machine, which it garbles: that is made UTF-8 here.
 */
export function asUtf8(bytes: Uint8Array): Uint8Array {
  if (!bytes.some((byte) => byte >= 0x80)) return bytes
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return bytes
  } catch {
    return new TextEncoder().encode(new TextDecoder('windows-1252').decode(bytes))
  }
}
