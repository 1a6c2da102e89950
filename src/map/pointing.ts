import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import type { RecordRef } from '../premises/operation.ts'
import { metresPerPx } from './frame.ts'
import { marksOf, type Mark } from './marks.ts'
import { sameRecord, thingsAt } from './pick.ts'
import type { PlanMapHandlers, PlanMapInput } from './planMapInput.ts'

/** Reach of a mouse pointer and of a finger, CSS pixels. */
const mouseReachPx = 7
const fingerReachPx = 18

/** Taps and hovering on a map. `onHover` is called when the pointer comes to another thing. */
export function pointing(
  map: MapLibre,
  inputNow: () => PlanMapInput,
  handlers: PlanMapHandlers,
  onHover: (record: RecordRef | null) => void,
) {
  let hover: RecordRef | null = null
  let lastTap: { x: number; y: number; record: RecordRef } | null = null
  let frame = 0
  let marks: { of: readonly unknown[]; found: readonly Mark[] } | null = null

  /** Signs that can be tapped, made anew only when the input has changed: the pointer asks with every move. */
  const marksNow = (): readonly Mark[] => {
    const { premises, levelId, assumptions, problems = none, layers } = inputNow()
    const of = [premises, levelId, assumptions, problems, layers.assembly]
    if (!marks || !of.every((value, index) => value === marks?.of[index])) {
      const all = marksOf({ premises, levelId, assumptions, problems })
      marks = { of, found: all.filter((mark) => layers.assembly || mark.sign !== 'assembly') }
    }
    return marks.found
  }

  const setHover = (record: RecordRef | null) => {
    if (sameRecord(record, hover)) return
    hover = record
    showCursor()
    onHover(record)
    handlers.onHover?.(record)
  }

  const showCursor = () => {
    if (inputNow().drawing && !inputNow().placing) return
    map.getCanvas().style.cursor = inputNow().placing ? 'crosshair' : hover ? 'pointer' : ''
  }

  const tap = (event: MapMouseEvent) => {
    const { lng, lat } = event.lngLat
    const { placing, selection, drawing } = inputNow()
    if (drawing && !placing) return
    if (placing) return handlers.onPlace?.([lng, lat])
    const found = thingsUnder(map, inputNow(), marksNow(), event)
    const { x, y } = event.point
    // A second tap on the same spot takes what lies beneath.
    const isAgain =
      lastTap && Math.hypot(lastTap.x - x, lastTap.y - y) < 6 && sameRecord(lastTap.record, selection)
    const at = isAgain ? found.findIndex((record) => sameRecord(record, selection)) : -1
    const record = found[(at + 1) % Math.max(1, found.length)] ?? null
    lastTap = record ? { x, y, record } : null
    handlers.onSelect?.(record)
  }

  map.on('click', tap)
  map.on('mousemove', (event) => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      const { placing, drawing } = inputNow()
      if (!placing && !drawing && !map.isMoving())
        setHover(thingsUnder(map, inputNow(), marksNow(), event)[0] ?? null)
    })
  })
  map.on('mouseout', () => setHover(null))
  map.on('dragstart', () => setHover(null))
  return {
    showCursor,
    /** The tools of drawing have taken the pointer over. */
    letGo: () => setHover(null),
    stop: () => cancelAnimationFrame(frame),
  }
}

const none: readonly RecordRef[] = []

function thingsUnder(
  map: MapLibre,
  { premises, levelId }: PlanMapInput,
  marks: readonly Mark[],
  event: MapMouseEvent,
): readonly RecordRef[] {
  const { lng, lat } = event.lngLat
  const isTouch = 'pointerType' in event.originalEvent && event.originalEvent.pointerType === 'touch'
  return thingsAt({
    premises,
    levelId,
    at: [lng, lat],
    metresPerPx: metresPerPx(map.getZoom(), lat),
    reachPx: isTouch ? fingerReachPx : mouseReachPx,
    marks,
  })
}
