import { ArrowRight } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { Computed } from '../../state/app.ts'
import { formatDuration, formatNumber, type Language } from '../../i18n/format.ts'
import { useLanguage, useT } from '../../ui/useT.ts'

/** Nothing that is done sooner is announced. */
const patienceMs = 300

/** Whether a computing has gone on for so long that the screen says so. */
export function useSlow(running: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!running) return
    const timer = setTimeout(() => setSlow(true), patienceMs)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [running])
  return running && slow
}

/** Class of a figure that is out of date, once that has lasted long enough to be noticed. */
export function useStaleClass(computed: Computed<unknown>): string {
  return useSlow(isOutdated(computed)) ? 'stale' : ''
}

/** Whether a figure is shown that is being computed anew. */
export function isOutdated({ stale, value, status }: Computed<unknown>): boolean {
  return stale || (value !== null && status === 'running')
}

/** A running computing in words, with its share. */
export function Running({ share }: { readonly share: number }) {
  const t = useT()
  return (
    <output className="stack running">
      <span>{t('planning.running')}</span>
      <progress
        className="progress"
        max={1}
        {...(share > 0 ? { value: share } : {})}
        aria-label={t('planning.running')}
      />
    </output>
  )
}

/** Seconds as `7 phút 40 giây`; under a what-if before → after and the difference. */
export function TimeChange(props: { readonly before: number; readonly after?: number | null | undefined }) {
  const language = useLanguage()
  const { before, after } = props
  return (
    <Change
      before={shownSeconds(before)}
      after={after === null || after === undefined ? after : shownSeconds(after)}
      show={(value) => formatDuration(value, language)}
      step={1}
    />
  )
}

/** Whole seconds as the screen shows them: a difference is that of the figures beside it. */
export function shownSeconds(seconds: number): number {
  return Math.ceil(seconds - 1e-6)
}

/** A count of persons or zones; under a what-if before → after and the difference. */
export function CountChange(props: {
  readonly before: number
  readonly after?: number | null | undefined
  readonly unit?: string
}) {
  const language = useLanguage()
  return (
    <Change
      before={props.before}
      after={props.after}
      show={(value) => formatNumber(value, language, 0) + (props.unit ? ` ${props.unit}` : '')}
      step={0.5}
    />
  )
}

function Change(props: {
  readonly before: number
  readonly after: number | null | undefined
  readonly show: (value: number) => string
  /** Differences below it are none. */
  readonly step: number
}): ReactNode {
  const t = useT()
  const { before, after, show } = props
  if (after === null || after === undefined) return <span className="figure">{show(before)}</span>
  const difference = after - before
  return (
    <span className="change">
      <span className="figure before">{show(before)}</span>
      <span className="hidden-visually"> {t('planning.becomes')} </span>
      <ArrowRight size={14} aria-hidden className="arrow" />
      <span className="figure after">{show(after)}</span>{' '}
      <span className="difference">
        {Math.abs(difference) < props.step
          ? t('planning.unchanged')
          : `(${difference > 0 ? '+' : '−'}${show(Math.abs(difference))})`}
      </span>
    </span>
  )
}

/** Persons per minute, as signs and tables show flows. */
export function perMinute(perS: number, language: Language): string {
  return formatNumber(perS * 60, language, 0)
}
