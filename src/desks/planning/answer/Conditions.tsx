import type { ReactNode } from 'react'
import type { ClearingStudy } from '../../../analysis/questions.ts'
import type { Premises } from '../../../premises/model.ts'
import { MarkWord } from '../../../ui/controls/MarkWord.tsx'
import { useT } from '../../../ui/useT.ts'
import { useApp } from '../../../ui/app.ts'
import { useConditions } from './conditions.ts'
import { WorstDoor, WorstZone } from './sentences.tsx'

/** What must stand beside every time: the case, who and what is in it, and what it rests on. */
export function Conditions({
  premises,
  study,
}: {
  readonly premises: Premises
  readonly study: ClearingStudy
}) {
  const t = useT()
  const asked = useApp((state) => state.figures.conditions)
  const lines = useConditions(premises, study, asked)
  return (
    <section className="stack" data-testid="conditions">
      <h3>{t('planning.conditions.title')}</h3>
      <dl className="conditions">
        {lines.map((line) => (
          <Line key={line.key} title={line.title}>
            {line.text}
            {line.mark && (
              <>
                {' '}
                (<MarkWord mark={line.mark} />)
              </>
            )}
          </Line>
        ))}
      </dl>
      <WorstZone premises={premises} study={study} />
      <WorstDoor premises={premises} study={study} />
    </section>
  )
}

function Line({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  )
}
