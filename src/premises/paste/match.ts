import type { LevelId } from '../ids.ts'
import type { Premises, Zone } from '../model.ts'
import { folded } from '../useWords.ts'
import { numberAndName, roomNumber } from './places.ts'

/** Names and numbers of all zones, to find them by. */
export interface RoomIndex {
  /** The zones that a text may mean, by the best way of reading it; of these levels only, where any are given. */
  readonly find: (wanted: Wanted) => readonly Zone[]
}

export interface Wanted {
  readonly number: string
  readonly name: string
  /** Number, name or both. */
  readonly room: string
  readonly levels: ReadonlySet<LevelId> | null
}

/** Indexes the zones of a premises by number and by name, without accents. */
export function roomIndex(premises: Premises): RoomIndex {
  const byNumber = new Map<string, Zone[]>()
  const byName = new Map<string, Zone[]>()
  const byBoth = new Map<string, Zone[]>()
  for (const zone of Object.values(premises.zones)) {
    const own = numberAndName(zone.name)
    const number = numberOf(zone)
    if (zone.number) add(byName, folded(zone.number), zone)
    if (number !== null) add(byNumber, number, zone)
    add(byName, folded(zone.name), zone)
    if (own.name !== '') add(byName, folded(own.name), zone)
    add(byBoth, folded(`${zone.number ?? ''} ${zone.name}`), zone)
  }
  const find = ({ number, name, room, levels }: Wanted): readonly Zone[] => {
    const here = (zones: readonly Zone[] | undefined) =>
      [...new Set(zones)].filter(
        ({ levelId }) => levels === null || (levelId !== null && levels.has(levelId)),
      )
    const both = room === '' ? [] : here(byBoth.get(folded(room)))
    if (both.length > 0) return both
    const read = numberAndName(room)
    const no = roomNumber(number) ?? read.number
    const called = folded(name || read.name)
    const named = called === '' ? [] : here(byName.get(called))
    if (no === null) return number === '' ? named : narrowed(here(byName.get(folded(number))), named)
    const numbered = here([...(byNumber.get(no) ?? []), ...(byName.get(folded(number || room)) ?? [])])
    if (numbered.length > 0) return narrowed(numbered, named)
    const storeyed = here(ofStorey(premises, byNumber, no))
    if (storeyed.length > 0) return narrowed(storeyed, named)
    // A room of that name with a number of its own is another room.
    return named.filter((zone) => numberOf(zone) === null)
  }
  return { find }
}

/** The number of a zone, from its name where it stands there. */
export function numberOf({ number, name }: Zone): string | null {
  return (number ? roomNumber(number) : null) ?? numberAndName(name).number
}

/** Of several rooms of a number, those that are called so too. */
function narrowed(zones: readonly Zone[], named: readonly Zone[]): readonly Zone[] {
  const both = zones.filter((zone) => named.includes(zone))
  return both.length > 0 ? both : zones
}

/** Room 3 or 03 of storey 2, where a table says 203 or P.2.03. */
function ofStorey(
  premises: Premises,
  byNumber: ReadonlyMap<string, readonly Zone[]>,
  number: string,
): readonly Zone[] {
  const found = /^(\d{1,2})(\d{2})$/.exec(number)
  if (!found) return []
  const [storey, rest] = [Number(found[1]), found[2] ?? '']
  return [rest, String(Number(rest))].flatMap((each) =>
    (byNumber.get(each) ?? []).filter(({ levelId }) => {
      const level = levelId === null ? undefined : premises.levels[levelId]
      return level !== undefined && level.ordinal + 1 === storey
    }),
  )
}

function add(map: Map<string, Zone[]>, key: string, zone: Zone): void {
  if (key === '') return
  const zones = map.get(key)
  if (zones) zones.push(zone)
  else map.set(key, [zone])
}
