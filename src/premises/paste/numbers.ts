import words from '../../../data/paste-words.json'
import { folded } from '../useWords.ts'

/** Nobody counts more persons into one room. */
const mostPersons = 100_000

/** A cell with a number of persons: the number, null where it is empty, `bad` where it is none. */
export type Count = number | null | 'bad'

/**
 * A whole number as spreadsheets of both languages write it: "1.234", "1,234" and "1 234" are one thousand two hundred
 * thirty-four, "12,0" and "12.00" are twelve; "12 người" too. A part of a person, and less than nobody, are bad.
 */
export function countOf(text: string): Count {
  const plain = withoutWords(text)
  if (plain === '' || /^[-–—]$/.test(plain)) return null
  const digits = plain.replace(/[\s\u00A0\u202F']/g, '')
  const grouped = /^(\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d+))?$/.exec(digits)
  const simple = /^(\d+)(?:[.,](\d*))?$/.exec(digits)
  const [whole, decimals] = grouped ? [grouped[1], grouped[2]] : simple ? [simple[1], simple[2]] : []
  if (whole === undefined || !/^0*$/.test(decimals ?? '')) return 'bad'
  const value = Number(whole.replace(/[.,]/g, ''))
  return value <= mostPersons ? value : 'bad'
}

function withoutWords(text: string): string {
  const trimmed = text.normalize('NFKC').trim()
  const tail = /^([\d.,\s']*\d)\s*\(?(\p{L}+)\)?\.?$/u.exec(trimmed)
  return tail && words.personWords.includes(folded(tail[2] ?? '')) ? (tail[1] ?? '').trim() : trimmed
}

/** A length in metres as typed: "0,9", "0.90", "0,9 m", "90 cm", "900 mm"; null where it is empty. */
export function metresOf(text: string): number | null | 'bad' {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (plain === '' || /^[-–—]$/.test(plain)) return null
  const found = /^(\d+(?:[.,]\d+)?)\s*(m|cm|mm)?$/.exec(plain)
  if (!found) return 'bad'
  const value = Number((found[1] ?? '').replace(',', '.'))
  const metres = found[2] === 'cm' ? value / 100 : found[2] === 'mm' ? value / 1000 : value
  return Math.round(metres * 10_000) / 10_000
}
