import words from '../../../data/paste-words.json'
import { folded } from '../useWords.ts'
import { countOf } from './numbers.ts'
import { useByName } from './uses.ts'

/**
 * What a column of a pasted list of rooms holds. `room`: whatever names the room, its number, its name or both; `index`: the
 * number of the row; `ignore`: something that is not taken.
 */
export type ColumnField =
  'index' | 'building' | 'level' | 'number' | 'room' | 'name' | 'use' | 'persons' | 'ignore'

export interface Columns {
  /** Whether the first row names the columns. */
  readonly header: boolean
  readonly fields: readonly ColumnField[]
}

const fields = ['index', 'building', 'level', 'number', 'room', 'name', 'use', 'persons'] as const

/** The columns of a table: by its heads, where the first row has any; the others by what is in them. */
export function columnsOf(cells: readonly (readonly string[])[], isRoom: (text: string) => boolean): Columns {
  const heads = (cells[0] ?? []).map(fieldOfHead)
  const known = heads.filter((field) => field !== null)
  const first = cells[0] ?? []
  const isHeader =
    known.length >= Math.min(2, first.filter((cell) => cell !== '').length) &&
    known.length > 0 &&
    first.every((cell) => cell === '' || countOf(cell) === 'bad')
  const body = isHeader ? cells.slice(1) : cells
  const found: (ColumnField | null)[] = isHeader ? heads.map(onceOnly) : first.map(() => null)
  if (!isHeader) guess(found, body, isRoom)
  return { header: isHeader, fields: found.map((field) => field ?? 'ignore') }
}

function onceOnly(
  field: ColumnField | null,
  at: number,
  all: readonly (ColumnField | null)[],
): ColumnField | null {
  return all.indexOf(field) === at ? field : null
}

/** The field that a head names: "Số người (người)" as well as "SO NGUOI". */
function fieldOfHead(head: string): ColumnField | null {
  const variants = [folded(head), folded(head.replace(/\(.*?\)/g, ''))]
  return fields.find((field) => variants.some((text) => words.heads[field].includes(text))) ?? null
}

/** What the columns of a table without heads hold. */
function guess(
  found: (ColumnField | null)[],
  body: readonly (readonly string[])[],
  isRoom: (text: string) => boolean,
): void {
  const columns = found.map((_, at) => body.map((row) => row[at] ?? '').filter((cell) => cell !== ''))
  const share = (at: number, holds: (cell: string) => boolean) => {
    const column = columns[at] ?? []
    return column.length === 0 ? 0 : column.filter(holds).length / column.length
  }
  const free = () =>
    found.flatMap((field, at) => (field === null && (columns[at]?.length ?? 0) > 0 ? [at] : []))
  const take = (field: ColumnField, score: (at: number) => number, least: number) => {
    const [best] = free()
      .map((at) => ({ at, score: score(at) }))
      .filter((each) => each.score >= least)
      .toSorted((a, b) => b.score - a.score || a.at - b.at)
    if (best) found[best.at] = field
  }
  take('level', (at) => share(at, isLevelName), 0.6)
  const isIndex = (at: number) =>
    body.length > 1 && at === 0 && columns[0]?.every((cell, row) => countOf(cell) === row + 1) === true
  if (found.length > 2 && free().includes(0) && isIndex(0)) found[0] = 'index'
  const isNumber = (cell: string) => typeof countOf(cell) === 'number'
  // Of several columns of numbers the last one counts persons; a single one does unless it names rooms.
  const numeric = free().filter((at) => share(at, isNumber) >= 0.6)
  const persons = numeric.at(-1)
  const textual = free().filter((at) => !numeric.includes(at))
  if (persons !== undefined && (numeric.length > 1 || textual.length > 0)) found[persons] = 'persons'
  const before = [...found]
  take('room', (at) => share(at, isRoom) + (textual[0] === at ? 0.05 : 0.01), 0.01)
  take('use', (at) => share(at, (cell) => useByName(cell) !== null), 0.5)
  // A single column of texts beside the room's number is its name where it is no use.
  const room = found.indexOf('room')
  const isNumbers = room >= 0 && before[room] === null && share(room, isNumber) >= 0.6
  take(isNumbers ? 'name' : 'use', () => 1, 1)
}

const levelName = new RegExp(
  `^(?:${[...words.basementWords, ...words.levelWords].toSorted((a, b) => b.length - a.length).join('|')}) ?\\d{1,3}$`,
)

/** Whether a cell says nothing but which storey: "Tầng 2", "T2", "Hầm 1", "Trệt". */
export function isLevelName(cell: string): boolean {
  const text = folded(cell)
  return words.groundNames.includes(text) || levelName.test(text)
}

/** Whether a row only sums up the others. */
export function isTotal(row: readonly string[]): boolean {
  const first = row.find((cell) => cell !== '')
  return first !== undefined && words.totals.includes(folded(first))
}
