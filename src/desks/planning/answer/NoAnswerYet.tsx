import type { ClearingStudy } from '../../../analysis/questions.ts'
import type { Premises } from '../../../premises/model.ts'
import { personsOf } from '../../../premises/persons.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { chooseFiles } from '../../../ui/files.ts'
import { openDecisions } from '../decisions.ts'
import { useT } from '../../../ui/useT.ts'

/** What is missing before a time can be given, and the way to it. */
export function NoAnswerYet({
  premises,
  study,
}: {
  readonly premises: Premises
  readonly study: ClearingStudy | null
}) {
  const t = useT()
  const review = useApp((state) => state.review)
  const drawing = useApp((state) => state.drawing !== null)
  const zones = Object.values(premises.zones).filter((zone) => zone.levelId !== null)
  const exits = Object.values(premises.openings).filter((opening) => opening.exit === 'final')
  const undecided = Object.values(premises.openings).filter((opening) => opening.exit === 'undecided')
  if (zones.length === 0) {
    return (
      <div className="empty stack" data-testid="empty-premises">
        <h2>{t('planning.empty.noZones')}</h2>
        <p>{t('planning.empty.noZonesText')}</p>
        {!drawing && <Button onClick={() => chooseFiles()}>{t('shell.command.open')}</Button>}
      </div>
    )
  }
  if (exits.length === 0) {
    return (
      <div className="empty stack" data-testid="empty-exits">
        <h2>{t('planning.empty.noExits')}</h2>
        {/* Without a check after import, the doors are asked about right below. */}
        {(review || undecided.length === 0) && (
          <p>
            {review && openDecisions(review) > 0
              ? t('planning.empty.decisions', { count: openDecisions(review) })
              : undecided.length > 0
                ? t('planning.empty.exitsToDecide', { count: undecided.length })
                : t('planning.empty.markAnExit')}
          </p>
        )}
        {review && (
          <Button look="primary" onClick={() => actions.showPanel('review')}>
            {t('planning.review.title')}
          </Button>
        )}
      </div>
    )
  }
  const persons = zones.reduce((sum, zone) => sum + personsOf(zone).count, 0)
  const left = study ? study.allOpen.notMoved.noWay + study.allOpen.notMoved.assisted : 0
  if (persons > 0 && left === 0) return null
  return (
    <div className="empty stack" data-testid="empty-persons">
      <h2>{t(left > 0 ? 'planning.empty.nobodyMoves' : 'planning.empty.noPersons')}</h2>
      <p>{t(left > 0 ? 'planning.empty.nobodyMovesText' : 'planning.empty.noPersonsText')}</p>
    </div>
  )
}
