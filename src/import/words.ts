import words from '../../data/import-words.json'
import { isZoneUse, type ZoneUseKey } from '../premises/uses.ts'
import type { DoorOperation } from '../premises/model.ts'

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

/** Whether a name says nothing but its use, save for a number: "Sân 2" is a yard, "Sân khấu" is not. */
export function isOnly(name: string, use: ZoneUseKey): boolean {
  const plain = folded(name)
    .replace(/\p{N}+/gu, '')
    .trim()
  const table: Readonly<Record<string, readonly string[]>> = words.zoneUses
  return (table[use] ?? []).includes(plain)
}

/** The operation that the name of a door or of its type suggests. */
export function operationOfName(name: string): DoorOperation | null {
  const found = bestOf(folded(name), words.doorOperations)
  return found !== null && isOperation(found) ? found : null
}

export function namesPartition(name: string): boolean {
  return holds(folded(name), words.toiletPartitions)
}

export function namesFireWall(name: string): boolean {
  return holds(folded(name), words.fireWalls)
}

export function namesGround(name: string): boolean {
  return holds(folded(name), words.groundStoreys)
}

/** Names that authoring software writes where nobody gave one. */
export function isPlaceholder(name: string): boolean {
  const plain = folded(name)
  return plain === '' || /^[\d ]+$/.test(plain) || words.placeholders.includes(plain)
}

function bestOf(name: string, table: Readonly<Record<string, readonly string[]>>): string | null {
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

function holds(name: string, entries: readonly string[]): boolean {
  return entries.some((entry) => stands(entry, name))
}

const patterns = new Map<string, RegExp>()

/** Whether the words of an entry stand in the name, whole, in a row. */
function stands(entry: string, name: string): boolean {
  let pattern = patterns.get(entry)
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^| )${entry.replaceAll('*', '\\S*')}(?: |$)`, 'u')
    patterns.set(entry, pattern)
  }
  return pattern.test(name)
}

const operations: readonly DoorOperation[] = [
  'swing',
  'doubleSwing',
  'sliding',
  'folding',
  'revolving',
  'rollerShutter',
  'turnstile',
  'gate',
  'unknown',
]

function isOperation(key: string): key is DoorOperation {
  return operations.some((operation) => operation === key)
}
