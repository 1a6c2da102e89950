import words from '../../../../data/paste-words.json'
import type { Language } from '../../../i18n/format.ts'
import { formatNumber } from '../../../i18n/format.ts'
import { t } from '../../../i18n/index.ts'
import type { Premises } from '../../../premises/model.ts'
import type { Change } from '../../../premises/operation.ts'
import { withChanges } from '../../../premises/operations/index.ts'
import { cellsOf, metresOf } from '../../../premises/paste/index.ts'
import { folded } from '../../../premises/useWords.ts'
import { tabSeparated, type Column } from '../../../ui/controls/DataTable.tsx'
import { type SurveyGroup, type SurveyItem, surveyItems } from '../survey.ts'

type Named = SurveyItem & { readonly level: string }

/** Measured widths from a pasted table: those that find their opening, and the rows that do not, with the reason. */
export interface PastedWidths {
  readonly entered: readonly { readonly item: SurveyItem; readonly valueM: number }[]
  readonly left: readonly { readonly text: string; readonly reason: WidthTrouble }[]
}

export type WidthTrouble = 'noSuchOpening' | 'severalOpenings' | 'badWidth' | 'twice'

/** The survey list as a spreadsheet takes it, with an empty column for what is measured. */
export function surveyTable(groups: readonly SurveyGroup[], language: Language): string {
  const column = (key: string, text: (item: Named) => string): Column<Named> => ({
    key,
    title: t(`paste.column.${key}`),
    text,
    cell: text,
  })
  return tabSeparated(
    [
      column('level', (item) => item.level),
      column('opening', (item) => item.name),
      column('assumed', (item) => (item.valueM === null ? '' : formatNumber(item.valueM, language, 3))),
      column('measured', () => ''),
    ],
    named(groups),
  )
}

/** Matches rows by the name of the opening, and by the level where one is named. */
export function pasteWidths(groups: readonly SurveyGroup[], text: string): PastedWidths {
  const cells = cellsOf(text)
  const items = named(groups)
  const { header, opening, width, level } = columnsOf(cells, items)
  const entered: PastedWidths['entered'][number][] = []
  const left: PastedWidths['left'][number][] = []
  const done = new Set<string>()
  for (const row of header ? cells.slice(1) : cells) {
    const valueM = metresOf(row[width] ?? '')
    if (valueM === null) continue
    const leave = (reason: WidthTrouble) => left.push({ text: row.filter(Boolean).join(' · '), reason })
    const found = itemsNamed(items, row[opening] ?? '', level === null ? '' : (row[level] ?? ''))
    const [item] = found
    if (item === undefined) leave('noSuchOpening')
    else if (found.length > 1) leave('severalOpenings')
    else if (valueM === 'bad' || valueM < item.minM || valueM > item.maxM) leave('badWidth')
    else if (done.has(item.key)) leave('twice')
    else {
      done.add(item.key)
      entered.push({ item, valueM })
    }
  }
  return { entered, left }
}

/** All of them as one edit. A stair keeps its runs in one field: each width is entered into what those before it have made. */
export function widthChanges(premises: Premises, entered: PastedWidths['entered']): readonly Change[] {
  const all: Change[] = []
  for (const { item, valueM } of entered) {
    const now = item.record.table === 'stairs' ? withChanges(premises, all) : null
    const current =
      now && surveyItems(now).flatMap(({ items }) => items.filter(({ key }) => key === item.key))[0]
    all.push(...(current ?? item).changes(valueM))
  }
  return all
}

function named(groups: readonly SurveyGroup[]): readonly Named[] {
  return groups.flatMap(({ level, items }) => items.map((item) => ({ ...item, level: level.name })))
}

/** "S1 (Sảnh – ngoài nhà)" is found by its whole name and by "S1". */
function itemsNamed(items: readonly Named[], name: string, level: string): readonly Named[] {
  const wanted = folded(name)
  if (wanted === '') return []
  const here = level === '' ? items : items.filter((item) => folded(item.level) === folded(level))
  const whole = here.filter((item) => folded(item.name) === wanted)
  if (whole.length > 0) return whole
  return here.filter((item) => folded(item.name.replace(/ \(.*\)$/, '')) === wanted)
}

interface WidthColumns {
  readonly header: boolean
  readonly opening: number
  readonly width: number
  readonly level: number | null
}

function columnsOf(cells: readonly (readonly string[])[], items: readonly Named[]): WidthColumns {
  const heads = (cells[0] ?? []).map(folded)
  const at = (field: 'opening' | 'width' | 'level') =>
    heads.findIndex((head) => words.heads[field].includes(head))
  const width = at('width')
  const opening = at('opening')
  const level = at('level')
  if (width >= 0 && opening >= 0) return { header: true, opening, width, level: level < 0 ? null : level }
  const count = cells[0]?.length ?? 0
  const score = (holds: (cell: string) => boolean) =>
    Array.from({ length: count }, (_, column) => cells.filter((row) => holds(row[column] ?? '')).length)
  const names = score((cell) => itemsNamed(items, cell, '').length > 0)
  const numbers = score((cell) => typeof metresOf(cell) === 'number')
  const byName = names.indexOf(Math.max(0, ...names))
  return {
    header: false,
    opening: Math.max(0, byName),
    // What was measured stands behind what was assumed.
    width: numbers.findLastIndex((n, column) => n > 0 && column !== byName),
    level: null,
  }
}
