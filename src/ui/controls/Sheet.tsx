import { useRef, type MouseEvent, type PointerEvent, type ReactNode } from 'react'
import { useT } from '../useT.ts'

export type SheetHeight = 'peek' | 'half' | 'full'

const order: readonly SheetHeight[] = ['peek', 'half', 'full']

/** A panel from below, for narrow screens: three heights, by tapping or dragging its handle, or with the arrow keys. */
export function Sheet(props: {
  readonly height: SheetHeight
  readonly onHeight: (height: SheetHeight) => void
  readonly head: ReactNode
  readonly children: ReactNode
  readonly label: string
}) {
  const t = useT()
  const from = useRef<number | null>(null)
  const dragged = useRef(false)
  const step = (by: number) => {
    const next = order[order.indexOf(props.height) + by]
    if (next) props.onHeight(next)
  }
  const onUp = (event: PointerEvent) => {
    const moved = from.current === null ? 0 : event.clientY - from.current
    from.current = null
    dragged.current = Math.abs(moved) > 24
    if (dragged.current) step(moved < 0 ? 1 : -1)
  }
  // A tap waits for its click: were the sheet up before that, the click would fall on what has come under the finger.
  const onClick = (event: MouseEvent) => {
    const byKey = event.detail === 0
    if (byKey || !dragged.current) props.onHeight(props.height === 'peek' ? 'half' : 'peek')
    dragged.current = false
  }
  return (
    <section className={`sheet ${props.height}`} aria-label={props.label} data-testid="sheet">
      <button
        type="button"
        className="sheet-handle"
        aria-expanded={props.height !== 'peek'}
        aria-label={t(props.height === 'peek' ? 'shell.sheet.open' : 'shell.sheet.close')}
        onPointerDown={(event) => {
          from.current = event.clientY
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerUp={onUp}
        onClick={onClick}
        onKeyDown={(event) => {
          if (event.key === 'ArrowUp') step(1)
          else if (event.key === 'ArrowDown') step(-1)
          else return
          event.preventDefault()
        }}
      >
        <span aria-hidden />
      </button>
      {props.head}
      <div className="sheet-body">{props.children}</div>
    </section>
  )
}
