import type { ClearingStudy, LostCase } from '../../../analysis/questions.ts'
import type { Premises } from '../../../premises/model.ts'
import type { WhatIf } from '../../../state/app.ts'
import { formatDuration, formatNumber, type Language } from '../../../i18n/format.ts'
import { t } from '../../../i18n/index.ts'
import { limitDifference } from '../answer/LimitLine.tsx'
import { shownSeconds } from '../figures.tsx'
import { lostName, openingPlace, zonePlace } from '../names.ts'
import { headlineOf, marksOf, studyOf } from '../study.ts'
import { whatIfTitle } from '../WhatIfBar.tsx'

/** One page for people five metres away: a sentence, a number, whom it concerns; at most seven lines in all. */
export interface Page {
  readonly key: string
  readonly sentence: string
  readonly number: string
  readonly lines: readonly string[]
}

/** The pages of the facility at hand. `ifLocked` is the exit that the leader asks about. */
export function pagesOf(
  premises: Premises,
  study: ClearingStudy,
  after: { readonly whatIf: WhatIf; readonly study: ClearingStudy } | null,
  ifLocked: LostCase | null,
  language: Language,
): readonly Page[] {
  const headline = headlineOf(study)
  const time = (seconds: number) => formatDuration(seconds, language)
  const number = (value: number) => formatNumber(value, language, 0)
  const persons = (value: number) => t('planning.present.persons', { n: number(value) })
  const settings = studyOf(premises)
  const left = headline.notMoved.assisted
  const smoke = t('planning.present.noSmoke')
  const pages: Page[] = []

  if (after) {
    const next = headlineOf(after.study)
    pages.push({
      key: 'whatIf',
      sentence: whatIfTitle(premises, after.whatIf, t),
      number: time(next.evacuationTimeS),
      lines: [
        t('planning.present.before', { time: time(headline.evacuationTimeS) }),
        changeText(shownSeconds(next.evacuationTimeS) - shownSeconds(headline.evacuationTimeS)),
        ...noWay(after.study.allOpen.notMoved.noWay),
        smoke,
      ],
    })
  }
  pages.push({
    key: 'worst',
    sentence: study.worst
      ? t('planning.present.worst', { lost: lostName(premises, study.worst.lost) })
      : t('planning.present.allOpen'),
    number: time(headline.evacuationTimeS),
    lines: [
      t('planning.present.concerns', { n: number(headline.persons), facility: premises.facility.name }),
      settings?.limitS === undefined
        ? t('planning.present.noLimit')
        : t('planning.present.limit', {
            limit: time(settings.limitS),
            difference: limitDifference(headline.evacuationTimeS, settings.limitS, language, t),
          }),
      ...(marksOf(study).governing === 'assumed' ? [t('planning.answer.assumed')] : []),
      ...(left > 0 ? [t('planning.present.assisted', { n: number(left) })] : []),
      smoke,
    ],
  })
  const stranding = study.stranding[0]
  if (stranding) {
    pages.push({
      key: 'stranding',
      sentence: t('planning.present.stranding', { lost: lostName(premises, stranding.lost) }),
      number: persons(stranding.stranded),
      lines: [t('planning.present.strandingText')],
    })
  }
  if (study.worst) {
    pages.push({
      key: 'open',
      sentence: t('planning.present.allOpen'),
      number: time(study.allOpen.evacuationTimeS),
      lines: [t('planning.present.movement', { time: time(study.allOpen.movementTimeS) }), smoke],
    })
  }
  const zone = headline.perZone.find((each) => each.id === study.worstZoneId)
  if (zone) {
    pages.push({
      key: 'zone',
      sentence: t('planning.present.zone', { zone: zonePlace(premises, zone.id) }),
      number: time(zone.clearedS),
      lines: [t('planning.present.zoneText', { n: number(zone.persons) }), smoke],
    })
  }
  const door = headline.perOpening.find((each) => each.id === study.worstOpeningId)
  if (door) {
    pages.push({
      key: 'door',
      sentence: t('planning.present.door', { door: openingPlace(premises, door.id) }),
      number: persons(door.queueMax),
      lines: [
        t('planning.present.doorText', {
          time: time(door.queueToS - door.queueFromS),
          flow: number(door.flowPerS * 60),
        }),
      ],
    })
  }
  if (ifLocked) {
    const { result } = ifLocked
    pages.push({
      key: 'ifLocked',
      sentence: t('planning.present.ifLocked', { lost: lostName(premises, ifLocked.lost) }),
      number: time(result.evacuationTimeS),
      lines: [
        t('planning.present.before', { time: time(study.allOpen.evacuationTimeS) }),
        changeText(shownSeconds(result.evacuationTimeS) - shownSeconds(study.allOpen.evacuationTimeS)),
        ...noWay(ifLocked.stranded),
        smoke,
      ],
    })
  }
  return pages

  function changeText(difference: number): string {
    if (Math.abs(difference) < 1) return t('planning.present.same')
    return t(difference > 0 ? 'planning.present.longer' : 'planning.present.shorter', {
      time: time(Math.abs(difference)),
    })
  }

  function noWay(count: number): string[] {
    return count > 0 ? [t('planning.present.noWay', { n: number(count) })] : []
  }
}
