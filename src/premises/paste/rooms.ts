import type { Evidence } from '../evidence.ts'
import type { LevelId, ZoneId } from '../ids.ts'
import type { Building, Premises, Zone } from '../model.ts'
import type { Change } from '../operation.ts'
import { folded } from '../useWords.ts'
import type { ZoneUseKey } from '../uses.ts'
import { cellsOf } from './cells.ts'
import { type ColumnField, type Columns, columnsOf, isLevelName, isTotal } from './columns.ts'
import { numberOf, roomIndex } from './match.ts'
import { countOf } from './numbers.ts'
import { buildingNamed, levelsNamed, numberAndName, roomNumber } from './places.ts'
import { type Given, unnamedRooms } from './readingOrder.ts'
import { useOfCell } from './uses.ts'

/** One row of a pasted list, as read. `line` counts from 1, the row of heads included. */
export interface RoomRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly levelText: string
  readonly number: string
  readonly room: string
  readonly name: string
  readonly useText: string
  readonly use: ZoneUseKey | null
  readonly personsText: string
  readonly persons: number | null
  /** What of it could not be read; the rest of it counts. */
  readonly troubles: readonly RowTrouble[]
}

export type RowTrouble = 'unknownUse' | 'badNumber'

export type Unmatched = 'noSuchRoom' | 'severalRooms' | 'noSuchLevel' | 'twice' | 'noName'

export interface MatchedRow {
  readonly row: RoomRow
  readonly zoneId: ZoneId
  /** By its name, or because a person gave it to the room. */
  readonly given: boolean
}

export interface UnmatchedRow {
  readonly row: RoomRow
  readonly reason: Unmatched
  /** Rooms that it may mean. */
  readonly candidates: readonly ZoneId[]
}

export interface RoomsPaste {
  readonly cells: readonly (readonly string[])[]
  readonly columns: Columns
  readonly matched: readonly MatchedRow[]
  readonly unmatched: readonly UnmatchedRow[]
  readonly changes: readonly Change[]
  /** Persons of all rows, and of those that have found a room. */
  readonly persons: { readonly table: number; readonly landed: number }
}

export interface PasteOptions {
  /** Put on every value taken over. */
  readonly evidence: Evidence
  /** Columns other than those found. */
  readonly columns?: Columns
  /** Rooms given to rows by hand. */
  readonly given?: Given
}

/**
 * A list of rooms, as pasted from a spreadsheet, matched with the zones: what each row sets, the rows that find no room with
 * the reason, and the changes that take it over as one edit. A row that cannot be read in one cell sets the others.
 */
export function pasteRooms(premises: Premises, text: string, options: PasteOptions): RoomsPaste {
  const cells = cellsOf(text)
  const index = roomIndex(premises)
  const isRoom = (room: string) => index.find({ number: '', name: '', room, levels: null }).length > 0
  const columns = options.columns ?? columnsOf(cells, isRoom)
  const matched: MatchedRow[] = []
  const unmatched: UnmatchedRow[] = []
  const taken = new Map<ZoneId, number>()
  const rows = rowsOf(cells, columns)
  const byHand = options.given ?? new Map<number, ZoneId>()
  for (const row of rows) {
    const zoneId = byHand.get(row.line)
    if (zoneId !== undefined && premises.zones[zoneId]) taken.set(zoneId, row.line)
  }
  for (const row of rows) {
    const given = byHand.get(row.line)
    if (given !== undefined && premises.zones[given]) {
      matched.push({ row, zoneId: given, given: true })
      continue
    }
    const found = look(premises, index.find, row)
    if (!Array.isArray(found)) {
      unmatched.push({ row, ...found })
      continue
    }
    const [zone] = found
    if (zone === undefined) continue
    if (taken.has(zone.id)) unmatched.push({ row, reason: 'twice', candidates: [zone.id] })
    else {
      taken.set(zone.id, row.line)
      matched.push({ row, zoneId: zone.id, given: false })
    }
  }
  const sum = (of: readonly { readonly row: RoomRow }[]) =>
    of.reduce((total, { row }) => total + (row.persons ?? 0), 0)
  return {
    cells,
    columns,
    matched,
    unmatched,
    changes: matched.flatMap((each) => changesOf(premises, each, options.evidence)),
    persons: { table: sum(matched) + sum(unmatched), landed: sum(matched) },
  }
}

/**
 * Rows without a room given to the rooms that have no name yet, in reading order: those of the row's level where it names one. A
 * row without a name takes its place in turn too, so that a list that was copied, filled in here and there and pasted back fits.
 */
export function givenInTurn(premises: Premises, { unmatched, matched }: RoomsPaste): Given {
  const taken = new Set(matched.map(({ zoneId }) => zoneId))
  const given = new Map<number, ZoneId>(
    matched.flatMap(({ row, zoneId, given: byHand }) => (byHand ? [[row.line, zoneId] as const] : [])),
  )
  const free = unnamedRooms(premises).filter(({ id }) => !taken.has(id))
  for (const { row, reason } of unmatched) {
    if (reason !== 'noSuchRoom' && reason !== 'noName') continue
    const levels = levelsFor(premises, row)
    if (levels === 'none') continue
    const at = free.findIndex(({ levelId }) => levels === null || (levelId !== null && levels.has(levelId)))
    const [zone] = at >= 0 ? free.splice(at, 1) : []
    if (zone) given.set(row.line, zone.id)
  }
  return given
}

function rowsOf(cells: readonly (readonly string[])[], { header, fields }: Columns): readonly RoomRow[] {
  const at = (field: ColumnField) => fields.indexOf(field)
  const places = {
    building: at('building'),
    level: at('level'),
    number: at('number'),
    room: at('room'),
    name: at('name'),
    use: at('use'),
    persons: at('persons'),
  }
  const rows: RoomRow[] = []
  // Cells merged over several rows come once: the level and the building hold until the next.
  let levelText = ''
  let buildingText = ''
  cells.forEach((row, index) => {
    const cell = (place: number) => (place < 0 ? '' : (row[place] ?? ''))
    if ((header && index === 0) || row.every((each) => each === '') || isTotal(row)) return
    const only = row.filter((each) => each !== '')
    if (only.length === 1 && isLevelName(only[0] ?? '')) {
      levelText = only[0] ?? ''
      return
    }
    if (cell(places.building) !== '') buildingText = cell(places.building)
    if (cell(places.level) !== '') levelText = cell(places.level)
    const count = countOf(cell(places.persons))
    const useText = cell(places.use)
    const use = useText === '' ? null : useOfCell(useText)
    rows.push({
      line: index + 1,
      cells: row,
      levelText: [buildingText, levelText].filter(Boolean).join(levelSeparator),
      number: cell(places.number),
      room: cell(places.room),
      name: cell(places.name),
      useText,
      use,
      personsText: cell(places.persons),
      persons: count === 'bad' ? null : count,
      troubles: [
        ...(useText !== '' && use === null ? (['unknownUse'] as const) : []),
        ...(count === 'bad' ? (['badNumber'] as const) : []),
      ],
    })
  })
  return rows
}

/** Between the building and the level that a row names. */
const levelSeparator = ' ▸ '

/** The levels that a row names; null where it names none, `none` where there are none of that name. */
function levelsFor(premises: Premises, { levelText }: RoomRow): ReadonlySet<LevelId> | null | 'none' {
  if (levelText === '') return null
  const parts = levelText.split(levelSeparator)
  let building: Building | null = null
  if (parts.length > 1) {
    building = buildingNamed(premises, parts[0] ?? '')
    if (building === null) return 'none'
  }
  const levels = levelsNamed(premises, parts.at(-1) ?? '', building)
  if (levels.length > 0) return new Set(levels.map(({ id }) => id))
  const whole = parts.length === 1 ? buildingNamed(premises, parts[0] ?? '') : null
  if (whole === null) return 'none'
  return new Set(
    Object.values(premises.levels).flatMap(({ id, buildingId }) => (buildingId === whole.id ? [id] : [])),
  )
}

function look(
  premises: Premises,
  find: ReturnType<typeof roomIndex>['find'],
  row: RoomRow,
): Zone[] | Pick<UnmatchedRow, 'reason' | 'candidates'> {
  const { number, room, name } = row
  if (number === '' && room === '' && name === '') return { reason: 'noName', candidates: [] }
  const levels = levelsFor(premises, row)
  if (levels === 'none') return { reason: 'noSuchLevel', candidates: [] }
  const zones = find({ number, room, name, levels })
  if (zones.length === 1) return [...zones]
  if (zones.length === 0) return { reason: 'noSuchRoom', candidates: [] }
  return { reason: 'severalRooms', candidates: zones.map(({ id }) => id) }
}

/** What a row sets in its room; values that are there already are left with the source they have. */
function changesOf(premises: Premises, { row, zoneId, given }: MatchedRow, evidence: Evidence): Change[] {
  const zone = premises.zones[zoneId]
  if (zone === undefined) return []
  const record = { table: 'zones', id: zoneId } as const
  const { number, name } = namesFor(row, zone, given)
  return [
    ...(number !== null && number !== (zone.number ?? '')
      ? [{ record, field: 'number', after: number }]
      : []),
    ...(name !== null && name !== zone.name ? [{ record, field: 'name', after: name }] : []),
    ...(row.use !== null && row.use !== zone.use
      ? [
          { record, field: 'use', after: row.use },
          { record, field: 'evidence.use', after: evidence },
        ]
      : []),
    ...(row.persons !== null && row.persons !== zone.occupants
      ? [
          { record, field: 'occupants', after: row.persons },
          { record, field: 'evidence.occupants', after: evidence },
        ]
      : []),
  ]
}

/** The number and name that a row gives its room; null leaves it as it is. A room found by its name keeps that name's spelling. */
function namesFor(
  { number, name, room }: RoomRow,
  zone: Zone,
  given: boolean,
): { readonly number: string | null; readonly name: string | null } {
  const read = numberAndName(room)
  const ownNumber = numberOf(zone)
  const isSameNumber = (text: string) => ownNumber !== null && roomNumber(text) === ownNumber
  const newNumber =
    number !== '' ? number : read.number === null ? '' : room.slice(0, room.length - read.name.length)
  const cleanNumber = newNumber.replace(/[\s\-–—:.]+$/u, '').trim()
  const newName = name !== '' ? name : read.name
  const isKnown = (text: string) =>
    text !== '' &&
    (folded(text) === folded(zone.name) || folded(text) === folded(`${zone.number ?? ''} ${zone.name}`))
  return {
    number:
      cleanNumber === '' || isSameNumber(cleanNumber) || (!given && ownNumber !== null) ? null : cleanNumber,
    name: newName === '' || isKnown(newName) || isKnown(room) ? null : newName,
  }
}
