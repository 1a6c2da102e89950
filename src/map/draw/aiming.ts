import type { Point } from '../../premises/geometry/plane.ts'
import type { PointerAt } from './gestures.ts'
import { continuedWalls } from './guides.ts'
import type { Aim, Board } from './sketch.ts'
import { roundStep, snapAt, type Snap } from './snap.ts'
import { snapScene, type SnapScene } from './snapScene.ts'
import { guidesOf, isLine, type Sketch } from './tools.ts'
import type { View } from './view.ts'

/** How far a pointer is caught from, CSS pixels. */
const mouseReachPx = 10
const fingerReachPx = 22
/** The cross-hair moves in steps: it is caught by what lies on its step, and finds walls half a metre away. */
const crossCatchM = 0.06
const crossReachM = 0.5

type Ends = SnapScene['cornersNear'] | null

/** A pointer on the screen as the tool in hand sees it: on the plan, and caught by what is near. */
export function aimOfPointer(at: PointerAt, view: View, sketch: Sketch, board: Board, ends: Ends): Aim {
  const raw = view.toPlan(at.px)
  const reachM = (at.touch ? fingerReachPx : mouseReachPx) * board.metresPerPx
  const loose = at.alt || !board.drawing.snapping
  return {
    px: at.px,
    raw,
    snap: caught(raw, sketch, board, ends, { reachM, stepM: roundStep(board.metresPerPx), loose }),
    loose,
    ends,
    reachM,
    touch: at.touch,
    add: at.shift || at.ctrl,
    time: at.time,
  }
}

/** The cross-hair of the keyboard as a pointer. */
export function aimOfCross(at: Point, view: View, sketch: Sketch, board: Board, ends: Ends): Aim {
  const loose = !board.drawing.snapping
  const reachM = Math.min(crossCatchM, mouseReachPx * board.metresPerPx)
  return {
    px: view.toScreen(at),
    raw: at,
    snap: caught(at, sketch, board, ends, { reachM, stepM: 0.01, loose }),
    loose,
    ends,
    reachM: crossReachM,
    touch: false,
    add: false,
    time: performance.now(),
  }
}

function caught(
  raw: Point,
  sketch: Sketch,
  { premises, levelId }: Board,
  ends: Ends,
  { reachM, stepM, loose }: { readonly reachM: number; readonly stepM: number; readonly loose: boolean },
): Snap {
  const scene = snapScene(premises, levelId)
  const own = guidesOf(sketch)
  return snapAt(raw, {
    scene,
    ...(ends ? { ends } : {}),
    guides: isLine(sketch) ? [...own, ...continuedWalls(scene, raw, reachM * 0.6)] : own,
    reachM,
    stepM,
    off: loose,
  })
}
