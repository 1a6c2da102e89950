import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { Point } from '../../../premises/geometry/plane.ts'
import type { Corners } from '../../../premises/straightening.ts'
import { useT } from '../../../ui/useT.ts'
import type { Photo } from './photo.ts'

const names = ['upperLeft', 'upperRight', 'lowerRight', 'lowerLeft'] as const

/** How much the magnifier enlarges, screen pixels a pixel of the photo. */
const enlarged = 2.5

/** The photo with its four corners: dragged by finger or mouse, moved by the arrow keys; a magnifier shows what lies under. */
export function CornerStage(props: {
  readonly photo: Photo
  readonly corners: Corners
  readonly onChange: (corners: Corners) => void
}) {
  const t = useT()
  const { photo, corners, onChange } = props
  const stage = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<number | null>(null)
  const dragging = useRef(false)
  useEffect(() => {
    // The photo comes after the dialog has opened.
    stage.current?.querySelector('button')?.focus()
  }, [])

  const put = (index: number, [u, v]: Point) => {
    const at: Point = [clamp(u, photo.widthPx), clamp(v, photo.heightPx)]
    onChange(corners.map((corner, each) => (each === index ? at : corner)) as unknown as Corners)
  }
  const onMove = (index: number) => (event: PointerEvent) => {
    const box = stage.current?.getBoundingClientRect()
    if (!dragging.current || !box) return
    put(index, [
      ((event.clientX - box.left) / box.width) * photo.widthPx,
      ((event.clientY - box.top) / box.height) * photo.heightPx,
    ])
  }
  const onKey = (index: number) => (event: KeyboardEvent) => {
    const [dx, dy] = arrows[event.key] ?? [0, 0]
    const [u, v] = corners[index] ?? [0, 0]
    if (dx === 0 && dy === 0) return
    event.preventDefault()
    const step = event.shiftKey ? 10 : 1
    put(index, [u + dx * step, v + dy * step])
  }
  const at = active === null ? null : (corners[active] ?? null)
  return (
    <div
      className="corner-stage"
      ref={stage}
      style={
        {
          aspectRatio: `${photo.widthPx} / ${photo.heightPx}`,
          '--aspect': photo.widthPx / photo.heightPx,
        } as object
      }
    >
      <img src={photo.url} alt={t('underlayPanel.straighten.photo')} draggable={false} />
      <svg viewBox={`0 0 ${photo.widthPx} ${photo.heightPx}`} preserveAspectRatio="none" aria-hidden>
        <polygon
          points={corners.map((corner) => corner.join(',')).join(' ')}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {corners.map(([u, v], index) => (
        <button
          key={names[index]}
          type="button"
          className="corner"
          aria-label={t(`underlayPanel.straighten.corner.${names[index]}`, {
            x: Math.round(u),
            y: Math.round(v),
          })}
          data-testid={`corner-${names[index]}`}
          style={{ left: `${(u / photo.widthPx) * 100}%`, top: `${(v / photo.heightPx) * 100}%` }}
          onFocus={() => setActive(index)}
          onBlur={() => setActive(null)}
          onPointerDown={(event) => {
            dragging.current = true
            event.currentTarget.setPointerCapture(event.pointerId)
            setActive(index)
          }}
          onPointerMove={onMove(index)}
          onPointerUp={() => (dragging.current = false)}
          onPointerCancel={() => (dragging.current = false)}
          onKeyDown={onKey(index)}
        />
      ))}
      {at && (
        <div
          className={`magnifier${at[0] < photo.widthPx / 2 ? ' right' : ''}${at[1] < photo.heightPx / 2 ? ' below' : ''}`}
          aria-hidden
        >
          <div
            style={{
              backgroundImage: `url("${photo.url}")`,
              backgroundSize: `${photo.widthPx * enlarged}px ${photo.heightPx * enlarged}px`,
              backgroundPositionX: `calc(var(--half) - ${at[0] * enlarged}px)`,
              backgroundPositionY: `calc(var(--half) - ${at[1] * enlarged}px)`,
            }}
          />
        </div>
      )}
    </div>
  )
}

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most)
}
