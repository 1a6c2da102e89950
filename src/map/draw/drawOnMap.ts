import type { Map as MapLibre } from 'maplibre-gl'
import { formatNumber } from '../../i18n/format.ts'
import { t } from '../../i18n/index.ts'
import { wallAt } from '../../premises/floor/index.ts'
import type { Point } from '../../premises/geometry/plane.ts'
import { framesOf } from '../place.ts'
import type { PlanMapHandlers, PlanMapInput } from '../planMapInput.ts'
import { editOf, labelOf } from './commands.ts'
import { makeEntry } from './entry.ts'
import { gestures, type PointerAt } from './gestures.ts'
import { continuedWalls } from './guides.ts'
import { drawKeys } from './keys.ts'
import { lineFields } from './lineTool.ts'
import { looksOf } from './looks.ts'
import { overlay } from './overlay.ts'
import { pictureEnds } from './pictureEnds.ts'
import { canNudge } from './selectTool.ts'
import type { Aim, Board, DrawEvent, Effect } from './sketch.ts'
import { roundStep, snapAt, type Snap } from './snap.ts'
import { snapScene } from './snapScene.ts'
import { beginSketch, claims, guidesOf, isDrawing, isLine, pictureOf, step, type Sketch } from './tools.ts'
import { placesNow } from './underlayTool.ts'
import { viewOf, type View } from './view.ts'
import type { UnderlayPlace } from '../../premises/underlay.ts'
import './draw.css'

/** Drawing on a map, from its start to `stop`. */
export interface DrawOnMap {
  /** The desk's input has changed. */
  readonly update: () => void
  /** Where the pictures lie at this moment, while one is held. */
  readonly places: () => ReadonlyMap<string, UnderlayPlace> | null
  readonly stop: () => void
}

/** How far a pointer is caught from, CSS pixels. */
const mouseReachPx = 10
const fingerReachPx = 22
/** Arrow keys that follow each other within this time are one edit, milliseconds. */
const settleMs = 700

/**
 * Puts the tools onto a map: reads pointer and keys, steps the sketch of the tool in hand, carries out what it asks for, and
 * paints it over the map. Nothing here decides what a tool does: that is `tools.ts`.
 */
export function drawOnMap(
  map: MapLibre,
  inputNow: () => PlanMapInput,
  handlers: PlanMapHandlers,
  onPlaces: () => void,
): DrawOnMap {
  const container = map.getContainer()
  const canvas = map.getCanvas()
  const host = map.getCanvasContainer()
  let tool = inputNow().drawing?.tool ?? 'select'
  let sketch: Sketch = beginSketch(tool)
  let levelId = inputNow().levelId
  let view: View | null = null
  /** The cross-hair of the keyboard, and what pointer was last seen. */
  let cross: Point | null = null
  let pointer: PointerAt | null = null
  let settling = 0
  let wallAsked: Point | null = null
  let shown: readonly unknown[] = []

  const board = (): Board | null => {
    const { premises, levelId: level, drawing, language } = inputNow()
    if (!level || !drawing) return null
    return { premises, levelId: level, drawing, language, metresPerPx: viewNow().metresPerPx }
  }
  const viewNow = (): View =>
    (view ??= viewOf(map, framesOf(inputNow().premises).ofLevel(inputNow().levelId)))
  const ends = pictureEnds(inputNow, () => ask())

  const snapFor = (raw: Point, reachM: number, loose: boolean, now: Board): Snap => {
    const scene = snapScene(now.premises, now.levelId)
    const near = ends.near(now)
    return snapAt(raw, {
      scene,
      ...(near ? { ends: near } : {}),
      guides: isLine(sketch)
        ? [...guidesOf(sketch), ...continuedWalls(scene, raw, reachM * 0.6)]
        : guidesOf(sketch),
      reachM,
      stepM: roundStep(now.metresPerPx),
      off: loose,
    })
  }

  const aimOf = (at: PointerAt, now: Board): Aim => {
    const raw = viewNow().toPlan(at.px)
    const reachM = (at.touch ? fingerReachPx : mouseReachPx) * now.metresPerPx
    const loose = at.alt || !now.drawing.snapping
    return {
      px: at.px,
      raw,
      snap: snapFor(raw, reachM, loose, now),
      loose,
      ends: ends.near(now),
      reachM,
      touch: at.touch,
      add: at.shift || at.ctrl,
      time: at.time,
    }
  }

  /** The cross-hair of the keyboard as a pointer. */
  const aimOfCross = (at: Point, now: Board): Aim => {
    const reachM = Math.min(0.06, mouseReachPx * now.metresPerPx)
    const loose = !now.drawing.snapping
    return {
      px: viewNow().toScreen(at),
      raw: at,
      snap: snapFor(at, reachM, loose, { ...now, metresPerPx: 0.001 }),
      loose,
      ends: ends.near(now),
      reachM: 0.5,
      touch: false,
      add: false,
      time: performance.now(),
    }
  }

  const send = (event: DrawEvent) => {
    const now = board()
    if (!now) return
    const [next, effects] = step(sketch, event, now)
    const wasHeld = sketch.kind === 'underlay' && sketch.held !== null
    sketch = next
    for (const effect of effects) carryOut(effect, now)
    if (wasHeld || (next.kind === 'underlay' && next.held)) onPlaces()
    if (next.kind === 'select' && next.nudge) {
      clearTimeout(settling)
      settling = window.setTimeout(() => send({ on: 'settle' }), settleMs)
    }
    if (event.on !== 'move') offerNumbers()
    ask()
  }

  const carryOut = (effect: Effect, now: Board) => {
    switch (effect.do) {
      case 'command': {
        const { command } = effect
        handlers.onDraw?.(labelOf(command), (premises) => editOf(command, premises, now.levelId))
        break
      }
      case 'pick':
        handlers.onPick?.(effect.record, { add: effect.add })
        break
      case 'drawing':
        handlers.onDrawing?.(effect.change)
        break
      case 'pickWallAt':
        wallAsked = effect.at
        break
    }
  }

  const withAim = (at: PointerAt, use: (aim: Aim) => void) => {
    const now = board()
    if (!now) return
    pointer = at
    cross = null
    use(aimOf(at, now))
  }

  const stopGestures = gestures(
    host,
    {
      claims: (at) => {
        const now = board()
        return now !== null && claims(sketch, aimOf(at, now), now)
      },
      press: (at) => {
        canvas.focus({ preventScroll: true })
        entry.close()
        withAim(at, (aim) => send({ on: 'press', aim }))
      },
      move: (at) => {
        withAim(at, (aim) => send({ on: 'move', aim }))
        paintNow()
      },
      release: (at, moved) => withAim(at, (aim) => send({ on: 'release', aim, moved })),
      tap: (at) => {
        canvas.focus({ preventScroll: true })
        withAim(at, (aim) => send({ on: 'tap', aim }))
      },
      hold: (at) => withAim(at, (aim) => send({ on: 'hold', aim })),
      cancel: () => send({ on: 'cancel' }),
      leave: () => send({ on: 'leave' }),
      pan: ([x, y]) => map.panBy([-x, -y], { duration: 0 }),
    },
    () => keys.isSpaceDown(),
  )

  const entry = makeEntry(
    container,
    (first, second) => send({ on: 'numbers', first, second }),
    () => canvas.focus({ preventScroll: true }),
  )

  const offerNumbers = () => {
    const isTouch = pointer?.touch === true
    const fields = isLine(sketch) && isTouch ? lineFields(sketch) : null
    const last = isLine(sketch) ? sketch.corners.at(-1) : undefined
    entry.offer(fields, last ? viewNow().toScreen(last) : [0, 0])
  }

  const said = document.createElement('div')
  said.className = 'draw-said'
  said.setAttribute('aria-live', 'polite')
  container.append(said)

  const moveCross = (screen: Point, metres: number) => {
    const now = board()
    if (!now) return
    const seen = viewNow()
    cross ??= pointer ? seen.toPlan(pointer.px) : seen.toPlan([seen.width / 2, seen.height / 2])
    const [dx, dy] = onPlan(screen, seen)
    // From one round place to the next: whole decimetres, but where single centimetres are asked for.
    const each = Math.min(metres, 0.1)
    const round = (value: number) => Math.round(value / each) * each
    cross = [round(cross[0] + dx * metres), round(cross[1] + dy * metres)]
    keepInView(cross)
    const aim = aimOfCross(cross, now)
    send({ on: 'move', aim })
    const { at, caught } = aim.snap
    const where = { x: formatNumber(at[0], now.language, 2), y: formatNumber(at[1], now.language, 2) }
    said.textContent = t(caught ? `mapdraw.at.${caught}` : 'mapdraw.at.free', where)
  }

  const keepInView = (point: Point) => {
    const seen = viewNow()
    const [x, y] = seen.toScreen(point)
    const out = (value: number, most: number) =>
      value < 48 ? value - 48 : value > most - 48 ? value - most + 48 : 0
    const by: [number, number] = [out(x, seen.width), out(y, seen.height)]
    if (by[0] !== 0 || by[1] !== 0) map.panBy(by, { duration: 0 })
  }

  const keys = drawKeys(container, {
    tool: () => sketch,
    canNudge: () => {
      const now = board()
      if (!now) return false
      if (sketch.kind === 'underlay') return now.drawing.underlay?.step === 'move'
      return sketch.kind === 'select' && canNudge(sketch, now)
    },
    hasCross: () => cross !== null,
    isTyping: () => entry.isOpen(),
    send,
    moveCross,
    nudge: (screen, metres) => {
      const [dx, dy] = onPlan(screen, viewNow())
      send({ on: 'nudge', by: [dx * metres, dy * metres] })
    },
    setCross: () => {
      const now = board()
      if (now && cross) send({ on: 'tap', aim: aimOfCross(cross, now) })
    },
    type: (text) => {
      const fields = isLine(sketch) ? lineFields(sketch) : null
      if (!fields) return false
      const at = cross ? viewNow().toScreen(cross) : (pointer?.px ?? [0, 0])
      entry.open(fields, text, at)
      return true
    },
  })

  const wheel = (event: WheelEvent) => {
    if (!event.altKey || !isDrawing(sketch) || isLine(sketch)) return
    event.preventDefault()
    event.stopPropagation()
    send({ on: 'turn', quarters: event.deltaY > 0 ? -1 : 1 })
  }
  host.addEventListener('wheel', wheel, { capture: true, passive: false })

  const layer = overlay(container)
  let frame = 0
  const paintNow = () => {
    cancelAnimationFrame(frame)
    frame = 0
    const now = board()
    if (!now) return layer.clear()
    layer.paint(pictureOf(sketch, now), viewNow(), looksOf(inputNow().theme))
    canvas.style.cursor = cursorOf(sketch, now)
  }
  const ask = () => {
    frame ||= requestAnimationFrame(paintNow)
  }
  const onMove = () => {
    view = null
    paintNow()
    offerNumbers()
  }
  map.on('move', onMove)
  map.on('resize', onMove)
  map.doubleClickZoom.disable()
  map.boxZoom.disable()
  ask()

  return {
    update: () => {
      const { drawing, levelId: level, premises, theme, language } = inputNow()
      // Figures that tick along concern nothing that is painted here.
      const shows = [drawing, level, premises, theme, language]
      if (shows.every((value, index) => value === shown[index])) return
      shown = shows
      if (drawing && (drawing.tool !== tool || level !== levelId)) {
        tool = drawing.tool
        levelId = level
        sketch = beginSketch(tool)
        view = null
        cross = null
        entry.close()
        entry.offer(null, [0, 0])
      }
      const now = board()
      if (wallAsked && now) {
        const hit = wallAt(now.premises, now.levelId, wallAsked, 0.05)
        wallAsked = null
        if (hit) handlers.onDrawing?.({ wall: hit.straight })
      }
      ask()
    },
    places: () => {
      const now = board()
      return now && placesNow(sketch, now)
    },
    stop: () => {
      clearTimeout(settling)
      if (sketch.kind === 'select' && sketch.nudge) send({ on: 'settle' })
      cancelAnimationFrame(frame)
      stopGestures()
      keys.stop()
      entry.remove()
      said.remove()
      layer.remove()
      ends.stop()
      host.removeEventListener('wheel', wheel, { capture: true })
      map.off('move', onMove)
      map.off('resize', onMove)
      map.doubleClickZoom.enable()
      map.boxZoom.enable()
      canvas.style.cursor = ''
    },
  }
}

/** A direction of the screen (right, up) as the nearest axis of the plan. */
function onPlan([right, up]: Point, { right: [x, y] }: View): Point {
  const axis: Point = Math.abs(x) >= Math.abs(y) ? [Math.sign(x), 0] : [0, Math.sign(y)]
  const [ax, ay] = axis
  return [right * ax - up * ay, right * ay + up * ax]
}

function cursorOf(sketch: Sketch, board: Board): string {
  if (sketch.kind === 'select') {
    if (sketch.held) return 'grabbing'
    if (sketch.band) return 'crosshair'
    return sketch.aim && claims(sketch, sketch.aim, board) ? 'grab' : ''
  }
  if (sketch.kind === 'underlay') {
    if (sketch.held) return 'grabbing'
    return board.drawing.underlay?.step === 'move' ? 'move' : 'crosshair'
  }
  return 'crosshair'
}
