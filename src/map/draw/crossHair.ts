import { formatNumber } from '../../i18n/format.ts'
import { t } from '../../i18n/index.ts'
import type { Point } from '../../premises/geometry/plane.ts'
import type { Aim, Board } from './sketch.ts'
import type { View } from './view.ts'

/** The cross-hair keeps this far from the edge of the map, pixels. */
const borderPx = 48

/** A direction of the screen (right, up) as the nearest axis of the plan. */
export function wayOnPlan([right, up]: Point, { right: [x, y] }: View): Point {
  const axis: Point = Math.abs(x) >= Math.abs(y) ? [Math.sign(x), 0] : [0, Math.sign(y)]
  const [ax, ay] = axis
  return [right * ax - up * ay, right * ay + up * ax]
}

/** The cross-hair a step further: from one round place to the next, whole decimetres unless single centimetres are asked for. */
export function stepped(from: Point, screen: Point, metres: number, view: View): Point {
  const [dx, dy] = wayOnPlan(screen, view)
  const each = Math.min(metres, 0.1)
  const round = (value: number) => Math.round(value / each) * each
  return [round(from[0] + dx * metres), round(from[1] + dy * metres)]
}

/** How far the map has to be moved so that a point comes away from its edge, pixels; null where it is seen. */
export function panToSee(point: Point, view: View): [number, number] | null {
  const [x, y] = view.toScreen(point)
  const out = (value: number, most: number) =>
    value < borderPx ? value - borderPx : value > most - borderPx ? value - most + borderPx : 0
  const by: [number, number] = [out(x, view.width), out(y, view.height)]
  return by[0] === 0 && by[1] === 0 ? null : by
}

/** Where the cross-hair is, in words, and what has caught it; read out where the screen is not seen. */
export function makeSaid(container: HTMLElement) {
  const said = document.createElement('div')
  said.className = 'draw-said'
  said.setAttribute('aria-live', 'polite')
  container.append(said)
  return {
    say: ({ snap: { at, caught } }: Aim, { language }: Board) => {
      const [x, y] = at.map((metres) => formatNumber(metres, language, 2))
      said.textContent = t(`mapdraw.at.${caught ?? 'free'}`, { x, y })
    },
    remove: () => said.remove(),
  }
}
