import { Printer } from 'lucide-react'
import { useMemo } from 'react'
import type { Premises } from '../../../premises/model.ts'
import { formatNumber } from '../../../i18n/format.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { NumberField, TextField } from '../../../ui/controls/fields.tsx'
import { setPerson, usePerson } from '../../../ui/person.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { RecordLink } from '../RecordLink.tsx'
import { surveyItems } from '../survey.ts'

/** The survey list on the screen: assumed widths by floor; a value entered is measured, by whom and when. */
export function SurveyPanel({ premises }: { readonly premises: Premises }) {
  const t = useT()
  const language = useLanguage()
  const person = usePerson((state) => state.name)
  const governing = useApp((state) => state.figures.clearing.value?.worstOpeningId ?? null)
  const groups = useMemo(() => surveyItems(premises), [premises])
  const left = groups.reduce((sum, group) => sum + group.items.length, 0)
  return (
    <div className="survey-panel stack" data-testid="survey-panel">
      <p>{t(left === 0 ? 'planning.survey.done' : 'planning.survey.text', { count: left })}</p>
      {left > 0 && (
        <>
          <TextField
            label={t('planning.survey.who')}
            value={person}
            onCommit={setPerson}
            testId="survey-who"
          />
          <div>
            <Button
              size="small"
              icon={<Printer size={16} aria-hidden />}
              onClick={() => actions.set({ printing: 'survey' })}
            >
              {t('shell.command.printSurvey')}
            </Button>
          </div>
        </>
      )}
      {groups.map(({ level, items }) => (
        <section key={level.id} aria-label={level.name}>
          <h3>
            {level.name} <span className="quiet">({items.length})</span>
          </h3>
          <ul className="survey-list">
            {items.map((item) => (
              <li
                key={item.key}
                className={
                  item.record.table === 'openings' && item.record.id === governing ? 'governing' : undefined
                }
              >
                <RecordLink record={item.record}>{item.name}</RecordLink>
                <NumberField
                  label={t('planning.survey.width', {
                    assumed: item.valueM === null ? '–' : formatNumber(item.valueM, language, 3),
                  })}
                  unit="m"
                  min={item.minM}
                  max={item.maxM}
                  value={null}
                  testId={`survey-${item.key}`}
                  onCommit={(value) => value !== null && actions.edit('survey', item.changes(value))}
                />
                {item.record.table === 'openings' && item.record.id === governing && (
                  <p className="small strong">{t('planning.survey.governing')}</p>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
