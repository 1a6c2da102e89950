import type { ReactNode } from 'react'
import type { EgressResult } from '../../../../workers/egress/job.ts'
import type { Premises } from '../../../premises/model.ts'
import type { RecordRef } from '../../../premises/operation.ts'
import { formatClock, formatNumber } from '../../../i18n/format.ts'
import { DataTable, type Column } from '../../../ui/controls/DataTable.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { perMinute } from '../figures.tsx'
import { openingPlace, sortedLevels, stairName } from '../names.ts'
import { RecordLink } from '../RecordLink.tsx'

interface Props {
  readonly premises: Premises
  readonly result: EgressResult
}

/** Columns whose cell is its text. */
function plain<Row>(key: string, title: string, text: (row: Row) => string, number = true): Column<Row> {
  return { key, title, number, cell: text, text }
}

function linked<Row>(
  title: string,
  name: (row: Row) => string,
  record: (row: Row) => RecordRef,
): Column<Row> {
  return {
    key: 'name',
    title,
    text: name,
    cell: (row): ReactNode => <RecordLink record={record(row)}>{name(row)}</RecordLink>,
  }
}

/** Persons, first and last, flow and queue of every exit. */
export function ExitTable({ premises, result }: Props) {
  const t = useT()
  const language = useLanguage()
  type Row = EgressResult['perExit'][number]
  const columns: Column<Row>[] = [
    linked(
      t('planning.details.exit'),
      (row) => openingPlace(premises, row.id),
      (row) => ({ table: 'openings', id: row.id }),
    ),
    plain('persons', t('planning.details.persons'), (row) => formatNumber(row.persons, language, 0)),
    plain('first', t('planning.details.first'), (row) => formatClock(row.firstS)),
    plain('last', t('planning.details.last'), (row) => formatClock(row.lastS)),
    plain('flow', t('planning.details.maxFlow'), (row) => perMinute(row.maxFlowPerS, language)),
    plain('queue', t('planning.details.queueMax'), (row) => formatNumber(row.queueMax, language, 0)),
  ]
  return (
    <DataTable
      caption={t('planning.details.perExit')}
      columns={columns}
      rows={result.perExit}
      rowKey={(row) => row.id}
      testId="exit-table"
    />
  )
}

/** When the last person of every level has left it, top to bottom. */
export function LevelTable({ premises, result }: Props) {
  const t = useT()
  const language = useLanguage()
  type Row = EgressResult['perLevel'][number]
  const order = sortedLevels(premises).map((level) => level.id)
  const rows = result.perLevel.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
  const columns: Column<Row>[] = [
    linked(
      t('planning.details.level'),
      (row) => premises.levels[row.id]?.name ?? row.id,
      (row) => ({ table: 'levels', id: row.id }),
    ),
    plain('persons', t('planning.details.persons'), (row) => formatNumber(row.persons, language, 0)),
    plain('cleared', t('planning.details.levelCleared'), (row) => formatClock(row.clearedS)),
  ]
  return (
    <DataTable
      caption={t('planning.details.perLevel')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      testId="level-table"
    />
  )
}

export function StairTable({ premises, result }: Props) {
  const t = useT()
  const language = useLanguage()
  type Row = EgressResult['perStair'][number]
  if (result.perStair.length === 0) return null
  const columns: Column<Row>[] = [
    linked(
      t('planning.details.stair'),
      (row) => stairName(premises.stairs[row.id]),
      (row) => ({ table: 'stairs', id: row.id }),
    ),
    plain('persons', t('planning.details.persons'), (row) => formatNumber(row.persons, language, 0)),
    plain('last', t('planning.details.last'), (row) => formatClock(row.lastS)),
    plain('flow', t('planning.details.maxFlow'), (row) => perMinute(row.maxFlowPerS, language)),
    plain('queue', t('planning.details.queueMax'), (row) => formatNumber(row.queueMax, language, 0)),
  ]
  return (
    <DataTable
      caption={t('planning.details.perStair')}
      columns={columns}
      rows={result.perStair}
      rowKey={(row) => row.id}
    />
  )
}

/** Every opening that somebody passes; the longest wait first. */
export function OpeningTable({ premises, result }: Props) {
  const t = useT()
  const language = useLanguage()
  type Row = EgressResult['perOpening'][number]
  const rows = result.perOpening
    .filter((row) => row.persons > 0)
    .toSorted(
      (a, b) =>
        b.queueToS - b.queueFromS - (a.queueToS - a.queueFromS) ||
        b.queueMax - a.queueMax ||
        b.lastS - a.lastS,
    )
  const columns: Column<Row>[] = [
    linked(
      t('planning.details.opening'),
      (row) => openingPlace(premises, row.id),
      (row) => ({ table: 'openings', id: row.id }),
    ),
    plain('width', t('planning.details.width'), (row) => widthText(premises.openings[row.id]?.clearWidthM)),
    plain('mark', t('planning.details.mark'), (row) => t(`shell.mark.${row.widthMark}`), false),
    plain('capacity', t('planning.details.capacity'), (row) => perMinute(row.flowPerS, language)),
    plain('persons', t('planning.details.persons'), (row) => formatNumber(row.persons, language, 0)),
    plain('queue', t('planning.details.queueMax'), (row) => formatNumber(row.queueMax, language, 0)),
    plain('from', t('planning.details.queueFrom'), (row) =>
      row.queueMax > 0 ? formatClock(row.queueFromS) : '–',
    ),
    plain('to', t('planning.details.queueTo'), (row) => (row.queueMax > 0 ? formatClock(row.queueToS) : '–')),
    plain('last', t('planning.details.last'), (row) => formatClock(row.lastS)),
  ]
  function widthText(widthM: number | undefined): string {
    return widthM === undefined ? '–' : formatNumber(widthM, language, 3)
  }
  return (
    <DataTable
      caption={t('planning.details.perOpening')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      testId="opening-table"
    />
  )
}
