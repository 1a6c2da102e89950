/** What pdf.js says that a page draws: one operator and its arguments after another. */
export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** Whether a layer (optional content) is shown. */
export type IsShown = (layer: unknown) => boolean

/** a, b, c, d, e, f of x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly number[]

/** A path as pdf.js packs it (see `pathStep`), and the matrix from its coordinates to those of the page. */
export interface DrawnPath {
  readonly matrix: Matrix
  readonly path: Float32Array
}

/** How many numbers follow a step of a path: move, line, curve, quadratic curve, close. The last two are where it ends. */
export const pathStep: readonly number[] = [2, 2, 6, 4, 0]

const unit: Matrix = [1, 0, 0, 1, 0, 0]

/**
 * The paths that a page strokes or fills, in their order: those that only clip, and those of layers that are not shown,
 * are left out. `ops` are the operator numbers of the library.
 */
export function* drawnPaths(
  { fnArray, argsArray }: Operators,
  ops: Readonly<Record<string, number>>,
  isShown: IsShown,
): Generator<DrawnPath> {
  let matrix = unit
  const saved: Matrix[] = []
  const layers: boolean[] = []
  let hidden = 0
  for (let index = 0; index < fnArray.length; index += 1) {
    const args = argsArray[index]
    switch (fnArray[index]) {
      case ops['save']:
      case ops['beginGroup']:
        saved.push(matrix)
        break
      case ops['restore']:
      case ops['endGroup']:
      case ops['paintFormXObjectEnd']:
        matrix = saved.pop() ?? matrix
        break
      case ops['transform']:
        matrix = times(matrix, args)
        break
      case ops['paintFormXObjectBegin']:
        saved.push(matrix)
        matrix = times(matrix, first(args))
        break
      case ops['beginMarkedContent']:
      case ops['beginMarkedContentProps']: {
        const [tag, layer] = Array.isArray(args) ? (args as unknown[]) : []
        const shown = tag !== 'OC' || isShown(layer)
        layers.push(shown)
        if (!shown) hidden += 1
        break
      }
      case ops['endMarkedContent']:
        if (layers.pop() === false) hidden -= 1
        break
      case ops['constructPath']: {
        const path = pathOf(args, ops)
        if (path !== null && hidden === 0) yield { matrix, path }
        break
      }
      default:
    }
  }
}

/** Lines and curves of a path. */
export function segmentsOf(path: Float32Array): number {
  let count = 0
  for (let at = 0; at < path.length; at += 1 + (pathStep[path[at] ?? 0] ?? path.length))
    if (path[at] !== 0) count += 1
  return count
}

/** The path of `constructPath` (what is done with it, [its numbers], bounds); null where nothing of it is drawn. */
function pathOf(args: unknown, ops: Readonly<Record<string, number>>): Float32Array | null {
  if (!Array.isArray(args)) return null
  const [what, data] = args as unknown[]
  const path = first(data)
  return what !== ops['endPath'] && path instanceof Float32Array ? path : null
}

function first(list: unknown): unknown {
  return Array.isArray(list) ? (list as unknown[])[0] : undefined
}

/** The matrix after another was laid before it; the same where the other is none. */
function times(m: Matrix, by: unknown): Matrix {
  const list = by instanceof Float32Array ? [...by] : by
  if (!Array.isArray(list) || list.length < 6 || !list.every((each) => typeof each === 'number')) return m
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = list
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}
