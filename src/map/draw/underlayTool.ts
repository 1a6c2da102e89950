import { snapPoint, type Point } from '../../premises/geometry/plane.ts'
import { distance, midpoint } from '../../premises/geometry/segment.ts'
import type { Underlay } from '../../premises/model.ts'
import { pixelAt, planPoint, underlaysOf, type UnderlayPlace } from '../../premises/underlay.ts'
import { snapMark } from './lineTool.ts'
import { angleText, closed, emptyPicture, lengthTag, together, type Picture } from './picture.ts'
import type { Aim, Board, DrawEvent, Effect, Step } from './sketch.ts'

/** Work on a picture beneath the level: moved, turned, scaled by a length, matched with the plan. */
export interface UnderlaySketch {
  readonly kind: 'underlay'
  readonly aim: Aim | null
  readonly held: {
    readonly part: 'move' | 'turn'
    readonly from: Point
    readonly place: UnderlayPlace
    readonly before: UnderlayPlace
  } | null
}

/** How far beyond the upper edge of the picture its turning handle stands, pixels. */
const stalkPx = 32
const mostPairs = 4

export function underlaySketch(): UnderlaySketch {
  return { kind: 'underlay', aim: null, held: null }
}

/** The picture that is worked on, or null. */
function workedOn({ premises, drawing }: Board): Underlay | null {
  return (drawing.underlay && premises.underlays[drawing.underlay.id]) ?? null
}

/** Whether a press here moves or turns the picture. */
export function underlayHoldAt(aim: Aim, board: Board): UnderlaySketch['held'] {
  const underlay = workedOn(board)
  if (!underlay || underlay.locked || board.drawing.underlay?.step !== 'move') return null
  const before = placeOf(underlay)
  const hold = (part: 'move' | 'turn') => ({ part, from: aim.raw, place: before, before })
  if (distance(turnKnob(underlay, before, board.metresPerPx), aim.raw) <= aim.reachM) return hold('turn')
  return isOver(underlay, aim.raw) ? hold('move') : null
}

/** The uppermost picture under a point. */
function pictureAt(at: Point, { premises, levelId }: Board): Underlay | null {
  return (
    underlaysOf(premises, levelId).findLast((underlay) => !underlay.hidden && isOver(underlay, at)) ?? null
  )
}

function isOver(underlay: Underlay, at: Point): boolean {
  const [u, v] = pixelAt(underlay, at)
  return u >= 0 && v >= 0 && u <= underlay.widthPx && v <= underlay.heightPx
}

function placeOf({ origin, metresPerPx, turnDeg }: Underlay): UnderlayPlace {
  return { origin, metresPerPx, turnDeg }
}

export function underlayStep(sketch: UnderlaySketch, event: DrawEvent, board: Board): Step<UnderlaySketch> {
  switch (event.on) {
    case 'move':
      return [{ ...sketch, aim: event.aim, held: sketch.held && heldAt(sketch.held, event.aim, board) }, []]
    case 'leave':
      return [{ ...sketch, aim: null }, []]
    case 'press':
      return [{ ...sketch, aim: event.aim, held: underlayHoldAt(event.aim, board) }, []]
    case 'release':
      return released(sketch, event.aim, event.moved, board)
    case 'tap':
      return [{ ...sketch, aim: event.aim }, tapped(event.aim, board)]
    case 'cancel':
      return [{ ...sketch, held: null }, []]
    case 'nudge':
      return [sketch, nudged(event.by, board)]
    case 'back': {
      const { underlay } = board.drawing
      if (!underlay) return [sketch, []]
      return [sketch, [changed(board, takenBack(underlay))]]
    }
    case 'drop':
      if (sketch.held) return [{ ...sketch, held: null }, []]
      return [sketch, [{ do: 'drawing', change: { tool: 'select', underlay: null } }]]
    default:
      return [sketch, []]
  }
}

type Work = NonNullable<Board['drawing']['underlay']>

function changed({ drawing }: Board, change: Partial<Work>): Effect {
  const work = drawing.underlay
  return { do: 'drawing', change: { underlay: work && { ...work, ...change } } }
}

function takenBack({ taps, pairs }: Work): Partial<Work> {
  return taps.length > 0 ? { taps: taps.slice(0, -1) } : { pairs: pairs.slice(0, -1) }
}

function heldAt(
  held: NonNullable<UnderlaySketch['held']>,
  aim: Aim,
  board: Board,
): NonNullable<UnderlaySketch['held']> {
  const { before, from, part } = held
  if (part === 'move') {
    const origin: Point = [before.origin[0] + aim.raw[0] - from[0], before.origin[1] + aim.raw[1] - from[1]]
    return { ...held, place: { ...before, origin: snapPoint(origin) } }
  }
  const underlay = workedOn(board)
  if (!underlay) return held
  const middle = planPoint(before, [underlay.widthPx / 2, underlay.heightPx / 2])
  // The turn of the picture counts clockwise; a tenth of a degree, or whole quarters where they are near.
  const angle = (point: Point) => (Math.atan2(point[1] - middle[1], point[0] - middle[0]) * 180) / Math.PI
  const free = normal(before.turnDeg - (angle(aim.raw) - angle(from)))
  const quarter = Math.round(free / 90) * 90
  const turnDeg = normal(!aim.loose && Math.abs(free - quarter) < 2 ? quarter : Math.round(free * 10) / 10)
  return { ...held, place: turnedAbout(before, turnDeg, [underlay.widthPx / 2, underlay.heightPx / 2]) }
}

function normal(degrees: number): number {
  const rest = ((degrees % 360) + 360) % 360
  return (rest > 180 ? rest - 360 : rest) + 0
}

/** The place turned so that a pixel of it stays where it is. */
function turnedAbout(place: UnderlayPlace, turnDeg: number, pixel: Point): UnderlayPlace {
  const stays = planPoint(place, pixel)
  const turned = planPoint({ ...place, turnDeg }, pixel)
  const origin = snapPoint([place.origin[0] + stays[0] - turned[0], place.origin[1] + stays[1] - turned[1]])
  return { ...place, turnDeg, origin }
}

function released(sketch: UnderlaySketch, aim: Aim, moved: boolean, board: Board): Step<UnderlaySketch> {
  const rest = { ...sketch, aim: aim.touch ? null : aim, held: null }
  if (!moved) return [rest, tapped(aim, board)]
  const held = sketch.held && heldAt(sketch.held, aim, board)
  const underlay = workedOn(board)
  if (!held || !underlay) return [rest, []]
  return [rest, [{ do: 'command', command: { kind: 'underlay', id: underlay.id, place: held.place } }]]
}

/** Two taps for a length; a point of the picture and its place on the plan in turn, for matching. */
function tapped(aim: Aim, board: Board): readonly Effect[] {
  const work = board.drawing.underlay
  const underlay = workedOn(board)
  if (!work || !underlay) {
    const under = pictureAt(aim.raw, board)
    return under
      ? [{ do: 'drawing', change: { underlay: { id: under.id, step: 'move', taps: [], pairs: [] } } }]
      : []
  }
  if (work.step === 'length') {
    const taps = work.taps.length >= 2 ? [aim.snap.at] : [...work.taps, aim.snap.at]
    return [changed(board, { taps })]
  }
  if (work.step === 'match') {
    const [onPicture] = work.taps
    if (!onPicture) return work.pairs.length >= mostPairs ? [] : [changed(board, { taps: [aim.snap.at] })]
    const pixel = pixelAt(placeOf(underlay), onPicture)
    return [changed(board, { taps: [], pairs: [...work.pairs, { pixel, plan: aim.snap.at }] })]
  }
  return []
}

function nudged(by: Point, board: Board): readonly Effect[] {
  const underlay = workedOn(board)
  if (!underlay || underlay.locked || board.drawing.underlay?.step !== 'move') return []
  const place = placeOf(underlay)
  const origin = snapPoint([place.origin[0] + by[0], place.origin[1] + by[1]])
  return [{ do: 'command', command: { kind: 'underlay', id: underlay.id, place: { ...place, origin } } }]
}

/** Where the pictures of the level lie at this moment: as stored, but for the one that is held. */
export function placesNow(
  sketch: { readonly kind: string } | null,
  board: Board,
): ReadonlyMap<string, UnderlayPlace> {
  const held = sketch?.kind === 'underlay' ? (sketch as UnderlaySketch).held : null
  return new Map(
    underlaysOf(board.premises, board.levelId).map((underlay) => [
      underlay.id,
      held && underlay.id === board.drawing.underlay?.id ? held.place : placeOf(underlay),
    ]),
  )
}

export function pictureRing({ widthPx, heightPx }: Underlay, place: UnderlayPlace): readonly Point[] {
  const corners: readonly Point[] = [[0, 0], [widthPx, 0], [widthPx, heightPx], [0, heightPx]] // prettier-ignore
  return corners.map((pixel) => planPoint(place, pixel))
}

function turnKnob(underlay: Underlay, place: UnderlayPlace, metresPerPx: number): Point {
  return planPoint(place, [underlay.widthPx / 2, (-stalkPx * metresPerPx) / place.metresPerPx])
}

export function underlayPicture(sketch: UnderlaySketch, board: Board): Picture {
  const underlay = workedOn(board)
  const work = board.drawing.underlay
  if (!underlay || !work) return emptyPicture
  const place = sketch.held?.place ?? placeOf(underlay)
  const ring = pictureRing(underlay, place)
  const frame: Partial<Picture> = { lines: [{ line: closed(ring), look: 'picked' }] }
  if (work.step === 'move') {
    if (underlay.locked) return together(frame)
    const top = planPoint(place, [underlay.widthPx / 2, 0])
    const knob = turnKnob(underlay, place, board.metresPerPx)
    return together(
      frame,
      {
        lines: [{ line: [top, knob], look: 'picked' }],
        knobs: [{ at: knob, kind: 'turn', lit: sketch.held?.part === 'turn' }],
      },
      sketch.held?.part === 'turn'
        ? { tags: [{ at: knob, text: angleText(place.turnDeg, board.language), strong: true }] }
        : {},
    )
  }
  const mark = sketch.aim ? snapMark(sketch.aim.snap) : {}
  if (work.step === 'length') {
    const [a, b = sketch.aim?.snap.at] = work.taps
    return together(
      frame,
      a && b
        ? { lines: [{ line: [a, b], look: 'draft' }], tags: [lengthTag([a, b], board.language, true)] }
        : {},
      { knobs: work.taps.map((at) => ({ at, kind: 'ring' as const })) },
      mark,
    )
  }
  const [onPicture] = work.taps
  return together(
    frame,
    ...work.pairs.map(({ pixel, plan }, index): Partial<Picture> => {
      const on = planPoint(place, pixel)
      return {
        lines: [{ line: [on, plan], look: 'guide' }],
        knobs: [
          { at: on, kind: 'cross' },
          { at: plan, kind: 'ring' },
        ],
        tags: [{ at: midpoint([on, plan]), text: String(index + 1) }],
      }
    }),
    onPicture
      ? {
          knobs: [{ at: onPicture, kind: 'cross' }],
          lines: sketch.aim ? [{ line: [onPicture, sketch.aim.snap.at], look: 'guide' }] : [],
        }
      : {},
    mark,
  )
}
