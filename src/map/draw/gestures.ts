import type { Point } from '../../premises/geometry/plane.ts'

/** A pointer on the map, in CSS pixels of its canvas. */
export interface PointerAt {
  readonly px: Point
  readonly touch: boolean
  readonly shift: boolean
  readonly ctrl: boolean
  readonly alt: boolean
  readonly time: number
}

export interface GestureHandlers {
  /** Whether a press here belongs to the tool; else the map moves with it, and only a tap is told. */
  readonly claims: (at: PointerAt) => boolean
  readonly press: (at: PointerAt) => void
  readonly move: (at: PointerAt) => void
  readonly release: (at: PointerAt, moved: boolean) => void
  readonly tap: (at: PointerAt) => void
  /** Pressed for long without moving (touch). */
  readonly hold: (at: PointerAt) => void
  readonly cancel: () => void
  readonly leave: () => void
  readonly pan: (by: Point) => void
}

const moveByPx = 5
const fingerMoveByPx = 9
const holdMs = 550

/**
 * Reads mouse, pen and touch on the map while drawing. A press that a tool claims is kept from the map; a second finger gives
 * the gesture to the map, which moves and zooms with two. While a pen is down the hand beside it counts for nothing.
 * The middle button, or the space bar with the first, moves the map.
 */
export function gestures(
  element: HTMLElement,
  handlers: GestureHandlers,
  isSpaceDown: () => boolean,
): () => void {
  let down: { id: number; at: PointerAt; claimed: boolean; moved: boolean; held: boolean } | null = null
  let panning: { id: number; px: Point } | null = null
  let pen: number | null = null
  const fingers = new Set<number>()
  let frame = 0
  let latest: PointerAt | null = null
  let holding = 0
  const stop = new AbortController()

  const at = (event: PointerEvent): PointerAt => {
    const { left, top } = element.getBoundingClientRect()
    return {
      px: [event.clientX - left, event.clientY - top],
      touch: event.pointerType === 'touch',
      shift: event.shiftKey,
      ctrl: event.ctrlKey || event.metaKey,
      alt: event.altKey,
      time: event.timeStamp,
    }
  }

  /** One move a frame, the newest. */
  const later = (where: PointerAt) => {
    latest = where
    frame ||= requestAnimationFrame(flush)
  }
  const flush = () => {
    cancelAnimationFrame(frame)
    frame = 0
    const where = latest
    latest = null
    if (where) handlers.move(where)
  }

  const end = () => {
    clearTimeout(holding)
    down = null
  }

  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ) => element.addEventListener(name, listener, { capture: true, signal: stop.signal, passive: false })

  on('pointerdown', (event) => {
    if (event.pointerType === 'pen') pen = event.pointerId
    if (event.pointerType === 'touch') {
      if (pen !== null) return
      fingers.add(event.pointerId)
      if (fingers.size > 1) {
        if (down?.claimed) handlers.cancel()
        return end()
      }
    }
    const where = at(event)
    if (event.button === 1 || (event.button === 0 && event.pointerType === 'mouse' && isSpaceDown())) {
      panning = { id: event.pointerId, px: where.px }
      event.preventDefault()
      capture(event)
      return
    }
    if (event.button !== 0) return
    flush()
    const claimed = handlers.claims(where)
    down = { id: event.pointerId, at: where, claimed, moved: false, held: false }
    if (claimed) {
      // A mouse press that is prevented here never reaches the map as `mousedown`; touches are stopped below.
      if (event.pointerType !== 'touch') event.preventDefault()
      capture(event)
      handlers.press(where)
    }
    if (where.touch)
      holding = window.setTimeout(() => {
        if (!down || down.moved) return
        down.held = true
        if (down.claimed) handlers.cancel()
        handlers.hold(down.at)
      }, holdMs)
  })

  on('pointermove', (event) => {
    const where = at(event)
    if (panning?.id === event.pointerId) {
      handlers.pan([where.px[0] - panning.px[0], where.px[1] - panning.px[1]])
      panning = { id: event.pointerId, px: where.px }
      return
    }
    if (event.pointerType === 'touch' && (pen !== null || fingers.size > 1)) return
    if (down && down.id === event.pointerId) {
      const [x, y] = down.at.px
      const far = Math.hypot(where.px[0] - x, where.px[1] - y)
      if (far > (where.touch ? fingerMoveByPx : moveByPx)) {
        down.moved = true
        clearTimeout(holding)
      }
      if (down.claimed && !down.held) later(where)
    } else if (event.buttons === 0 && !where.touch) later(where)
  })

  const up = (event: PointerEvent) => {
    fingers.delete(event.pointerId)
    if (pen === event.pointerId) pen = null
    if (panning?.id === event.pointerId) {
      panning = null
      return
    }
    if (!down || down.id !== event.pointerId) return
    const { claimed, moved, held } = down
    end()
    flush()
    if (held) return
    const where = at(event)
    if (claimed) handlers.release(where, moved)
    else if (!moved) handlers.tap(where)
  }
  on('pointerup', up)
  on('pointercancel', (event) => {
    fingers.delete(event.pointerId)
    if (pen === event.pointerId) pen = null
    if (down?.id !== event.pointerId) return
    if (down.claimed) handlers.cancel()
    end()
  })
  on('pointerleave', (event) => {
    if (event.target === element && !down && event.pointerType !== 'touch') handlers.leave()
  })
  for (const name of ['touchstart', 'touchmove', 'touchend'] as const) {
    on(name, (event) => {
      const isOurs = pen !== null || (down?.claimed === true && event.touches.length <= 1)
      if (!isOurs) return
      event.stopPropagation()
      if (event.cancelable && name !== 'touchend') event.preventDefault()
    })
  }
  on('contextmenu', (event) => {
    if (fingers.size > 0) event.preventDefault()
  })

  function capture(event: PointerEvent) {
    // A pointer that has gone meanwhile cannot be captured; its end is told all the same.
    if (event.target instanceof Element)
      try {
        event.target.setPointerCapture(event.pointerId)
      } catch {
        return
      }
  }

  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(holding)
    stop.abort()
  }
}
