import type { Colouring } from '../../../map/colouring.ts'
import { PlanSvg } from '../../../map/PlanSvg.tsx'
import type { Premises } from '../../../premises/model.ts'
import type { OpenProject } from '../../../state/app.ts'
import { formatDuration } from '../../../i18n/format.ts'
import { useApp } from '../../../ui/app.ts'
import { MarkWord } from '../../../ui/controls/MarkWord.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { useConditions } from '../answer/conditions.ts'
import { limitDifference } from '../answer/LimitLine.tsx'
import { WorstDoor, WorstZone } from '../answer/sentences.tsx'
import { assumptionCount, assumptionsOf } from '../assumptions.ts'
import { useColouring, useShownFigures } from '../colouring.ts'
import { lostName } from '../names.ts'
import type { ClearingStudy } from '../../../analysis/questions.ts'
import { headlineOf, marksOf, studyOf, worstStranding } from '../study.ts'
import { whatIfTitle } from '../WhatIfBar.tsx'
import { AssumptionList, letter } from './AssumptionList.tsx'
import type { PrintOptions } from './paper.ts'
import { Sheet, TitleBlock } from './TitleBlock.tsx'

/** One page: the time large, three reasons, a picture, and everything that must stand beside a time. */
export function SummarySheet({
  project,
  options,
}: {
  readonly project: OpenProject
  readonly options: PrintOptions
}) {
  const t = useT()
  const whatIf = useApp((state) => state.whatIf)
  const base = useApp((state) => state.figures.clearing)
  const supposed = useApp((state) => state.figures.whatIfClearing)
  const computed = whatIf ? supposed : base
  const groups = assumptionsOf(project.premises)
  const common = {
    premises: project.premises,
    title: t('planning.print.summaryTitle'),
    assumptions: assumptionCount(groups),
    page: 1,
    pages: 1,
    options,
  }
  // A time that is out of date is not put on paper.
  const current = computed.value && !computed.stale ? computed.value : null
  return (
    <Sheet options={options} className="summary">
      {current ? (
        <Body project={project} study={current} options={options} />
      ) : (
        <p className="paper-text">{t('planning.print.notReady')}</p>
      )}
      <TitleBlock {...common} />
    </Sheet>
  )
}

function Body({
  project,
  study,
  options,
}: {
  readonly project: OpenProject
  readonly study: ClearingStudy
  readonly options: PrintOptions
}) {
  const t = useT()
  const language = useLanguage()
  const { premises } = project
  const whatIf = useApp((state) => state.whatIf)
  const asked = useApp((state) => state.figures.conditions)
  const conditions = useConditions(premises, study, whatIf && asked ? withAssumptions(asked, whatIf) : asked)
  const colouring = useColouring(premises, 'light')
  const figures = useShownFigures()
  const headline = headlineOf(study)
  const stranding = worstStranding(study)
  const limitS = studyOf(premises)?.limitS
  const marks = marksOf(study)
  const groups = assumptionsOf(premises)
  const pictured =
    premises.openings[study.worstOpeningId ?? '']?.levelId ?? premises.zones[study.worstZoneId ?? '']?.levelId
  return (
    <div className="summary-body">
      <h1>
        {t('planning.print.summaryTitle')} – {premises.facility.name}
      </h1>
      {whatIf && <p className="paper-assume">{whatIfTitle(premises, whatIf, t)}</p>}
      {stranding && (
        <p className="paper-stranding">
          !{' '}
          {t('planning.answer.stranding', {
            lost: lostName(premises, stranding.lost),
            n: stranding.stranded,
          })}
        </p>
      )}
      <div className="summary-head">
        <div>
          <p className="cell-title">{t('planning.answer.title')}</p>
          <p className="summary-number">
            {formatDuration(headline.evacuationTimeS, language)}
            {groups.length > 0 && <sup>{groups.map((_, index) => letter(index)).join(',')}</sup>}
          </p>
          <p>
            {study.worst
              ? t('planning.answer.whenLost', { lost: lostName(premises, study.worst.lost) })
              : t('planning.answer.nothingToLose')}{' '}
            · <strong>{t('planning.noSmoke')}</strong>
          </p>
          {marks.governing === 'assumed' && <p>! {t('planning.answer.assumed')}</p>}
        </div>
        <dl className="summary-figures">
          <dt>{t('planning.answer.movement')}</dt>
          <dd>{formatDuration(headline.movementTimeS, language)}</dd>
          <dt>{t('planning.answer.allOpen')}</dt>
          <dd>{formatDuration(study.allOpen.evacuationTimeS, language)}</dd>
          <dt>{t('planning.answer.limit')}</dt>
          <dd>
            {limitS === undefined
              ? t('planning.print.noLimit')
              : `${formatDuration(limitS, language)} (${studyOf(premises)?.limitSource ?? t('planning.answer.limitNoSource')}); ${limitDifference(headline.evacuationTimeS, limitS, language, t)}`}
          </dd>
        </dl>
      </div>
      <ol className="summary-reasons">
        <li>
          <WorstZone premises={premises} study={study} />
        </li>
        <li>
          <WorstDoor premises={premises} study={study} />
        </li>
        <li>
          {stranding
            ? t('planning.answer.stranding', {
                lost: lostName(premises, stranding.lost),
                n: stranding.stranded,
              })
            : t(`planning.print.reason.${headline.ledBy}`, { n: headline.persons })}
        </li>
      </ol>
      {pictured && (
        <div className="summary-picture">
          <PlanSvg
            premises={pictureOf(premises, [study.worstZoneId, study.worstOpeningId])}
            levelId={pictured}
            area={pictureArea}
            title={premises.levels[pictured]?.name ?? ''}
            colouring={{ ...colouring, zones: withoutFigures(colouring.zones) }}
            blackAndWhite={options.blackAndWhite}
            routes={figures.routes}
            showAllRoutes
            egress={figures.egress}
            assumptions={whatIf}
            selection={study.worstOpeningId ? { table: 'openings', id: study.worstOpeningId } : null}
            theme="light"
          />
        </div>
      )}
      <dl className="summary-conditions">
        {conditions.map((line) => (
          <div key={line.key}>
            <dt>{line.title}</dt>
            <dd>
              {line.text}
              {line.mark && (
                <>
                  {' '}
                  (<MarkWord mark={line.mark} />)
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <AssumptionList groups={groups} most={4} />
    </div>
  )
}

const pictureArea = { widthMm: 190, heightMm: 104 }

/** The premises with the names that the page speaks of, and no others: at this size names would only be numbers. */
function pictureOf(premises: Premises, named: readonly (string | null)[]): Premises {
  const bare = <T extends { readonly id: string; readonly name: string }>(
    table: Readonly<Record<string, T>>,
  ): Record<string, T> =>
    Object.fromEntries(
      Object.entries(table).map(([id, each]) => [
        id,
        named.includes(id) ? each : { ...each, name: '', number: undefined },
      ]),
    )
  return { ...premises, zones: bare(premises.zones), openings: bare(premises.openings) }
}

function withoutFigures(zones: Colouring['zones']): Colouring['zones'] {
  return new Map([...zones].map(([id, { figure: _figure, ...rest }]) => [id, rest]))
}

function withAssumptions<
  T extends { readonly shutOpenings: readonly string[]; readonly closedZones: readonly string[] },
>(
  asked: T,
  whatIf: { readonly shutOpenings: readonly string[]; readonly closedZones: readonly string[] },
): T {
  return {
    ...asked,
    shutOpenings: [...new Set([...asked.shutOpenings, ...whatIf.shutOpenings])],
    closedZones: [...new Set([...asked.closedZones, ...whatIf.closedZones])],
  }
}
