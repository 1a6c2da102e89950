import type { Premises } from '../../../premises/model.ts'
import { formatDuration } from '../../../i18n/format.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { shownSeconds } from '../figures.tsx'
import { studyOf } from '../study.ts'
import { openStudy } from '../studyActions.ts'

/** The limit that the unit set for itself, with its source; none is offered. The difference is said in words, no verdict. */
export function LimitLine({ premises, timeS }: { readonly premises: Premises; readonly timeS: number }) {
  const t = useT()
  const language = useLanguage()
  const study = studyOf(premises)
  const limitS = study?.limitS
  const open = () => openStudy(premises)
  return (
    <>
      <dt>{t('planning.answer.limit')}</dt>
      <dd data-testid="answer-limit">
        {limitS === undefined ? (
          <button type="button" className="link" onClick={open}>
            {t('planning.answer.noLimit')}
          </button>
        ) : (
          <button type="button" className="link" onClick={open}>
            {formatDuration(limitS, language)}
          </button>
        )}
      </dd>
      {limitS !== undefined && (
        <dd className="wide">
          {limitDifference(timeS, limitS, language, t)}
          <br />
          <span className="quiet small">
            {study?.limitSource
              ? t('planning.answer.limitSource', { source: study.limitSource })
              : t('planning.answer.limitNoSource')}
          </span>
        </dd>
      )}
    </>
  )
}

/** "dài hơn 1 phút 40 giây", "ngắn hơn 20 giây": what the clock says, nothing about safety. */
export function limitDifference(
  timeS: number,
  limitS: number,
  language: 'vi' | 'en',
  t: ReturnType<typeof useT>,
): string {
  const difference = shownSeconds(timeS) - limitS
  if (difference === 0) return t('planning.answer.equalsLimit')
  return t(difference > 0 ? 'planning.answer.longer' : 'planning.answer.shorter', {
    time: formatDuration(Math.abs(difference), language),
  })
}
