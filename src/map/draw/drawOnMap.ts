import type { Map as MapLibre } from 'maplibre-gl'
import { wallAt } from '../../premises/floor/index.ts'
import type { Point } from '../../premises/geometry/plane.ts'
import { framesOf } from '../place.ts'
import type { PlanMapHandlers, PlanMapInput } from '../planMapInput.ts'
import { underlaysShown } from '../underlay/shown.ts'
import { afterimage } from './afterimage.ts'
import { aimOfCross, aimOfPointer } from './aiming.ts'
import { editOf, labelOf } from './commands.ts'
import { makeSaid, panToSee, stepped, wayOnPlan } from './crossHair.ts'
import { cursorOf } from './cursor.ts'
import { makeEntry } from './entry.ts'
import { gestures, type PointerAt } from './gestures.ts'
import { drawKeys } from './keys.ts'
import { lineFields } from './lineTool.ts'
import { looksOf } from './looks.ts'
import { overlay } from './overlay.ts'
import { together } from './picture.ts'
import { pictureEnds } from './pictureEnds.ts'
import { canNudge } from './nudging.ts'
import { quarterTurns } from './quarterTurns.ts'
import type { Aim, Board, DrawEvent, Effect } from './sketch.ts'
import { beginSketch, claims, isDrawing, isLine, pictureOf, step, type Sketch } from './tools.ts'
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
  const after = afterimage(map, () => ask())
  const said = makeSaid(container)

  const aimOf = (at: PointerAt, now: Board): Aim => aimOfPointer(at, viewNow(), sketch, now, ends.near(now))
  const aimAtCross = (at: Point, now: Board): Aim => aimOfCross(at, viewNow(), sketch, now, ends.near(now))

  const send = (event: DrawEvent) => {
    const now = board()
    if (!now) return
    const [next, effects] = step(sketch, event, now)
    const before = sketch
    const wasHeld = sketch.kind === 'underlay' && sketch.held !== null
    sketch = next
    for (const effect of effects) if (carryOut(effect, now)) after.keep(pictureOf(before, now))
    if (wasHeld || (next.kind === 'underlay' && next.held)) onPlaces()
    if (next.kind === 'select' && next.nudge) {
      clearTimeout(settling)
      settling = window.setTimeout(() => send({ on: 'settle' }), settleMs)
    }
    if (event.on !== 'move') offerNumbers()
    ask()
  }

  /** True where an edit was made. */
  const carryOut = (effect: Effect, now: Board): boolean => {
    switch (effect.do) {
      case 'command': {
        const { command } = effect
        return (
          handlers.onDraw?.(labelOf(command), (premises) => editOf(command, premises, now.levelId)) ?? false
        )
      }
      case 'pick':
        handlers.onPick?.(effect.record, { add: effect.add })
        return false
      case 'drawing':
        handlers.onDrawing?.(effect.change)
        return false
      case 'pickWallAt':
        wallAsked = effect.at
        return false
    }
  }

  const withAim = (at: PointerAt, then: (aim: Aim) => void) => {
    const now = board()
    if (!now) return
    pointer = at
    cross = null
    then(aimOf(at, now))
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
    const fields = isLine(sketch) && isTouch && !sketch.pressed ? lineFields(sketch) : null
    const last = isLine(sketch) ? sketch.corners.at(-1) : undefined
    entry.offer(fields, last ? viewNow().toScreen(last) : [0, 0])
  }

  const moveCross = (screen: Point, metres: number) => {
    const now = board()
    if (!now) return
    const { width, height, toPlan } = viewNow()
    cross = stepped(cross ?? toPlan(pointer?.px ?? [width / 2, height / 2]), screen, metres, viewNow())
    const pan = panToSee(cross, viewNow())
    if (pan) map.panBy(pan, { duration: 0 })
    const aim = aimAtCross(cross, now)
    send({ on: 'move', aim })
    said.say(aim, now)
  }

  const keys = drawKeys(container, {
    tool: () => sketch,
    canNudge: () => {
      const now = board()
      if (!now) return false
      if (sketch.kind === 'underlay') return now.drawing.underlay?.step === 'move'
      return sketch.kind === 'select' && canNudge(sketch, now)
    },
    isTapping: () =>
      isDrawing(sketch) || (sketch.kind === 'underlay' && board()?.drawing.underlay?.step !== 'move'),
    hasCross: () => cross !== null,
    isTyping: () => entry.isOpen(),
    send,
    moveCross,
    nudge: (screen, metres) => {
      const [dx, dy] = wayOnPlan(screen, viewNow())
      send({ on: 'nudge', by: [dx * metres, dy * metres] })
    },
    setCross: () => {
      const now = board()
      if (now && cross) send({ on: 'tap', aim: aimAtCross(cross, now) })
    },
    type: (text) => {
      const fields = isLine(sketch) ? lineFields(sketch) : null
      if (!fields) return false
      const at = cross ? viewNow().toScreen(cross) : (pointer?.px ?? [0, 0])
      entry.open(fields, text, at)
      return true
    },
  })

  const stopTurning = quarterTurns(
    host,
    () => isDrawing(sketch) && !isLine(sketch),
    (quarters) => send({ on: 'turn', quarters }),
  )

  const layer = overlay(container)
  let frame = 0
  const paintNow = () => {
    cancelAnimationFrame(frame)
    frame = 0
    const now = board()
    if (!now) return layer.clear()
    const picture = pictureOf(sketch, now)
    const kept = after.now()
    layer.paint(
      kept ? together(kept, picture) : picture,
      viewNow(),
      looksOf(inputNow().theme, underlaysShown(inputNow()).length > 0),
    )
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
      view = null
      if (drawing && (drawing.tool !== tool || level !== levelId)) {
        // The cross-hair of the keyboard stays where it is from one tool to the next.
        if (level !== levelId) cross = null
        tool = drawing.tool
        levelId = level
        sketch = beginSketch(tool)
        view = null
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
      after.stop()
      if (sketch.kind === 'select' && sketch.nudge) send({ on: 'settle' })
      cancelAnimationFrame(frame)
      stopGestures()
      keys.stop()
      entry.remove()
      said.remove()
      layer.remove()
      ends.stop()
      stopTurning()
      map.off('move', onMove)
      map.off('resize', onMove)
      map.doubleClickZoom.enable()
      map.boxZoom.enable()
      canvas.style.cursor = ''
    },
  }
}
