import words from '../../../data/paste-words.json'
import type { Building, Level, Premises, Zone } from '../model.ts'
import { folded } from '../useWords.ts'

/** The levels that a cell may mean: by name, short name, or number ("Tầng 2", "T2", "2", "Hầm 1"). */
export function levelsNamed(premises: Premises, text: string, building: Building | null): readonly Level[] {
  const here = Object.values(premises.levels).filter(
    ({ buildingId }) => building === null || buildingId === building.id,
  )
  const wanted = folded(text)
  const exact = here.filter(({ name, shortName }) => folded(name) === wanted || folded(shortName) === wanted)
  if (exact.length > 0) return exact
  const { storey, isBasement } = storeyOf(wanted)
  if (words.groundNames.includes(wanted)) return here.filter(({ ordinal }) => ordinal === 0)
  if (storey === null) return []
  const named = here.filter((level) => {
    const own = storeyOf(folded(level.name))
    return own.storey === storey && (own.isBasement || level.ordinal < 0) === isBasement
  })
  if (named.length > 0) return named
  return here.filter(({ ordinal }) => ordinal === (isBasement ? -storey : storey - 1))
}

function storeyOf(name: string): { readonly storey: number | null; readonly isBasement: boolean } {
  const found = /^(.*?) ?(\d{1,3})$/.exec(name)
  if (!found) return { storey: null, isBasement: false }
  const word = found[1] ?? ''
  return { storey: Number(found[2]), isBasement: words.basementWords.includes(word) }
}

/** The building that a cell names; null where none, or several, are so called. */
export function buildingNamed(premises: Premises, text: string): Building | null {
  const wanted = folded(text)
  const found = Object.values(premises.buildings).filter(({ name }) => {
    const own = folded(name)
    return own === wanted || own.replace(/^(khoi nha|khoi|toa nha|toa|nha|building|block) /, '') === wanted
  })
  return found.length === 1 ? (found[0] ?? null) : null
}

/** A room's number without the word before it and without marks: "P.203", "Phòng 203" and "203" are the same; null for a name. */
export function roomNumber(text: string): string | null {
  const plain = folded(text)
  const prefix = prefixes.find((word) => plain.startsWith(word) && /^ ?\d/.test(plain.slice(word.length)))
  const rest = (prefix === undefined ? plain : plain.slice(prefix.length)).trim()
  return /^[a-z]{0,3}\d+[a-z]?(?: \d+[a-z]?)*$/.test(rest) ? rest.replaceAll(' ', '') : null
}

const prefixes = words.roomPrefixes.toSorted((a, b) => b.length - a.length)

/** "203 Phòng họp", "P.203 – Phòng họp", "Phòng 203: kế toán". */
const numbered =
  /^((?:ph[oò]ng(?: s[oố])? |p\.? ?|room |rm\.? )?[a-z]{0,3}\d[\w.]*?)(?:\s*[-–—:.]\s*|\s+)(\p{L}.*)$/iu

/** What a text says of a room: the number that it is or begins with, and the name that is left. */
export function numberAndName(text: string): { readonly number: string | null; readonly name: string } {
  if (roomNumber(text) !== null) return { number: roomNumber(text), name: '' }
  const found = numbered.exec(text.trim())
  const number = found ? roomNumber(found[1] ?? '') : null
  return number === null ? { number: null, name: text.trim() } : { number, name: (found?.[2] ?? '').trim() }
}

/** Whether nobody has named or numbered a zone. */
export function isUnnamed({ name, number }: Zone): boolean {
  return name.trim() === '' && (number ?? '').trim() === ''
}
