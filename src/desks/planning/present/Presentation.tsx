import { useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { LostCase } from '../../../analysis/questions.ts'
import type { OpenProject } from '../../../state/app.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { useInertPage } from '../../../ui/inert.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { caseKey } from '../answer/caseKey.ts'
import { lostName } from '../names.ts'
import { pagesOf } from './pages.ts'
import './present.css'

/**
 * Trình chiếu: light, large, one number a page. PageUp and PageDown turn (a presenter's remote sends them), B blanks,
 * Esc goes back. On the page "if locked" the arrow keys go through the exits.
 */
export default function Presentation({ project }: { readonly project: OpenProject }) {
  const t = useT()
  const language = useLanguage()
  const { premises } = project
  const study = useApp((state) => state.figures.clearing.value)
  const whatIf = useApp((state) => state.whatIf)
  const whatIfStudy = useApp((state) => state.figures.whatIfClearing.value)
  const [at, setAt] = useState(0)
  const [blank, setBlank] = useState(false)
  const [exit, setExit] = useState(0)
  const screen = useRef<HTMLDivElement>(null)

  // The question is about doors: exits first, the one with the longest time in front.
  const cases = useMemo(() => (study?.cases ?? []).toSorted(byWeight), [study])
  const locked = cases[exit] ?? null
  const pages = useMemo(
    () =>
      study
        ? pagesOf(
            premises,
            study,
            whatIf && whatIfStudy ? { whatIf, study: whatIfStudy } : null,
            locked,
            language,
          )
        : [],
    [premises, study, whatIf, whatIfStudy, locked, language],
  )
  const page = pages[Math.min(at, pages.length - 1)]
  const close = () => actions.set({ dialog: null })

  useInertPage()
  useEffect(() => {
    screen.current?.focus()
    // Refused where the browser allows none: the page fills the window all the same.
    document.documentElement.requestFullscreen?.().catch(() => undefined)
    const left = () => {
      if (document.fullscreenElement === null) actions.set({ dialog: null })
    }
    document.addEventListener('fullscreenchange', left)
    return () => {
      document.removeEventListener('fullscreenchange', left)
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
    }
  }, [])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key } = event
      if (key === 'Escape') close()
      else if (key === 'b' || key === 'B' || key === '.') setBlank(!blank)
      else if (blank) setBlank(false)
      else if (key === 'PageDown' || key === 'ArrowRight' || key === ' ')
        setAt(Math.min(at + 1, pages.length - 1))
      else if (key === 'PageUp' || key === 'ArrowLeft') setAt(Math.max(at - 1, 0))
      else if (key === 'Home') setAt(0)
      else if (key === 'End') setAt(pages.length - 1)
      else if (page?.key === 'ifLocked' && (key === 'ArrowDown' || key === 'ArrowUp')) {
        setExit((exit + (key === 'ArrowDown' ? 1 : cases.length - 1)) % cases.length)
      } else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  })

  return createPortal(
    <section
      className={blank ? 'present blank' : 'present'}
      ref={screen}
      aria-label={t('shell.present')}
      tabIndex={-1}
      data-testid="presentation"
    >
      {!blank && (
        <>
          {premises.facility.fictional && <p className="present-band">{t('shell.fictional')}</p>}
          {page ? (
            <div className="present-page" aria-live="polite">
              <p className="present-sentence">{page.sentence}</p>
              <p
                className={page.number.length > 12 ? 'present-number long' : 'present-number'}
                data-testid="present-number"
              >
                {page.number}
              </p>
              {page.lines.map((line) => (
                <p key={line} className="present-line">
                  {line}
                </p>
              ))}
              {page.key === 'ifLocked' && cases.length > 1 && (
                <label className="present-choose">
                  <span className="hidden-visually">{t('planning.present.choose')}</span>
                  <select value={exit} onChange={(event) => setExit(Number(event.target.value))}>
                    {cases.map((each, index) => (
                      <option key={caseKey(each)} value={index}>
                        {lostName(premises, each.lost)}
                      </option>
                    ))}
                  </select>
                </label>
              )}
            </div>
          ) : (
            <p className="present-sentence">{t('planning.answer.none')}</p>
          )}
          <nav className="present-foot" aria-label={t('planning.present.turn')}>
            <button type="button" onClick={() => setAt(Math.max(at - 1, 0))} disabled={at === 0}>
              ‹ {t('planning.present.previous')}
            </button>
            <span>
              {Math.min(at, Math.max(pages.length - 1, 0)) + 1} / {Math.max(pages.length, 1)}
            </span>
            <button
              type="button"
              onClick={() => setAt(Math.min(at + 1, pages.length - 1))}
              disabled={at >= pages.length - 1}
            >
              {t('planning.present.next')} ›
            </button>
            <button type="button" onClick={close} data-testid="present-close">
              {t('planning.present.close')}
            </button>
          </nav>
        </>
      )}
    </section>,
    document.body,
  )
}

function byWeight(a: LostCase, b: LostCase): number {
  const stair = (each: LostCase) => (each.lost.kind === 'stair' ? 1 : 0)
  return stair(a) - stair(b) || b.stranded - a.stranded || b.result.evacuationTimeS - a.result.evacuationTimeS
}
