import { collator, type Language } from '../../i18n/format.ts'
import { language, t } from '../../i18n/index.ts'
import type { ComponentRef } from '../../../workers/egress/job.ts'
import type { Lost } from '../../analysis/questions.ts'
import type { Level, Opening, Premises, Stair, Zone } from '../../premises/model.ts'
import type { RecordRef } from '../../premises/operation.ts'
import { zoneUse } from '../../premises/uses.ts'

/** Number and name of a zone, the number only once: "305 Phòng họp". */
export function zoneName(zone: Zone | undefined): string {
  if (!zone) return t('planning.gone')
  const name = zone.name.trim()
  const number = zone.number?.trim() ?? ''
  if (name === '' && number === '') return zoneUse(zone.use)[language()]
  return number === '' || name.includes(number) ? name : name === '' ? number : `${number} ${name}`
}

/** A name that stands alone in a sentence: with the short name of its level. */
export function zonePlace(premises: Premises, id: string | null): string {
  const zone = id === null ? undefined : premises.zones[id]
  const level = zone?.levelId ? premises.levels[zone.levelId] : undefined
  return level ? `${zoneName(zone)} (${level.shortName})` : zoneName(zone)
}

/** Name of an opening; without one, its kind and what it joins. */
export function openingName(premises: Premises, opening: Opening | undefined): string {
  if (!opening) return t('planning.gone')
  if (opening.name.trim() !== '') return opening.name
  const [left, right] = opening.sides
  const zones = [left && premises.zones[left], right && premises.zones[right]] as const
  const before = namesKept.get(opening)
  const isKept =
    before?.language === language() &&
    isSameName(before.zones[0], zones[0]) &&
    isSameName(before.zones[1], zones[1])
  if (isKept) return before.name
  const [a, b] = zones.map((zone) => (zone === null ? t('planning.outside') : zoneName(zone)))
  const name = t(`planning.openingBetween.${opening.kind}`, { a, b })
  namesKept.set(opening, { language: language(), zones, name })
  return name
}

/** The zone on a side of an opening: null is the outside, undefined one that is gone. */
type Side = Zone | null | undefined
interface KeptName {
  readonly language: Language
  readonly zones: readonly [Side, Side]
  readonly name: string
}
/** Lists name hundreds of openings after each edit; making a sentence costs more than all else of a row. */
const namesKept = new WeakMap<Opening, KeptName>()

/** Whether two states of a zone are called alike. */
function isSameName(a: Side, b: Side): boolean {
  return a === b || (!!a && !!b && a.name === b.name && a.number === b.number && a.use === b.use)
}

export function openingPlace(premises: Premises, id: string | null): string {
  const opening = id === null ? undefined : premises.openings[id]
  const level = opening ? premises.levels[opening.levelId] : undefined
  return level ? `${openingName(premises, opening)} (${level.shortName})` : openingName(premises, opening)
}

export function stairName(stair: Stair | undefined): string {
  return stair ? stair.name.trim() || t('planning.unnamedStair') : t('planning.gone')
}

export function lostName(premises: Premises, lost: Lost): string {
  return lost.kind === 'stair' ? stairName(premises.stairs[lost.id]) : openingPlace(premises, lost.id)
}

export function componentName(premises: Premises, ref: ComponentRef): string {
  if (ref.kind === 'opening') return openingPlace(premises, ref.id)
  if (ref.kind === 'zone') return zonePlace(premises, ref.id)
  return stairName(premises.stairs[ref.id])
}

/** Name of any record, for links and lists. */
export function recordName(premises: Premises, record: RecordRef): string {
  switch (record.table) {
    case 'facility':
      return premises.facility.name
    case 'zones':
      return zonePlace(premises, record.id)
    case 'openings':
      return openingPlace(premises, record.id)
    case 'stairs':
      return stairName(premises.stairs[record.id])
    case 'walls':
      return t('planning.wall')
    default:
      return premises[record.table][record.id]?.name ?? t('planning.gone')
  }
}

/** Top to bottom, building by building. */
export function sortedLevels(premises: Premises): Level[] {
  const order = Object.keys(premises.buildings)
  return Object.values(premises.levels).toSorted(
    (a, b) =>
      order.indexOf(a.buildingId) - order.indexOf(b.buildingId) ||
      b.ordinal - a.ordinal ||
      b.elevationM - a.elevationM,
  )
}

/** As a register lists them: by number and name, P2 before P10. */
export function sortedZones(zones: readonly Zone[], language: Language): Zone[] {
  const { compare } = collator(language)
  return zones.toSorted((a, b) => compare(zoneName(a), zoneName(b)) || (a.id < b.id ? -1 : 1))
}

/** The levels that a zone, opening or stair stands on; empty for what is always shown. */
export function levelOf(premises: Premises, record: RecordRef): string | null {
  switch (record.table) {
    case 'zones':
      return premises.zones[record.id]?.levelId ?? null
    case 'openings':
      return premises.openings[record.id]?.levelId ?? null
    case 'walls':
      return premises.walls[record.id]?.levelId ?? null
    case 'levels':
      return record.id
    case 'stairs': {
      const first = premises.stairs[record.id]?.zoneIds[0]
      return first ? (premises.zones[first]?.levelId ?? null) : null
    }
    default:
      return null
  }
}
