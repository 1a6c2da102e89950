import type { OpenedFile } from './engine.ts'

/** Corners of triangles: x, y, z three times per triangle; plan metres, z up. */
export type Triangles = Float64Array

/** Where plan coordinates begin: subtracted from the file's, so that survey grids do not cost precision. */
export type Origin = readonly [number, number, number]

/**
 * The shape of an element. The engine gives metres with Y up whatever the unit of the file: plan = (X, −Z), height = Y.
 * Empty where the element has no shape or the engine cannot build it.
 */
export function triangles({ api, handle }: OpenedFile, id: number, origin: Origin): Triangles {
  const mesh = built(() => api.GetFlatMesh(handle, id))
  if (mesh === null) return new Float64Array(0)
  const pieces: Float64Array[] = []
  for (let index = 0; index < mesh.geometries.size(); index += 1) {
    const placed = mesh.geometries.get(index)
    const geometry = built(() => api.GetGeometry(handle, placed.geometryExpressID))
    if (geometry === null) continue
    const vertices = api.GetVertexArray(geometry.GetVertexData(), geometry.GetVertexDataSize())
    const corners = api.GetIndexArray(geometry.GetIndexData(), geometry.GetIndexDataSize())
    pieces.push(moved(vertices, corners, placed.flatTransformation, origin))
    geometry.delete()
  }
  return joined(pieces)
}

/** Numbers per vertex: position and normal. */
const stride = 6

function moved(
  vertices: Float32Array,
  corners: Uint32Array,
  matrix: readonly number[],
  origin: Origin,
): Float64Array {
  const result = new Float64Array(corners.length * 3)
  const m = Float64Array.from(matrix)
  let at = 0
  for (let index = 0; index < corners.length; index += 1) {
    const from = corners[index]! * stride
    const x = vertices[from]!
    const y = vertices[from + 1]!
    const z = vertices[from + 2]!
    result[at] = m[0]! * x + m[4]! * y + m[8]! * z + m[12]! - origin[0]
    result[at + 1] = -(m[2]! * x + m[6]! * y + m[10]! * z + m[14]!) - origin[1]
    result[at + 2] = m[1]! * x + m[5]! * y + m[9]! * z + m[13]! - origin[2]
    at += 3
  }
  return result.every(isPlausible) ? result : new Float64Array(0)
}

/** No building reaches farther from its origin than this; broken numbers do. */
const farthestM = 10_000_000

function isPlausible(value: number): boolean {
  return value > -farthestM && value < farthestM
}

function joined(pieces: readonly Float64Array[]): Float64Array {
  if (pieces.length === 1 && pieces[0]) return pieces[0]
  const result = new Float64Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    result.set(piece, at)
    at += piece.length
  }
  return result
}

/** A shape that the engine refuses is no shape; an engine that has broken down is not caught here. */
function built<T>(make: () => T): T | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw error
    return null
  }
}

export interface Box3 {
  readonly x0: number
  readonly y0: number
  readonly z0: number
  readonly x1: number
  readonly y1: number
  readonly z1: number
}

/** The axis-parallel box around a shape; null for one without triangles. */
export function boxOf(shape: Triangles): Box3 | null {
  if (shape.length === 0) return null
  let [x0, y0, z0, x1, y1, z1] = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity]
  for (let at = 0; at < shape.length; at += 3) {
    const x = shape[at]!
    const y = shape[at + 1]!
    const z = shape[at + 2]!
    if (x < x0) x0 = x
    if (x > x1) x1 = x
    if (y < y0) y0 = y
    if (y > y1) y1 = y
    if (z < z0) z0 = z
    if (z > z1) z1 = z
  }
  return { x0, y0, z0, x1, y1, z1 }
}
