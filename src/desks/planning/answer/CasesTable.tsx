import type { EgressResult } from '../../../../workers/egress/job.ts'
import type { ClearingStudy } from '../../../analysis/questions.ts'
import type { Premises } from '../../../premises/model.ts'
import { formatClock, formatNumber } from '../../../i18n/format.ts'
import { DataTable, type Column } from '../../../ui/controls/DataTable.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { componentName, lostName } from '../names.ts'
import { caseKey } from './caseKey.ts'

interface Row {
  readonly key: string
  readonly name: string
  readonly stranded: number
  readonly result: EgressResult
}

/** All exits open, and each exit and stair lost in turn: persons stranded, times, what governs. Longest first. */
export function CasesTable({
  premises,
  study,
}: {
  readonly premises: Premises
  readonly study: ClearingStudy
}) {
  const t = useT()
  const language = useLanguage()
  const rows: Row[] = [
    { key: 'open', name: t('planning.details.allOpen'), stranded: 0, result: study.allOpen },
    ...study.cases
      .map((each) => ({
        key: caseKey(each),
        name: t('planning.details.lost', { lost: lostName(premises, each.lost) }),
        stranded: each.stranded,
        result: each.result,
      }))
      .toSorted((a, b) => b.stranded - a.stranded || b.result.evacuationTimeS - a.result.evacuationTimeS),
  ]
  const worst = study.worst ? caseKey(study.worst) : null
  const text = (
    column: Pick<Column<Row>, 'key' | 'title' | 'number'>,
    of: (row: Row) => string,
  ): Column<Row> => ({ ...column, cell: of, text: of })
  const columns: Column<Row>[] = [
    {
      key: 'case',
      title: t('planning.details.case'),
      cell: (row) => (
        <>
          {row.name} {row.key === worst && <span className="tag">{t('planning.details.headline')}</span>}
        </>
      ),
      text: (row) => row.name,
    },
    text({ key: 'stranded', title: t('planning.details.stranded'), number: true }, (row) =>
      formatNumber(row.stranded, language, 0),
    ),
    text({ key: 'evacuation', title: t('planning.details.evacuation'), number: true }, (row) =>
      formatClock(row.result.evacuationTimeS),
    ),
    text({ key: 'movement', title: t('planning.details.movement'), number: true }, (row) =>
      formatClock(row.result.movementTimeS),
    ),
    text({ key: 'led', title: t('planning.details.ledBy') }, (row) =>
      t(`planning.details.led.${row.result.ledBy}`),
    ),
    text({ key: 'bottleneck', title: t('planning.details.bottleneck') }, (row) =>
      row.result.bottleneck ? componentName(premises, row.result.bottleneck) : '–',
    ),
    text({ key: 'mark', title: t('planning.details.weakest') }, (row) =>
      t(`shell.mark.${row.result.governingMark}`),
    ),
  ]
  return (
    <DataTable
      caption={t('planning.details.cases')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      current={(row) => row.key === worst}
      testId="cases-table"
    />
  )
}
