import type { Facility, Level, Opening, Premises, Zone } from './model.ts'

/** Words for a thing, as a code and parameters; src/i18n makes them (key `premises.<code>`). Text in `params` is untrusted. */
export interface Label {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** Whether the ground floor is Tầng 1 (as most buildings count) or Tầng trệt, with Tầng 1 above it. */
export type GroundFloorName = NonNullable<Facility['groundFloorName']>

/**
 * Short name of a level by its ordinal, at most three characters: T2, Tr (trệt), L1 (lửng above Tầng 1), H1, BH (bán hầm).
 */
export function shortLevelName(ordinal: number, ground: GroundFloorName = 'tang1'): string {
  const floor = Math.floor(ordinal)
  const isBetween = floor !== ordinal
  const number = storeyNumber(floor, ground)
  if (floor < 0) {
    if (isBetween && floor === -1) return 'BH'
    return cut(isBetween ? `${-floor}+` : String(-floor), 'H')
  }
  if (isBetween) return number === 0 ? 'L' : cut(String(number), 'L')
  return number === 0 ? 'Tr' : cut(String(number), 'T')
}

/** Full name of a level by its ordinal: Tầng 2, Tầng trệt, Tầng lửng trên Tầng 1, Tầng hầm 1, Tầng bán hầm. */
export function levelLabel(ordinal: number, ground: GroundFloorName = 'tang1'): Label {
  const floor = Math.floor(ordinal)
  const isBetween = floor !== ordinal
  const number = floor < 0 ? -floor : storeyNumber(floor, ground)
  if (floor < 0) {
    if (!isBetween) return { code: 'level.basement', params: { number } }
    return floor === -1 ? { code: 'level.semiBasement' } : { code: 'level.aboveBasement', params: { number } }
  }
  if (isBetween) {
    return number === 0 ? { code: 'level.aboveGround' } : { code: 'level.aboveStorey', params: { number } }
  }
  return number === 0 ? { code: 'level.ground' } : { code: 'level.storey', params: { number } }
}

/**
 * The short name to show for a level under the setting: its own, unless that is the one it got by counting; then it counts
 * as the setting says now.
 */
export function shownShortName({ ordinal, shortName }: Level, ground: GroundFloorName = 'tang1'): string {
  const counted = [shortLevelName(ordinal, 'tang1'), shortLevelName(ordinal, 'tret'), '']
  return counted.includes(shortName.trim()) ? shortLevelName(ordinal, ground) : shortName
}

/** Number and name of a zone, the number once: "305 Phòng họp"; empty where it has neither. */
export function zoneName({ name, number }: Zone): string {
  const own = name.trim()
  const numbered = number?.trim() ?? ''
  if (numbered === '' || own.includes(numbered)) return own
  return own === '' ? numbered : `${numbered} ${own}`
}

/** An opening's own name, or what it is and what it joins. */
export function openingLabel(premises: Premises, { name, kind, sides }: Opening): Label {
  if (name.trim() !== '') return { code: 'named', params: { name: name.trim() } }
  const [a, b] = sides.map((id) => {
    const zone = id === null ? undefined : premises.zones[id]
    return zone ? zoneName(zone) : null
  })
  if (a && b) return { code: `opening.between.${kind}`, params: { a, b } }
  const only = a ?? b
  return only ? { code: `opening.outside.${kind}`, params: { a: only } } : { code: `opening.kind.${kind}` }
}

function storeyNumber(floor: number, ground: GroundFloorName): number {
  return ground === 'tret' ? floor : floor + 1
}

/** A letter and a number in at most three characters: the letter gives way to a number of three digits. */
function cut(number: string, letter: string): string {
  return number.length < 3 ? `${letter}${number}` : number.slice(0, 3)
}
