import type { Way, ZoneRoute } from '../../../../workers/routes/job.ts'
import type { Premises, Zone } from '../../../premises/model.ts'
import { formatNumber } from '../../../i18n/format.ts'
import { useApp } from '../../../ui/app.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { TimeChange, useStaleClass } from '../figures.tsx'
import { openingPlace } from '../names.ts'
import { RecordLink } from '../RecordLink.tsx'

/** The ways out of a zone: the quickest and another, with lengths and free walking time; or why there is none. */
export function WaysOut({ premises, zone }: { readonly premises: Premises; readonly zone: Zone }) {
  const t = useT()
  const language = useLanguage()
  const before = useApp((state) => state.figures.routes)
  const after = useApp((state) => (state.whatIf ? state.figures.whatIfRoutes.value : null))
  const clearing = useApp((state) => state.figures.clearing.value)
  const staleClass = useStaleClass(before)
  if (!before.value) return null
  const of = (routes: typeof after): ZoneRoute | undefined =>
    routes?.zones.find((each) => each.zoneId === zone.id)
  const shown = after ?? before.value
  const route = of(shown)
  const old = after ? of(before.value) : undefined
  const lost = shown.unreachable.find((each) => each.zoneId === zone.id)
  const density = clearing?.allOpen.perZone.find((each) => each.id === zone.id)
  return (
    <section className={`ways ${staleClass}`} aria-label={t('planning.ways.title')} data-testid="ways-out">
      <h3>{t('planning.ways.title')}</h3>
      {lost && (
        <p className="stranding">
          <span className="badge" aria-hidden>
            !
          </span>
          <span>
            {t('planning.ways.none')} {t(`planning.reason.${lost.reason}`)}.{' '}
            {lost.openingId && (
              <RecordLink record={{ table: 'openings', id: lost.openingId }}>
                {openingPlace(premises, lost.openingId)}
              </RecordLink>
            )}
          </span>
        </p>
      )}
      {route && (
        <>
          <WayLines premises={premises} title={t('planning.ways.first')} way={route.first} old={old?.first} />
          {route.second ? (
            <WayLines
              premises={premises}
              title={t('planning.ways.second')}
              way={route.second}
              old={old?.second ?? undefined}
            />
          ) : (
            <p>{t('planning.ways.noSecond')}</p>
          )}
          <p>{t('planning.ways.deadEnd', { length: formatNumber(route.deadEndM, language, 1) })}</p>
        </>
      )}
      {!route && !lost && <p className="quiet">{t('planning.ways.outdoors')}</p>}
      {density && density.persons > 0 && (
        <p className="quiet small">
          {t('planning.ways.clearing', {
            time: density.clearedS,
            density: formatNumber(density.densityPerM2, language, 2),
          })}
        </p>
      )}
    </section>
  )
}

function WayLines(props: {
  readonly premises: Premises
  readonly title: string
  readonly way: Way
  readonly old: Way | undefined
}) {
  const t = useT()
  const language = useLanguage()
  const { premises, way, old } = props
  const metres = (value: number) => `${formatNumber(value, language, 1, 1)} m`
  const length = (value: number, before: number | undefined) =>
    before === undefined || Math.abs(before - value) < 0.05
      ? metres(value)
      : `${metres(before)} » ${metres(value)}`
  const moved = old !== undefined && old.exitId !== way.exitId
  return (
    <div className="way-lines">
      <p>
        <strong>{props.title}</strong> {moved && <>{openingPlace(premises, old.exitId)} » </>}
        <RecordLink record={{ table: 'openings', id: way.exitId }}>
          {openingPlace(premises, way.exitId)}
        </RecordLink>
      </p>
      <dl className="facts">
        <dt>{t('planning.ways.farthest')}</dt>
        <dd>{length(way.farthestM, old?.farthestM)}</dd>
        <dt>{t('planning.ways.door')}</dt>
        <dd>{length(way.doorM, old?.doorM)}</dd>
        <dt>{t('planning.ways.time')}</dt>
        <dd>
          <TimeChange before={old?.timeS ?? way.timeS} after={old ? way.timeS : null} />
        </dd>
      </dl>
    </div>
  )
}
