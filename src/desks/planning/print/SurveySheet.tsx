import type { Level } from '../../../premises/model.ts'
import type { OpenProject } from '../../../state/app.ts'
import { formatNumber } from '../../../i18n/format.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { surveyItems, type SurveyGroup, type SurveyItem } from '../survey.ts'
import type { PrintOptions } from './paper.ts'
import { Sheet, TitleBlock } from './TitleBlock.tsx'

/** Rows of two lines that fit a page of A4 above the title block; the name of a floor takes one. */
const rowsPerPage = 21

type Row =
  | { readonly kind: 'level'; readonly level: Level }
  | { readonly kind: 'item'; readonly item: SurveyItem; readonly level: Level; readonly number: number }

/** The walk through the building on paper: one line per assumed width, floor by floor, with room to write. */
export function SurveySheet({
  project,
  options,
}: {
  readonly project: OpenProject
  readonly options: PrintOptions
}) {
  const t = useT()
  const language = useLanguage()
  const { premises } = project
  const groups = surveyItems(premises)
  const pages = paged(groups)
  const total = groups.reduce((sum, group) => sum + group.items.length, 0)
  if (total === 0) return <p className="print-note">{t('planning.survey.done')}</p>
  return pages.map((rows, index) => {
    const levels = [...new Set(rows.map((row) => row.level))]
    return (
      <Sheet key={index} options={options}>
        <div className="paper-text">
          <h1>{t('planning.survey.title')}</h1>
          <p>{t('planning.survey.howTo')}</p>
          <table className="survey-table">
            <thead>
              <tr>
                <th>{t('planning.survey.no')}</th>
                <th>{t('planning.survey.place')}</th>
                <th>{t('planning.survey.assumed')}</th>
                <th>{t('planning.survey.measured')}</th>
                <th>{t('planning.survey.whoWhen')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) =>
                row.kind === 'level' ? (
                  <tr key={row.level.id}>
                    <th colSpan={5} scope="rowgroup">
                      {row.level.name}
                    </th>
                  </tr>
                ) : (
                  <tr key={row.item.key}>
                    <td>{row.number}</td>
                    <td>
                      <span className="two-lines">{row.item.name}</span>
                    </td>
                    <td className="number">
                      {row.item.valueM === null ? '–' : formatNumber(row.item.valueM, language, 3)}
                    </td>
                    <td className="write">&nbsp;</td>
                    <td className="write">&nbsp;</td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </div>
        <TitleBlock
          premises={premises}
          building={premises.buildings[levels[0]?.buildingId ?? '']?.name}
          level={levels.length === 1 ? levels[0]?.name : t('planning.survey.levels', { n: levels.length })}
          title={t('planning.survey.title')}
          assumptions={total}
          page={index + 1}
          pages={pages.length}
          options={options}
        />
      </Sheet>
    )
  })
}

/** Rows page by page; a floor that goes on has its name again at the top, and no name stands alone at the foot. */
function paged(groups: readonly SurveyGroup[]): readonly (readonly Row[])[] {
  const pages: Row[][] = [[]]
  let number = 0
  for (const { level, items } of groups) {
    items.forEach((item, index) => {
      number += 1
      let page = pages.at(-1) ?? []
      const needed = index === 0 ? 2 : 1
      if (page.length + needed > rowsPerPage) {
        page = []
        pages.push(page)
      }
      if (index === 0 || page.length === 0) page.push({ kind: 'level', level })
      page.push({ kind: 'item', item, level, number })
    })
  }
  return pages
}
