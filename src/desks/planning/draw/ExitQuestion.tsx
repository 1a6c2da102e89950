import { useMemo } from 'react'
import { confirmExit, exitCandidates, type ExitCandidate } from '../../../premises/fittings/exits.ts'
import type { Premises } from '../../../premises/model.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useT } from '../../../ui/useT.ts'
import { quartersOnScreen, screenSide } from '../../../ui/drawing/screenSides.ts'
import { openingPlace } from '../names.ts'
import { RecordLink } from '../RecordLink.tsx'
import { sideOfLevel } from './sideOfLevel.ts'

/** More than these are asked for in one tap, or one by one in the list of doors. */
const most = 6

/** Doors that were found to lead outside: is each an exit? Nothing is computed through one before somebody says so. */
export function ExitQuestion(props: {
  readonly premises: Premises
  /** One line until it is opened, where there is more to see below. */
  readonly folded?: boolean
}) {
  const { premises, folded = false } = props
  const t = useT()
  const reviewed = useApp((state) => state.review !== null && state.drawing === null)
  const candidates = useMemo(() => exitCandidates(premises), [premises])
  // The check after an import asks about its own doors.
  if (candidates.length === 0 || reviewed) return null
  const title = (
    <>
      <span className="badge" aria-hidden>
        ?
      </span>{' '}
      {t('drawing.exit.found', { count: candidates.length })}
    </>
  )
  const lines = (
    <div className="exit-lines">
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
          {t('drawing.exit.confirmAll')}
        </Button>
      )}
    </div>
  )
  return (
    <section
      className="exit-question"
      aria-label={t('drawing.exit.found', { count: candidates.length })}
      data-testid="exit-question"
    >
      {folded ? (
        <details>
          <summary>{title}</summary>
          {lines}
        </details>
      ) : (
        <>
          <h2>{title}</h2>
          {lines}
        </>
      )}
    </section>
  )
}

function CandidateLine(props: { readonly premises: Premises; readonly candidate: ExitCandidate }) {
  const t = useT()
  const { openingId, proposal } = props.candidate
  const quarters = useApp(quartersOnScreen)
  const side = sideOfLevel(props.premises, openingId)
  const name = openingPlace(props.premises, openingId)
  const where = side === null ? '' : ` · ${t(`drawing.exit.at.${screenSide(side, quarters)}`)}`
  const answers = proposal === 'final' ? (['final', 'none'] as const) : (['none', 'final'] as const)
  return (
    <li>
      <span>
        <RecordLink record={{ table: 'openings', id: openingId }}>{name}</RecordLink>
        <span className="quiet small">{where}</span>
      </span>
      <span className="row">
        {answers.map((answer) => (
          <Button
            key={answer}
            size="small"
            look={answer === proposal ? 'primary' : 'normal'}
            aria-label={`${name}${where}: ${t(`drawing.exit.${answer}`)}`}
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
