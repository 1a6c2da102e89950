import words from '../../../data/paste-words.json'
import { folded, useOfName } from '../useWords.ts'
import { isZoneUse, zoneUses, type ZoneUseKey } from '../uses.ts'

const byName: ReadonlyMap<string, ZoneUseKey> = new Map(
  [
    ...Object.entries(words.uses).flatMap(([key, names]) => names.map((name) => [name, key] as const)),
    ...zoneUses.flatMap(({ key, vi, en }) => [key, en, vi].map((name) => [folded(name), key] as const)),
  ].flatMap(([name, key]) => (isZoneUse(key) && name !== '' ? [[name, key] as const] : [])),
)

/** The use that a cell names: by its name in either language, a short form ("VP", "WC"), or words that stand in it; null where none does. */
export function useOfCell(text: string): ZoneUseKey | null {
  return useByName(text) ?? useOfName(text)
}

/** The same where the whole cell is the name of a use. */
export function useByName(text: string): ZoneUseKey | null {
  return byName.get(folded(text)) ?? null
}
