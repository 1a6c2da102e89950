/** A file that somebody, or a bad disk, has made worse. `hangs`: made to keep a reader busy for ever. */
export interface HostileFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly hangs?: boolean
}

/** Whole numbers below `most`, the same for the same seed. */
export type Dice = (most: number) => number

export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most
  }
}

/** So many damaged copies of a file: cut off, bits turned, bytes overwritten, pieces taken out, doubled, or exchanged. */
export function damagedCopies(name: string, bytes: Uint8Array, count: number, dice: Dice): HostileFile[] {
  return Array.from({ length: count }, (_, index) => {
    const way = ways[index % ways.length] ?? cut
    return { name: name.replace('.', `-${index}-${way.name}.`), bytes: way(bytes, dice) }
  })
}

type Way = (bytes: Uint8Array, dice: Dice) => Uint8Array

const cut: Way = (bytes, dice) => bytes.slice(0, dice(bytes.length))

const turned: Way = (bytes, dice) => {
  const copy = bytes.slice()
  for (let turns = 1 + dice(12); turns > 0; turns -= 1) copy[dice(copy.length)]! ^= 1 << dice(8)
  return copy
}

const overwritten: Way = (bytes, dice) => {
  const copy = bytes.slice()
  const from = dice(copy.length)
  for (let at = from; at < Math.min(copy.length, from + 1 + dice(64)); at += 1) copy[at] = dice(256)
  return copy
}

const holed: Way = (bytes, dice) => {
  const from = dice(bytes.length)
  const to = Math.min(bytes.length, from + 1 + dice(200))
  return put(bytes.subarray(0, from), bytes.subarray(to))
}

const doubled: Way = (bytes, dice) => {
  const from = dice(bytes.length)
  const to = Math.min(bytes.length, from + 1 + dice(400))
  return put(bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to))
}

/** Digits are what a PDF counts, points and refers with. */
const renumbered: Way = (bytes, dice) => {
  const copy = bytes.slice()
  const digits = [...copy.keys()].filter((at) => copy[at]! >= 0x30 && copy[at]! <= 0x39)
  for (let turns = 1 + dice(6); turns > 0 && digits.length > 0; turns -= 1)
    copy[digits[dice(digits.length)] ?? 0] = 0x30 + dice(10)
  return copy
}

const ways: readonly Way[] = [cut, turned, overwritten, holed, doubled, renumbered]

function put(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
