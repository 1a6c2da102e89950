import { useState } from 'react'
import type { EgressResult } from '../../../../workers/egress/job.ts'
import type { ClearingStudy } from '../../../analysis/questions.ts'
import type { Premises } from '../../../premises/model.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { Dialog } from '../../../ui/controls/Dialog.tsx'
import { SelectField } from '../../../ui/controls/fields.tsx'
import { MessageText, SeverityIcon } from '../../../ui/shell/Notices.tsx'
import { useT } from '../../../ui/useT.ts'
import { lostName } from '../names.ts'
import { caseKey } from './caseKey.ts'
import { CasesTable } from './CasesTable.tsx'
import { Conditions } from './Conditions.tsx'
import { ExitTable, LevelTable, OpeningTable, StairTable } from './FlowTables.tsx'
import { TheoreticalMinimum } from './TheoreticalMinimum.tsx'

/** Everything behind the headline: conditions first, then the cases, then flow by exit, level, stair and opening. */
export default function Details() {
  const t = useT()
  const premises = useApp((state) => state.project?.premises)
  const whatIf = useApp((state) => state.whatIf !== null)
  const clearing = useApp((state) => (state.whatIf ? state.figures.whatIfClearing : state.figures.clearing))
  const study = clearing.value
  return (
    <Dialog
      title={t('planning.details.title')}
      onClose={() => actions.set({ dialog: null })}
      wide
      testId="details-dialog"
    >
      <div className="body details">
        {whatIf && <p className="assume-note">{t('planning.details.underWhatIf')}</p>}
        {premises && study ? <Whole premises={premises} study={study} /> : <p>{t('planning.answer.none')}</p>}
      </div>
    </Dialog>
  )
}

function Whole({ premises, study }: { readonly premises: Premises; readonly study: ClearingStudy }) {
  const t = useT()
  const [chosen, setChosen] = useState('worst')
  const options = [
    { value: 'worst', label: t('planning.details.worstCase') },
    { value: 'open', label: t('planning.details.allOpen') },
    ...study.cases.map((each) => ({
      value: caseKey(each),
      label: t('planning.details.lost', { lost: lostName(premises, each.lost) }),
    })),
  ]
  const result: EgressResult =
    chosen === 'open'
      ? study.allOpen
      : ((study.cases.find((each) => caseKey(each) === chosen) ?? study.worst)?.result ?? study.allOpen)
  return (
    <>
      <Conditions premises={premises} study={study} />
      <section className="stack">
        <h3>{t('planning.details.cases')}</h3>
        <p className="quiet">{t('planning.details.casesText')}</p>
        <CasesTable premises={premises} study={study} />
      </section>
      {study.warnings.length > 0 && (
        <section className="stack">
          <h3>{t('planning.details.warnings')}</h3>
          {study.warnings.map((warning, index) => (
            <div key={`${warning.code} ${index}`} className={`notice flat ${warning.severity}`}>
              <SeverityIcon severity={warning.severity} />
              <MessageText message={warning} />
            </div>
          ))}
        </section>
      )}
      <section className="stack">
        <h3>{t('planning.details.flows')}</h3>
        <SelectField
          label={t('planning.details.ofCase')}
          value={chosen}
          options={options}
          onCommit={setChosen}
        />
        <ExitTable premises={premises} result={result} />
        <LevelTable premises={premises} result={result} />
        <StairTable premises={premises} result={result} />
        <OpeningTable premises={premises} result={result} />
        <p className="quiet small">{t('planning.details.copyHint')}</p>
      </section>
      <TheoreticalMinimum premises={premises} />
    </>
  )
}
