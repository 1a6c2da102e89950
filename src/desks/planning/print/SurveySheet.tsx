import type { Level } from '../../../premises/model.ts'
import type { OpenProject } from '../../../state/app.ts'
import { formatNumber } from '../../../i18n/format.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { surveyItems, type SurveyItem } from '../survey.ts'
import type { PrintOptions } from './paper.ts'
import { Sheet, TitleBlock } from './TitleBlock.tsx'

/** Rows that fit a page of A4 above the title block. */
const rowsPerPage = 24

interface PageOfRows {
  readonly level: Level
  readonly items: readonly SurveyItem[]
  readonly first: number
}

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
  const pages = surveyItems(premises).flatMap(({ level, items }): PageOfRows[] =>
    Array.from({ length: Math.ceil(items.length / rowsPerPage) }, (_, at) => ({
      level,
      items: items.slice(at * rowsPerPage, (at + 1) * rowsPerPage),
      first: at * rowsPerPage + 1,
    })),
  )
  const total = pages.reduce((sum, page) => sum + page.items.length, 0)
  if (pages.length === 0) return <p className="print-note">{t('planning.survey.done')}</p>
  return pages.map(({ level, items, first }, index) => (
    <Sheet key={`${level.id} ${first}`} options={options}>
      <div className="paper-text">
        <h1>
          {t('planning.survey.title')} – {level.name}
        </h1>
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
            {items.map((item, row) => (
              <tr key={item.key}>
                <td>{first + row}</td>
                <td>{item.name}</td>
                <td className="number">
                  {item.valueM === null ? '–' : formatNumber(item.valueM, language, 3)}
                </td>
                <td className="write">&nbsp;</td>
                <td className="write">&nbsp;</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <TitleBlock
        premises={premises}
        building={premises.buildings[level.buildingId]?.name}
        level={level.name}
        title={t('planning.survey.title')}
        assumptions={total}
        page={index + 1}
        pages={pages.length}
        options={options}
      />
    </Sheet>
  ))
}
