import { useState } from 'react'
import type { Premises } from '../../premises/model.ts'
import type { WhatIf } from '../../state/app.ts'
import { actions, useApp } from '../../ui/app.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { MessageText } from '../../ui/shell/Notices.tsx'
import { useT } from '../../ui/useT.ts'
import { CountChange, Running, TimeChange, useSlow, useStaleClass } from './figures.tsx'
import { openingPlace, zoneName, zonePlace } from './names.ts'
import { newlyUnreachable } from './problems.ts'
import { RecordLink } from './RecordLink.tsx'
import { headlineOf } from './study.ts'

/** The frame and title of an assumption: what is assumed, before → after, who loses the way out and why. */
export function WhatIfBar({
  premises,
  whatIf,
  narrow,
}: {
  readonly premises: Premises
  readonly whatIf: WhatIf
  /** Little room: the time alone until unfolded. */
  readonly narrow: boolean
}) {
  const t = useT()
  const [folded, setFolded] = useState(narrow)
  const { clearing, routes, whatIfClearing, whatIfRoutes } = useApp((state) => state.figures)
  const staleClass = useStaleClass(whatIfClearing)
  const slow = useSlow(whatIfClearing.status === 'running' && whatIfClearing.value === null)
  const before = clearing.value
  const after = whatIfClearing.value
  const lost = newlyUnreachable(routes.value, whatIfRoutes.value)
  return (
    <section className="whatif-bar" aria-label={t('planning.whatIf.label')} data-testid="whatif-bar">
      <div className="row wrap">
        <h2 className="grow">{whatIfTitle(premises, whatIf, t)}</h2>
        <Button look="plain" size="small" aria-expanded={!folded} onClick={() => setFolded(!folded)}>
          {t(folded ? 'planning.whatIf.unfold' : 'planning.whatIf.fold')}
        </Button>
        <Button look="assume" size="small" data-testid="whatif-apply" onClick={() => actions.applyWhatIf()}>
          {t('planning.whatIf.apply')}
        </Button>
        <Button
          look="assume"
          className="full"
          size="small"
          data-testid="whatif-drop"
          onClick={() => actions.dropWhatIf()}
        >
          {t('planning.whatIf.drop')}
        </Button>
      </div>
      {folded && before && after && (
        <p className={staleClass}>
          <TimeChange before={headlineOf(before).evacuationTimeS} after={headlineOf(after).evacuationTimeS} />
        </p>
      )}
      {!folded && (
        <div className={`whatif-body ${staleClass}`}>
          {slow && <Running share={whatIfClearing.share} />}
          {whatIfClearing.status === 'failed' && whatIfClearing.error && (
            <MessageText message={whatIfClearing.error} />
          )}
          {before && after && (
            <dl className="whatif-figures">
              <div>
                <dt>{t('planning.whatIf.evacuation')}</dt>
                <dd>
                  <TimeChange
                    before={headlineOf(before).evacuationTimeS}
                    after={headlineOf(after).evacuationTimeS}
                  />
                </dd>
              </div>
              <div>
                <dt>{t('planning.whatIf.movementOpen')}</dt>
                <dd>
                  <TimeChange before={before.allOpen.movementTimeS} after={after.allOpen.movementTimeS} />
                </dd>
              </div>
            </dl>
          )}
          {routes.value && whatIfRoutes.value && (
            <div className="whatif-lost" aria-live="polite" data-testid="whatif-lost">
              {lost.length === 0 ? (
                <p className="quiet">{t('planning.whatIf.nobodyLost')}</p>
              ) : (
                <details open={lost.length <= 4}>
                  <summary>
                    <span className="badge" aria-hidden>
                      !
                    </span>{' '}
                    {t('planning.whatIf.lost', { count: lost.length })}
                    {before && after && (
                      <>
                        {' · '}
                        {t('planning.answer.noWay')}:{' '}
                        <CountChange
                          before={before.allOpen.notMoved.noWay}
                          after={after.allOpen.notMoved.noWay}
                          unit={t('planning.persons')}
                        />
                      </>
                    )}
                  </summary>
                  <ul>
                    {lost.map((each) => (
                      <li key={each.zoneId}>
                        <RecordLink record={{ table: 'zones', id: each.zoneId }}>
                          {zonePlace(premises, each.zoneId)}
                        </RecordLink>
                        : {t(`planning.reason.${each.reason}`)}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
          )}
        </div>
      )}
    </section>
  )
}

/** "ĐANG GIẢ ĐỊNH: cửa S1 bị chặn; không qua được Sảnh". */
export function whatIfTitle(premises: Premises, whatIf: WhatIf, t: ReturnType<typeof useT>): string {
  const parts = [
    ...whatIf.shutOpenings.map((id) => t('planning.whatIf.shut', { name: openingPlace(premises, id) })),
    ...whatIf.closedZones.map((id) => t('planning.whatIf.closed', { name: zoneName(premises.zones[id]) })),
  ]
  const shown = parts.slice(0, 3)
  const more = parts.length - shown.length
  return t('planning.whatIf.title', {
    what: shown.join('; ') + (more > 0 ? ` ${t('planning.whatIf.more', { n: more })}` : ''),
  })
}
