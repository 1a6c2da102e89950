import type { Point } from '../../premises/geometry/plane.ts'
import { reference } from './attributes.ts'
import type { Origin } from './mesh.ts'
import type { IfcModel } from './model.ts'

/** Where an element stands in plan: its origin, and the directions of its x and y axes. */
export interface PlanFrame {
  readonly origin: Point
  readonly x: Point
  readonly y: Point
}

/** The frame of an element's placement; null where it has none or stands on edge. */
export function planFrame(model: IfcModel, id: number, origin: Origin): PlanFrame | null {
  const placement = reference(model.line(id), 'ObjectPlacement')
  if (placement === null) return null
  const { api, handle } = model.opened
  let m: readonly number[]
  try {
    m = Array.from(api.GetWorldTransformMatrix(handle, placement))
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw error
    return null
  }
  if (m.length < 16 || !m.every(Number.isFinite)) return null
  const x = unit(m[0]!, m[1]!)
  const y = unit(m[4]!, m[5]!)
  if (x === null || y === null) return null
  return {
    origin: [m[12]! * model.metresPerUnit - origin[0], m[13]! * model.metresPerUnit - origin[1]],
    x,
    y,
  }
}

/** Horizontal for most of its length, or null. */
function unit(x: number, y: number): Point | null {
  const length = Math.sqrt(x * x + y * y)
  return length < 0.9 ? null : [x / length, y / length]
}
