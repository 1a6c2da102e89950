import table from '../../../../data/pre-movement.json'
import type { ClearingInput, ClearingStudy } from '../../../analysis/questions.ts'
import { weakestMark, type EnteredMark } from '../../../premises/evidence.ts'
import type { Premises } from '../../../premises/model.ts'
import { formatDuration, formatNumber, type Language } from '../../../i18n/format.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { lostName, openingName, openingPlace, zonePlace } from '../names.ts'
import { personsOf } from '../../../premises/persons.ts'
import { headlineOf, marksOf, studyOf } from '../study.ts'

export interface Condition {
  readonly key: string
  readonly title: string
  readonly text: string
  readonly mark?: EnteredMark
}

/** Everything that must stand beside a time, on the screen and on every print, in a fixed order. */
export function useConditions(
  premises: Premises,
  study: ClearingStudy,
  asked: ClearingInput | null,
): readonly Condition[] {
  const t = useT()
  return conditionsText(premises, study, asked, t, useLanguage())
}

/** The same without React. */
export function conditionsText(
  premises: Premises,
  study: ClearingStudy,
  asked: ClearingInput | null,
  t: ReturnType<typeof useT>,
  language: Language,
): readonly Condition[] {
  const result = headlineOf(study)
  const settings = studyOf(premises)
  const number = (value: number) => formatNumber(value, language, 0)
  const time = (seconds: number) => formatDuration(seconds, language)
  const marks = marksOf(study)
  const lines: Condition[] = [
    {
      key: 'case',
      title: t('planning.conditions.case'),
      text: study.worst
        ? t('planning.conditions.worstLost', { lost: lostName(premises, study.worst.lost) })
        : t('planning.conditions.allOpen'),
    },
    { key: 'blocked', title: t('planning.conditions.blocked'), text: blocked() },
    { key: 'occupants', title: t('planning.conditions.occupants'), ...occupants() },
    { key: 'assisted', title: t('planning.conditions.assisted'), text: assisted() },
    { key: 'preMovement', title: t('planning.conditions.preMovement'), ...preMovement() },
    {
      key: 'doorBasis',
      title: t('planning.conditions.doorBasis'),
      text: asked
        ? `${t(`planning.conditions.basis.${asked.doorBasis}`)}; ${t('planning.conditions.stairShare', { share: asked.stairShare })}`
        : '–',
    },
    {
      key: 'widths',
      title: t('planning.conditions.widths'),
      text: study.worstOpeningId
        ? t('planning.conditions.widthOf', {
            name: openingPlace(premises, study.worstOpeningId),
            width: widthText(premises.openings[study.worstOpeningId]?.clearWidthM),
          })
        : t('planning.conditions.weakest'),
      mark: marks.width ?? marks.governing,
    },
    {
      key: 'restsOn',
      title: t('planning.conditions.restsOn'),
      text: t('planning.conditions.weakest'),
      mark: marks.governing,
    },
    { key: 'lastExit', title: t('planning.conditions.lastExit'), text: lastExit() },
    { key: 'smoke', title: t('planning.conditions.smoke'), text: t('planning.noSmoke') },
  ]
  return lines

  function widthText(widthM: number | undefined): string {
    return widthM === undefined ? '–' : formatNumber(widthM, language, 3)
  }

  function blocked(): string {
    const names = [
      ...(asked?.shutOpenings ?? []).map((id) => openingPlace(premises, id)),
      ...(asked?.closedZones ?? []).map((id) => zonePlace(premises, id)),
    ]
    return names.length > 0 ? names.join('; ') : t('planning.conditions.noneBlocked')
  }

  function occupants(): Pick<Condition, 'text' | 'mark'> {
    const zones = Object.values(premises.zones).map((zone) => ({ zone, persons: personsOf(zone) }))
    const sum = (given: typeof zones) => given.reduce((total, each) => total + each.persons.count, 0)
    const entered = zones.filter((each) => each.persons.source === 'entered' && each.persons.count > 0)
    const byArea = zones.filter((each) => each.persons.source === 'area' && each.persons.count > 0)
    const part = (key: string, given: typeof zones) =>
      given.length === 0
        ? []
        : [t(`planning.conditions.${key}`, { n: number(sum(given)), zones: number(given.length) })]
    const parts = [...part('occupantsEntered', entered), ...part('occupantsByArea', byArea)]
    const text = [t('planning.conditions.occupantsText', { total: number(sum(zones)) }), parts.join('; ')]
      .filter(Boolean)
      .join(': ')
    const marksOfZones = [...entered, ...byArea].map((each) => each.persons.mark)
    return marksOfZones.length > 0 ? { text, mark: weakestMark(marksOfZones) } : { text }
  }

  function assisted(): string {
    const count = Object.values(premises.zones).reduce((total, zone) => total + (zone.assisted ?? 0), 0)
    if (count === 0) return t('planning.conditions.noneAssisted')
    return t('planning.conditions.assistedText', {
      total: number(count),
      left: number(result.notMoved.assisted),
      by: settings?.assistedBy ?? t('planning.conditions.nobodyNamed'),
    })
  }

  function preMovement(): Pick<Condition, 'text' | 'mark'> {
    if (!asked) return { text: '–' }
    const text = t('planning.conditions.preMovementText', {
      detection: time(asked.detectionS),
      alarm: time(asked.alarmS),
      first: time(asked.preMovementFirstS),
      last: time(asked.preMovementLastS),
      led: t(`planning.details.led.${result.ledBy}`),
    })
    const fields = ['detectionS', 'alarmS', 'preMovementFirstS', 'preMovementLastS'] as const
    const defaulted = fields.some((field) => settings?.[field] === undefined)
    return {
      text: defaulted
        ? `${text} ${t('planning.conditions.preMovementDefault', { source: table.source })}`
        : text,
      mark: defaulted ? 'assumed' : weakestMark(fields.map((field) => settings?.evidence[field]?.mark)),
    }
  }

  function lastExit(): string {
    const last = result.perExit.toSorted((a, b) => b.lastS - a.lastS)[0]
    if (!last || last.persons === 0) return '–'
    return t('planning.conditions.lastExitText', {
      name: openingName(premises, premises.openings[last.id]),
      time: time(last.lastS),
      persons: number(last.persons),
    })
  }
}
