import { useMemo } from 'react'
import { confirmExit, exitCandidates, type ExitCandidate } from '../../../premises/fittings/exits.ts'
import type { Premises } from '../../../premises/model.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useT } from '../../../ui/useT.ts'
import { openingPlace } from '../names.ts'
import { RecordLink } from '../RecordLink.tsx'

/** More than these are asked for in one tap, or one by one in the list of doors. */
const most = 6

/** Doors that were found to lead outside: is each an exit? Nothing is computed through one before somebody says so. */
export function ExitQuestion({ premises }: { readonly premises: Premises }) {
  const t = useT()
  const reviewed = useApp((state) => state.review !== null && state.drawing === null)
  const candidates = useMemo(() => exitCandidates(premises), [premises])
  // The check after an import asks about its own doors.
  if (candidates.length === 0 || reviewed) return null
  const proposed = candidates.filter(({ proposal }) => proposal === 'final').length
  return (
    <section className="exit-question" aria-labelledby="exit-question" data-testid="exit-question">
      <h2 id="exit-question">
        <span className="badge" aria-hidden>
          ?
        </span>{' '}
        {t('drawing.exit.found', { count: candidates.length })}
      </h2>
      <ul>
        {candidates.slice(0, most).map((candidate) => (
          <CandidateLine key={candidate.openingId} premises={premises} candidate={candidate} />
        ))}
      </ul>
      {candidates.length > most && (
        <p className="quiet small">{t('drawing.exit.more', { count: candidates.length - most })}</p>
      )}
      {candidates.length > 1 && (
        <Button
          size="small"
          data-testid="confirm-exits"
          onClick={() => actions.draw('confirmExit', (now) => allAsProposed(now, candidates))}
        >
          {t('drawing.exit.confirmAll', { exits: proposed, others: candidates.length - proposed })}
        </Button>
      )}
    </section>
  )
}

function CandidateLine(props: { readonly premises: Premises; readonly candidate: ExitCandidate }) {
  const t = useT()
  const { openingId, proposal } = props.candidate
  const name = openingPlace(props.premises, openingId)
  const answers = proposal === 'final' ? (['final', 'none'] as const) : (['none', 'final'] as const)
  return (
    <li>
      <RecordLink record={{ table: 'openings', id: openingId }}>{name}</RecordLink>
      <span className="row">
        {answers.map((answer) => (
          <Button
            key={answer}
            size="small"
            look={answer === proposal ? 'primary' : 'normal'}
            aria-label={`${name}: ${t(`drawing.exit.${answer}`)}`}
            data-testid={`confirm-${answer}`}
            onClick={() =>
              actions.draw('confirmExit', (now) => ({ ...confirmExit(now, openingId, answer), made: [] }))
            }
          >
            {t(`drawing.exit.${answer}`)}
          </Button>
        ))}
      </span>
    </li>
  )
}

/** Every candidate as it is proposed, in one step; what is picked stays. */
export function allAsProposed(premises: Premises, candidates: readonly ExitCandidate[]) {
  return {
    changes: candidates.flatMap(
      ({ openingId, proposal }) => confirmExit(premises, openingId, proposal).changes,
    ),
    made: [],
  }
}
