import words from '../../data/import-words.json'
import type { ZoneUseKey } from '../premises/uses.ts'
import { bestOf, folded, stands } from '../premises/useWords.ts'
import type { DoorOperation } from '../premises/model.ts'

export { folded, useOfName } from '../premises/useWords.ts'

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

function holds(name: string, entries: readonly string[]): boolean {
  return entries.some((entry) => stands(entry, name))
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
