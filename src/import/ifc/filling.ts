import { minimumBox } from '../../premises/geometry/minimumBox.ts'
import type { Point } from '../../premises/geometry/plane.ts'
import { real, text } from './attributes.ts'
import { boxOf, triangles, type Origin, type Triangles } from './mesh.ts'
import type { IfcModel } from './model.ts'
import { planFrame } from './placement.ts'
import { storeyOf } from './spaces.ts'

/** A door or window as it stands in its wall, before the rooms beside it are known. */
export interface Filling {
  readonly id: number
  readonly sourceId: string
  readonly name: string | null
  readonly storeyId: number | null
  /** Jambs in plan, on the line of its own axis. */
  readonly start: Point
  readonly end: Point
  /** The line runs along the element's own x axis, so that hinges and opening direction can be told. */
  readonly ownDirection: boolean
  readonly widthM: number
  /** By the attribute; else by the hole in the wall; else by its own shape, frame and trims included. */
  readonly widthFrom: 'attribute' | 'hole' | 'shape'
  /** Width that the attribute claims, where the shape contradicts it. */
  readonly contradictedM: number | null
  readonly heightM: number
  readonly heightFrom: 'attribute' | 'shape'
  readonly sillZ: number
  /** Thickness of the hole or of the element across the wall, metres. */
  readonly depthM: number
}

/** An axis fits where the element measured along it is as wide as it says, within this much (frames, trims). */
const axisToleranceM = 0.25
/** The attribute and the shape contradict each other (a wrong unit) where one is so many times the other. */
const contradiction = 1.6
/** A hole cut deeper than any wall says nothing of the wall's thickness. */
const thickestWallM = 1.2

/**
 * Finds width, jambs and axis of a door or window. The axis is that of its placement, by the schema the direction of its
 * width; where the shape contradicts it, the axis along which the hole or the element measures what it should. null for
 * one without any shape.
 */
export function placeFilling(model: IfcModel, id: number, origin: Origin): Filling | null {
  const line = model.line(id)
  const shape = triangles(model.opened, id, origin)
  const openingId = model.filledOpening(id)
  const hole = openingId === null ? new Float64Array(0) : triangles(model.opened, openingId, origin)
  const body = hole.length > 0 ? hole : shape
  const height = boxOf(body)
  if (height === null) return null
  const scaled = (attribute: string): number | null => {
    const value = real(line, attribute)
    return value === null || value <= 0 ? null : value * model.metresPerUnit
  }
  const stated = scaled('OverallWidth')
  const frame = planFrame(model, id, origin)
  const axis = axisOf(frame === null ? [] : [frame.x, frame.y], body, stated)
  const along = extent(body, axis)
  const shapeWidth = along[1] - along[0]
  const contradicted = stated !== null && ratio(stated, shapeWidth) > contradiction
  const widthM = stated === null || contradicted ? shapeWidth : stated
  const middle = (along[0] + along[1]) / 2
  const across: Point = [-axis[1], axis[0]]
  const [near, far] = extent(hole.length > 0 ? hole : shape, across)
  const off = offsetAcross(shape, hole, across, frame?.origin ?? null)
  const at = (s: number): Point => [axis[0] * s + across[0] * off, axis[1] * s + across[1] * off]
  const statedHeight = scaled('OverallHeight')
  const shapeHeight = height.z1 - height.z0
  const heightHolds = statedHeight !== null && ratio(statedHeight, shapeHeight) <= contradiction
  return {
    id,
    sourceId: text(line, 'GlobalId') ?? `#${id}`,
    name: text(line, 'Name'),
    storeyId: storeyOf(model, id) ?? (openingId === null ? null : storeyOfHost(model, openingId)),
    start: at(middle - widthM / 2),
    end: at(middle + widthM / 2),
    ownDirection: frame !== null && axis === frame.x && turnsLeft(frame.x, frame.y),
    widthM,
    widthFrom: stated !== null && !contradicted ? 'attribute' : hole.length > 0 ? 'hole' : 'shape',
    contradictedM: contradicted ? stated : null,
    heightM: heightHolds ? statedHeight : shapeHeight,
    heightFrom: heightHolds ? 'attribute' : 'shape',
    sillZ: height.z0,
    depthM: Math.min(far - near, thickestWallM),
  }
}

function storeyOfHost(model: IfcModel, openingId: number): number | null {
  const host = model.openingHost(openingId)
  return host === null ? null : storeyOf(model, host)
}

/** The first of the placement's axes that fits; else the side of the smallest box around the shape that fits best. */
function axisOf(placed: readonly Point[], shape: Triangles, widthM: number | null): Point {
  const fit = (axis: Point): number => {
    const [from, to] = extent(shape, axis)
    // Without a stated width any door that is wider than thick will do.
    return widthM === null ? (to - from >= 0.4 ? 0 : 1) : Math.abs(to - from - widthM)
  }
  for (const axis of placed) if (fit(axis) <= axisToleranceM) return axis
  const box = minimumBox(planPoints(shape))
  if (box === null) return placed[0] ?? [1, 0]
  const sides: Point[] = [box.axis, [-box.axis[1], box.axis[0]]]
  return widthM === null ? box.axis : (sides.toSorted((p, q) => fit(p) - fit(q))[0] ?? box.axis)
}

/**
 * Where the line of the element runs across the wall: in the middle of its own shape, which stands in the wall; of the
 * hole where a leaf drawn open reaches far out of it.
 */
function offsetAcross(shape: Triangles, hole: Triangles, across: Point, origin: Point | null): number {
  const own = shape.length > 0 ? extent(shape, across) : null
  const cut = hole.length > 0 ? extent(hole, across) : null
  if (own && cut) {
    const from = Math.max(own[0], cut[0])
    const to = Math.min(own[1], cut[1])
    return to > from ? (from + to) / 2 : (cut[0] + cut[1]) / 2
  }
  if (own && own[1] - own[0] > 0.6 && origin) return origin[0] * across[0] + origin[1] * across[1]
  const known = own ?? cut
  return known === null ? 0 : (known[0] + known[1]) / 2
}

/** Least and greatest coordinate of a shape along a direction in plan. */
export function extent(shape: Triangles, axis: Point): readonly [number, number] {
  let from = Infinity
  let to = -Infinity
  for (let at = 0; at < shape.length; at += 3) {
    const s = shape[at]! * axis[0] + shape[at + 1]! * axis[1]
    if (s < from) from = s
    if (s > to) to = s
  }
  return [from, to]
}

export function planPoints(shape: Triangles): readonly Point[] {
  return Array.from({ length: shape.length / 3 }, (_, index): Point => [
    shape[index * 3]!,
    shape[index * 3 + 1]!,
  ])
}

function ratio(a: number, b: number): number {
  return b <= 0 ? Infinity : Math.max(a / b, b / a)
}

function turnsLeft(x: Point, y: Point): boolean {
  return x[0] * y[1] - x[1] * y[0] > 0
}
