import { useRef, type KeyboardEvent } from 'react'
import { actions, useApp } from '../../../ui/app.ts'
import { Dialog } from '../../../ui/controls/Dialog.tsx'
import { useT } from '../../../ui/useT.ts'
import type { Bringing } from '../../../state/app.ts'
import './pageChooser.css'

/** The pages of a PDF, one of which is laid beneath the level. Arrow keys move among them, Enter takes one. */
export default function PageChooser() {
  const bringing = useApp((state) => state.bringing)
  return bringing && <Pages bringing={bringing} />
}

function Pages({ bringing }: { readonly bringing: Bringing }) {
  const t = useT()
  const level = useApp((state) => state.project?.premises.levels[bringing.levelId]?.name ?? '')
  const list = useRef<HTMLOListElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    const by = steps(buttons)[event.key]
    const next =
      event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : by === undefined ? null : at + by
    if (next === null || at < 0) return
    event.preventDefault()
    buttons[Math.min(Math.max(next, 0), buttons.length - 1)]?.focus()
  }
  return (
    <Dialog
      title={t('underlayPanel.pages.title')}
      wide
      testId="page-chooser"
      onClose={() => void actions.choosePage(null)}
    >
      <div className="body">
        <p>{t('underlayPanel.pages.text', { file: bringing.fileName, level })}</p>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move among its buttons */}
        <ol className="pages" ref={list} onKeyDown={onKeyDown}>
          {bringing.pages.map(({ page, thumbnail, lines }, index) => (
            <li key={page}>
              <button
                type="button"
                className="page"
                data-testid={`page-${page}`}
                {...(index === 0 ? { 'data-autofocus': true } : {})}
                onClick={() => void actions.choosePage(page)}
              >
                {thumbnail === null ? (
                  <span className="page-blank" aria-hidden>
                    {page}
                  </span>
                ) : (
                  <img src={thumbnail} alt="" />
                )}
                <span className="strong">{t('underlayPanel.pages.page', { page })}</span>
                {thumbnail !== null && (
                  <span className="quiet small">
                    {t(lines > 0 ? 'underlayPanel.pages.vector' : 'underlayPanel.pages.scan')}
                  </span>
                )}
              </button>
            </li>
          ))}
        </ol>
      </div>
    </Dialog>
  )
}

/** Steps of the arrow keys, a row being as many buttons as lie beside the first. */
function steps(buttons: readonly HTMLElement[]): Readonly<Record<string, number>> {
  const top = buttons[0]?.offsetTop
  const row = buttons.filter((button) => button.offsetTop === top).length
  return { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -row, ArrowDown: row }
}
