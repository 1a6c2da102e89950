import words from '../../data/import-words.json'
import { isZoneUse, type ZoneUseKey } from './uses.ts'

/** Lower case without accents, in words: "Phòng họp số 1" and "PHONG_HOP.SO-1" become the same. */
export function folded(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The use that a room's name suggests: the longest words of the table that stand in it. null where none does. */
export function useOfName(name: string): ZoneUseKey | null {
  const use = bestOf(folded(name), words.zoneUses)
  return use !== null && isZoneUse(use) ? use : null
}

/** The key of the table whose longest words stand in the folded name; null where none does. */
export function bestOf(name: string, table: Readonly<Record<string, readonly string[]>>): string | null {
  let best: string | null = null
  let bestLength = 0
  for (const [key, entries] of Object.entries(table)) {
    for (const entry of entries) {
      if (entry.length > bestLength && stands(entry, name)) {
        best = key
        bestLength = entry.length
      }
    }
  }
  return best
}

const patterns = new Map<string, RegExp>()

/** Whether the words of an entry stand in the folded name, whole, in a row; `*` in them stands for any letters. */
export function stands(entry: string, name: string): boolean {
  let pattern = patterns.get(entry)
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^| )${entry.replaceAll('*', '\\S*')}(?: |$)`, 'u')
    patterns.set(entry, pattern)
  }
  return pattern.test(name)
}
