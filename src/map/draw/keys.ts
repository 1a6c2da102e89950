import type { Point } from '../../premises/geometry/plane.ts'
import type { DrawEvent } from './sketch.ts'
import { isDrawing, isLine, type Sketch } from './tools.ts'

export interface KeyHandlers {
  readonly tool: () => Sketch
  readonly canNudge: () => boolean
  /** Whether the next tap sets something: a corner, a door, a point of a picture. */
  readonly isTapping: () => boolean
  readonly hasCross: () => boolean
  readonly isTyping: () => boolean
  readonly send: (event: DrawEvent) => void
  /** A direction of the screen (right, up) and a length in metres. */
  readonly moveCross: (screen: Point, metres: number) => void
  readonly nudge: (screen: Point, metres: number) => void
  /** Sets a corner, or places the thing, at the cross-hair. */
  readonly setCross: () => void
  /** Begins to type a length; false where none is wanted. */
  readonly type: (text: string) => boolean
}

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/**
 * The keys of drawing. They count while the map has the focus, or nothing has; Esc, Delete and Ctrl Z (while a line is under
 * way) before the app's own keys.
 */
export function drawKeys(container: HTMLElement, handlers: KeyHandlers) {
  let space = false

  const handled = (event: KeyboardEvent): boolean => {
    const sketch = handlers.tool()
    const hasLine = isLine(sketch) && sketch.corners.length > 0
    const { key } = event
    if (event.ctrlKey || event.metaKey) {
      if (key in arrows) return arrow(event)
      if (key.toLowerCase() === 'z' && !event.shiftKey && hasLine) {
        handlers.send({ on: 'back' })
        return true
      }
      return false
    }
    if (key === 'Escape') handlers.send({ on: 'drop' })
    else if (key in arrows) return arrow(event)
    else if (key === 'Enter') return entered(sketch, hasLine)
    else if (key === ' ') {
      // Held with the first button it moves the map; it is no key of the page while something is drawn.
      if (!handlers.hasCross()) return isDrawing(sketch)
      handlers.setCross()
    } else if (key === 'Backspace' && (hasLine || sketch.kind === 'underlay')) handlers.send({ on: 'back' })
    else if (key === 'Delete' || key === 'Backspace') {
      if (sketch.kind !== 'select') return false
      handlers.send({ on: 'remove' })
    } else if (sketch.kind === 'stair' || sketch.kind === 'lift')
      return turned(key, event.shiftKey, handlers.send)
    else if (/^[\d.,]$/.test(key) && !event.altKey) return handlers.type(key)
    else return false
    return true
  }

  const entered = (sketch: Sketch, hasLine: boolean): boolean => {
    if (handlers.hasCross()) handlers.setCross()
    else if (hasLine) handlers.send({ on: 'finish' })
    else return false
    return isDrawing(sketch) || sketch.kind === 'underlay'
  }

  const arrow = (event: KeyboardEvent): boolean => {
    const way = arrows[event.key]
    if (!way || event.altKey) return false
    if (handlers.isTapping()) {
      handlers.moveCross(way, event.ctrlKey || event.metaKey ? 0.01 : event.shiftKey ? 1 : 0.1)
      return true
    }
    if (event.ctrlKey || event.metaKey || !handlers.canNudge()) return false
    handlers.nudge(way, event.shiftKey ? 0.1 : 0.01)
    return true
  }

  const onDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || handlers.isTyping()) return
    if (!isOurs(event, container)) return
    if (event.key === ' ') space = true
    if (!handled(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const onUp = (event: KeyboardEvent) => {
    if (event.key === ' ') space = false
  }
  const onBlur = () => {
    space = false
  }
  document.addEventListener('keydown', onDown, { capture: true })
  document.addEventListener('keyup', onUp, { capture: true })
  window.addEventListener('blur', onBlur)
  return {
    isSpaceDown: () => space,
    stop: () => {
      document.removeEventListener('keydown', onDown, { capture: true })
      document.removeEventListener('keyup', onUp, { capture: true })
      window.removeEventListener('blur', onBlur)
    },
  }
}

function turned(key: string, shift: boolean, send: KeyHandlers['send']): boolean {
  const quarters = { q: shift ? -1 : 1, e: -1 }[key.toLowerCase()]
  if (quarters === undefined) return false
  send({ on: 'turn', quarters })
  return true
}

/**
 * The map itself, or the page where nothing has the focus; Esc also from a button beside it. A dialog or a menu that is open
 * keeps its keys, and so does a field.
 */
function isOurs({ target, key }: KeyboardEvent, container: HTMLElement): boolean {
  if (!(target instanceof Element)) return false
  if (document.querySelector('dialog[open], [role="dialog"]')) return false
  if (target === document.body || container.contains(target) || target.id === 'main') return true
  return key === 'Escape' && !target.closest('input, textarea, select, [role="menu"], [role="listbox"]')
}
