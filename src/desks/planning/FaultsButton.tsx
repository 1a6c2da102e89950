import { actions } from '../../ui/app.ts'
import { useT } from '../../ui/useT.ts'

/** "Lỗi bản vẽ (n)" over the map: how many there are, whatever the panels show; it brings their list up. */
export function FaultsButton({ count, stale }: { readonly count: number; readonly stale: boolean }) {
  const t = useT()
  return (
    <button
      type="button"
      className={`faults-button${stale ? ' stale' : ''}`}
      data-testid="faults-button"
      onClick={showFaults}
    >
      {count > 0 && (
        <span className="badge" aria-hidden>
          !
        </span>
      )}
      {t('faults.tab', { n: count })}
    </button>
  )
}

/** The list takes the place of what is selected, and comes into view with its tab. */
function showFaults(): void {
  actions.pick(null)
  actions.showPanel('faults')
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[data-testid="panel-tab-faults"]')?.focus({ preventScroll: true })
    scrollToList(60)
  })
}

/** Only the column scrolls: its list begins below the tabs, which stick to its top. The list may come some frames later. */
function scrollToList(frames: number): void {
  const list = document.querySelector('[data-testid="faults-panel"]')
  const column = list?.closest('.column-body, .side')
  const head = column?.querySelector('.side-head')
  if (list && column && head) {
    const below = list.getBoundingClientRect().top - column.getBoundingClientRect().top
    column.scrollTop += below - head.getBoundingClientRect().height
  } else if (frames > 0) requestAnimationFrame(() => scrollToList(frames - 1))
}
