import type { ClearingStudy } from '../../../analysis/questions.ts'
import type { Premises } from '../../../premises/model.ts'
import { formatDuration, formatNumber } from '../../../i18n/format.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { openingPlace, zonePlace } from '../names.ts'
import { RecordLink } from '../RecordLink.tsx'
import { headlineOf } from '../study.ts'
import { perMinute } from '../figures.tsx'
import { MarkWord } from '../../../ui/controls/MarkWord.tsx'

/** The zone whose people are out last, in one sentence. */
export function WorstZone({
  premises,
  study,
}: {
  readonly premises: Premises
  readonly study: ClearingStudy
}) {
  const t = useT()
  const language = useLanguage()
  const id = study.worstZoneId
  const clearing = headlineOf(study).perZone.find((each) => each.id === id)
  if (!id || !clearing) return null
  return (
    <p className="sentence" data-testid="worst-zone">
      {t('planning.answer.worstZone')}{' '}
      <RecordLink record={{ table: 'zones', id }}>{zonePlace(premises, id)}</RecordLink>
      {t('planning.answer.worstZoneTail', {
        n: formatNumber(clearing.persons, language, 0),
        time: formatDuration(clearing.clearedS, language),
      })}
    </p>
  )
}

/** The door that governs, in one sentence, with the mark of its width. */
export function WorstDoor({
  premises,
  study,
}: {
  readonly premises: Premises
  readonly study: ClearingStudy
}) {
  const t = useT()
  const language = useLanguage()
  const id = study.worstOpeningId
  const flow = headlineOf(study).perOpening.find((each) => each.id === id)
  if (!id || !flow) return null
  const width = premises.openings[id]?.clearWidthM
  return (
    <p className="sentence" data-testid="worst-door">
      {t('planning.answer.worstDoor')}{' '}
      <RecordLink record={{ table: 'openings', id }}>{openingPlace(premises, id)}</RecordLink>
      {t('planning.answer.worstDoorTail', {
        n: formatNumber(flow.queueMax, language, 0),
        flow: perMinute(flow.flowPerS, language),
        until: formatDuration(flow.queueToS, language),
      })}
      {width !== undefined && (
        <>
          {' '}
          {t('planning.answer.worstDoorWidth', { width: formatNumber(width, language, 3) })} (
          <MarkWord mark={flow.widthMark} />
          ).
        </>
      )}
    </p>
  )
}
