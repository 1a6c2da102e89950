import { Printer, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { AppState, OpenProject } from '../../../state/app.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { CheckField, SelectField, TextField } from '../../../ui/controls/fields.tsx'
import { setPerson, usePerson } from '../../../ui/person.ts'
import { useInertPage } from '../../../ui/inert.ts'
import { useT } from '../../../ui/useT.ts'
import { sortedLevels } from '../names.ts'
import { LevelSheet } from './LevelSheet.tsx'
import { paperOf, type Paper, type PrintOptions } from './paper.ts'
import { SummarySheet } from './SummarySheet.tsx'
import { SurveySheet } from './SurveySheet.tsx'
import './print.css'

/** What will be on paper, with the choices that change it; the browser's own print dialog does the rest. */
export default function PrintView({
  project,
  kind,
}: {
  readonly project: OpenProject
  readonly kind: NonNullable<AppState['printing']>
}) {
  const t = useT()
  const person = usePerson((state) => state.name)
  const viewLevel = useApp((state) => state.view.levelId)
  const { premises } = project
  const levels = sortedLevels(premises)
  const [levelId, setLevelId] = useState<string>(viewLevel ?? levels[0]?.id ?? '')
  const [size, setSize] = useState<Paper['size']>('A4')
  const [orientation, setOrientation] = useState<Paper['orientation']>(
    kind === 'level' ? 'landscape' : 'portrait',
  )
  const [blackAndWhite, setBlackAndWhite] = useState(false)
  const paper = paperOf(kind === 'level' ? size : 'A4', kind === 'level' ? orientation : 'portrait')
  const options: PrintOptions = { paper, blackAndWhite, person }
  const close = () => actions.set({ printing: null })

  useInertPage()
  usePageRule(`size: ${paper.size} ${paper.orientation}; margin: 10mm;`)
  useEffect(() => {
    document.querySelector<HTMLElement>('[data-print-now]')?.focus()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') actions.set({ printing: null })
      else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'p') window.print()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [])

  return createPortal(
    <section
      className={blackAndWhite ? 'print-view bw' : 'print-view'}
      aria-label={t(`planning.print.${kind}`)}
      data-testid="print-view"
    >
      <div className="print-tools">
        <h2>{t(`planning.print.${kind}`)}</h2>
        {kind === 'level' && (
          <>
            <SelectField
              label={t('shell.kind.levels')}
              value={levelId}
              options={levels.map((level) => ({ value: level.id, label: level.name }))}
              onCommit={setLevelId}
            />
            <SelectField
              label={t('planning.print.paper')}
              value={size}
              options={['A4', 'A3'].map((value) => ({ value, label: value }))}
              onCommit={(value) => setSize(value === 'A3' ? 'A3' : 'A4')}
              testId="print-paper"
            />
            <SelectField
              label={t('planning.print.orientation')}
              value={orientation}
              options={(['landscape', 'portrait'] as const).map((value) => ({
                value,
                label: t(`planning.print.${value}`),
              }))}
              onCommit={(value) => setOrientation(value === 'portrait' ? 'portrait' : 'landscape')}
            />
          </>
        )}
        <TextField
          label={t('planning.print.person')}
          value={person}
          onCommit={setPerson}
          testId="print-person"
        />
        {kind !== 'survey' && (
          <CheckField
            label={t('planning.print.blackAndWhite')}
            checked={blackAndWhite}
            onCommit={setBlackAndWhite}
            testId="print-bw"
          />
        )}
        <span className="grow" />
        <Button
          look="primary"
          icon={<Printer size={18} aria-hidden />}
          data-print-now
          data-testid="print-now"
          onClick={() => window.print()}
        >
          {t('shell.print')}
        </Button>
        <Button icon={<X size={18} aria-hidden />} data-testid="print-close" onClick={close}>
          {t('shell.close')}
        </Button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys scroll the sheets */}
      <section className="print-pages" aria-label={t('planning.print.sheets')} tabIndex={0}>
        {kind === 'level' && levelId && premises.levels[levelId] && (
          <LevelSheet project={project} level={premises.levels[levelId]} options={options} />
        )}
        {kind === 'summary' && <SummarySheet project={project} options={options} />}
        {kind === 'survey' && <SurveySheet project={project} options={options} />}
      </section>
    </section>,
    document.body,
  )
}

/** The size of the paper, for the browser's print dialog; a constructed sheet, since the page's policy allows no inline style. */
function usePageRule(rule: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`@page { ${rule} }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }, [rule])
}
