import { PersonError } from '../../premises/message.ts'
import type { SourceFile } from '../result.ts'

const quote = 0x27
const doubleQuote = 0x22
const open = 0x28
const close = 0x29
const star = 0x2a
const comma = 0x2c
const dot = 0x2e
const slash = 0x2f
const semicolon = 0x3b
const equals = 0x3d
const hash = 0x23
const dollar = 0x24
const exclamation = 0x21

/**
 * Refuses a file whose data do not follow the grammar of STEP (ISO 10303-21): where a bracket, a text or a comma is missing,
 * the engine searches for it without an end. One pass over the bytes, element by element: `#12=IFCDOOR(…);`. Texts, numbers
 * and names are not judged, only where they begin and end. Throws a PersonError that names the element.
 */
export function checkSyntax({ name, bytes }: SourceFile): void {
  const start = dataStart(bytes)
  if (start < 0) return
  let element = 'DATA'
  let at = afterBlanks(bytes, start)
  while (at < bytes.length && bytes[at] === hash) {
    const number = afterDigits(bytes, at + 1)
    element = latin1(bytes, at, number)
    at = elementEnd(bytes, number)
    if (number < 0 || at < 0) throw damaged(name, element)
    at = afterBlanks(bytes, at)
  }
  if (
    !latin1(bytes, at, at + 6)
      .toUpperCase()
      .startsWith('ENDSEC')
  )
    throw damaged(name, element)
}

function damaged(file: string, place: string): PersonError {
  return new PersonError('ifc.damaged', { place }, { file, place })
}

/** After `DATA;`, and of its parameters where it has some (edition 3); −1 where the file has no data. */
function dataStart(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(semicolon); at >= 0; at = bytes.indexOf(semicolon, at + 1)) {
    const next = afterBlanks(bytes, at + 1)
    if (/^DATA[\s(;]/i.test(latin1(bytes, next, next + 5))) return bytes.indexOf(semicolon, next) + 1
  }
  return -1
}

/** After the semicolon of an element whose number ends at `at`; −1 where the grammar breaks. */
function elementEnd(bytes: Uint8Array, at: number): number {
  let next = afterBlanks(bytes, at)
  if (bytes[next] !== equals) return -1
  next = afterBlanks(bytes, next + 1)
  const isComplex = bytes[next] === open
  next = isComplex ? complexEnd(bytes, next + 1) : typedEnd(bytes, next)
  if (next < 0) return -1
  next = afterBlanks(bytes, next)
  return bytes[next] === semicolon ? next + 1 : -1
}

/** Several records in one element: `(A(…)B(…))`. */
function complexEnd(bytes: Uint8Array, from: number): number {
  let at = afterBlanks(bytes, from)
  while (at >= 0 && bytes[at] !== close) at = afterBlanks(bytes, typedEnd(bytes, at))
  return at < 0 ? -1 : at + 1
}

/** A name with a list behind it. */
function typedEnd(bytes: Uint8Array, at: number): number {
  if (at < 0) return -1
  const name = afterWord(bytes, bytes[at] === exclamation ? at + 1 : at)
  if (name === at) return -1
  const next = afterBlanks(bytes, name)
  return bytes[next] === open ? listEnd(bytes, next + 1) : -1
}

/** After the bracket that closes a list which begins at `from`. */
function listEnd(bytes: Uint8Array, from: number): number {
  let depth = 1
  let at = afterBlanks(bytes, from)
  let wantsValue = bytes[at] !== close
  while (at >= 0 && at < bytes.length) {
    const byte = bytes[at]!
    if (wantsValue) {
      if (byte === open) {
        depth += 1
        at = afterBlanks(bytes, at + 1)
        wantsValue = bytes[at] !== close
        continue
      }
      const value = valueEnd(bytes, at)
      if (value < 0) return -1
      at = afterBlanks(bytes, value)
      // A value with its type before it: IFCLABEL('…').
      if (bytes[at] === open && isLetter(byte)) continue
      wantsValue = false
    } else if (byte === close) {
      depth -= 1
      if (depth === 0) return at + 1
      at = afterBlanks(bytes, at + 1)
    } else if (byte === comma) {
      wantsValue = true
      at = afterBlanks(bytes, at + 1)
    } else return -1
  }
  return -1
}

/** After one value of a list: a text, reference, number, enumeration, binary, name of a type, $ or *. */
function valueEnd(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!
  if (byte === quote) return textEnd(bytes, at)
  if (byte === doubleQuote) return bytes.indexOf(doubleQuote, at + 1) + 1 || -1
  if (byte === dollar || byte === star) return at + 1
  if (byte === hash) return afterDigits(bytes, at + 1)
  if (byte === dot) {
    const word = afterWord(bytes, at + 1)
    return word > at + 1 && bytes[word] === dot ? word + 1 : -1
  }
  if (isLetter(byte)) {
    const next = afterBlanks(bytes, afterWord(bytes, at))
    return bytes[next] === open ? next : -1
  }
  return numberEnd(bytes, at)
}

/** An apostrophe within a text is written twice. */
function textEnd(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(quote, from + 1)
  while (at >= 0 && bytes[at + 1] === quote) at = bytes.indexOf(quote, at + 2)
  return at < 0 ? -1 : at + 1
}

function numberEnd(bytes: Uint8Array, from: number): number {
  const isSign = (at: number): boolean => bytes[at] === 0x2b || bytes[at] === 0x2d
  let at = isSign(from) ? from + 1 : from
  const whole = digitsEnd(bytes, at)
  if (whole === at) return -1
  at = bytes[whole] === dot ? digitsEnd(bytes, whole + 1) : whole
  if (bytes[at] !== 0x45 && bytes[at] !== 0x65) return at
  return afterDigits(bytes, isSign(at + 1) ? at + 2 : at + 1)
}

/** After at least one digit; −1 where there is none. */
function afterDigits(bytes: Uint8Array, from: number): number {
  const end = digitsEnd(bytes, from)
  return end === from ? -1 : end
}

function digitsEnd(bytes: Uint8Array, from: number): number {
  let at = from
  while (bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at += 1
  return at
}

function afterWord(bytes: Uint8Array, from: number): number {
  let at = from
  while (isLetter(bytes[at]!) || (bytes[at]! >= 0x30 && bytes[at]! <= 0x39)) at += 1
  return at
}

/** Letters and the underscore, which STEP counts among them. */
function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x5f
}

/** After blanks, line ends and comments; −1 stays −1. */
function afterBlanks(bytes: Uint8Array, from: number): number {
  let at = from
  if (at < 0) return at
  for (;;) {
    while (bytes[at]! <= 0x20) at += 1
    if (bytes[at] !== slash || bytes[at + 1] !== star) return at
    at = bytes.indexOf(slash, at + 3)
    while (at >= 0 && bytes[at - 1] !== star) at = bytes.indexOf(slash, at + 1)
    if (at < 0) return bytes.length
    at += 1
  }
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return from < 0 || to < from ? '' : String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 24)))
}
