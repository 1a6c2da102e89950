import { Printer } from 'lucide-react'
import { memo, useMemo, useState } from 'react'
import type { Premises } from '../../../premises/model.ts'
import { formatNumber } from '../../../i18n/format.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { NumberField, TextField } from '../../../ui/controls/fields.tsx'
import { setPerson, usePerson } from '../../../ui/person.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { type PastedWidths, pasteWidths, surveyTable, widthChanges } from '../paste/widths.ts'
import { RecordLink } from '../RecordLink.tsx'
import { surveyItems, type SurveyItem } from '../survey.ts'

/**
 * The survey list on the screen: assumed widths by floor; a value entered is measured, by whom and when. Ctrl C gives the list to
 * a spreadsheet, Ctrl V takes the measured widths back by the names of the openings.
 */
export function SurveyPanel({ premises }: { readonly premises: Premises }) {
  const t = useT()
  const language = useLanguage()
  const person = usePerson((state) => state.name)
  const governing = useApp((state) => state.figures.clearing.value?.worstOpeningId ?? null)
  const groups = useMemo(() => surveyItems(premises), [premises])
  const left = groups.reduce((sum, group) => sum + group.items.length, 0)
  const [pasted, setPasted] = useState<PastedWidths | null>(null)
  const take = (text: string) => {
    const found = pasteWidths(groups, text)
    setPasted(found)
    actions.edit('pasteWidths', widthChanges(premises, found.entered))
  }
  return (
    <section
      className="survey-panel stack"
      aria-label={t('planning.panel.survey')}
      data-testid="survey-panel"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Ctrl C and Ctrl V reach it without a field in between
      tabIndex={0}
      onCopy={(event) => {
        if (isInField(event.target) || window.getSelection()?.isCollapsed === false) return
        event.clipboardData.setData('text/plain', surveyTable(groups, language))
        event.preventDefault()
      }}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain')
        // A single value belongs to the field that it is pasted into.
        if (isInField(event.target) && !text.includes('\t')) return
        event.preventDefault()
        take(text)
      }}
    >
      <p>{t(left === 0 ? 'planning.survey.done' : 'planning.survey.text', { count: left })}</p>
      {left > 0 && <p className="quiet small">{t('paste.copyHint')}</p>}
      {pasted && <Pasted pasted={pasted} />}
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
              <SurveyRow
                key={item.key}
                item={item}
                governs={item.record.table === 'openings' && item.record.id === governing}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

/** One width to measure; rendered again only when it changes, or when what governs does. */
const SurveyRow = memo(function SurveyRow(props: { readonly item: SurveyItem; readonly governs: boolean }) {
  const t = useT()
  const language = useLanguage()
  const { item, governs } = props
  return (
    <li className={governs ? 'governing' : undefined}>
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
      {governs && <p className="small strong">{t('planning.survey.governing')}</p>}
    </li>
  )
})

/** What came of a pasted table: how many widths were entered, and the rows that were not. */
function Pasted({ pasted }: { readonly pasted: PastedWidths }) {
  const t = useT()
  const { entered, left } = pasted
  return (
    <output className="notice info flat" data-testid="pasted-widths">
      <div className="text">
        <span>{t('paste.widths.entered', { count: entered.length })}</span>
        {left.length > 0 && (
          <>
            <span>{t('paste.widths.left', { count: left.length })}</span>
            <ul>
              {left.slice(0, 20).map(({ text, reason }, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- two rows may say the same
                <li key={index}>
                  {text} – {t(`paste.widths.reason.${reason}`)}
                </li>
              ))}
              {left.length > 20 && <li>{t('paste.previewMore', { n: left.length - 20 })}</li>}
            </ul>
          </>
        )}
      </div>
    </output>
  )
}

function isInField(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, textarea') !== null
}
