import { boxCorners, minimumBox } from '../../premises/geometry/minimumBox.ts'
import { snapPoint, type Point } from '../../premises/geometry/plane.ts'
import { distanceToSegment } from '../../premises/geometry/segment.ts'
import { text } from './attributes.ts'
import { planPoints } from './filling.ts'
import { boxOf, triangles, type Box3, type Origin, type Triangles } from './mesh.ts'
import type { IfcModel } from './model.ts'
import type { Storey } from './storeys.ts'
import type { Solid } from './walls.ts'

/** Whether a railing stands at a point of a floor, so that nobody walks across there. */
export type RailingAt = (point: Point, floorZ: number) => boolean

/** A railing blocks this far around its members. */
const nearM = 0.06
/** Above the floor: lower members are kerbs, and railings that begin higher belong to a storey above. */
const kerbM = 0.15
const highestM = 2
/** A straight railing on a level floor is drawn; those of flights and round corners are not. */
const straightM = 0.3
const levelM = 1.4

/** Railings as barriers between rooms without a wall, and as thin solids of the plan along galleries. */
export function readRailings(
  model: IfcModel,
  storeys: readonly Storey[],
  origin: Origin,
): { readonly at: RailingAt; readonly solids: readonly Solid[] } {
  const railings = model.ids('IFCRAILING', true).flatMap((id) => {
    const shape = triangles(model.opened, id, origin)
    const box = boxOf(shape)
    return box === null ? [] : [{ id, shape, box }]
  })
  const at: RailingAt = (point, floorZ) =>
    railings.some(({ shape, box }) => stands(shape, box, point, floorZ))
  const solids = railings.flatMap(({ id, shape, box }): Solid[] => {
    const storey = storeys.find(({ floorZ }) => Math.abs(box.z0 - floorZ) < 0.3)
    const turned = minimumBox(planPoints(shape))
    if (!storey || !turned || turned.widthM > straightM || box.z1 - box.z0 > levelM) return []
    const outer = boxCorners(turned).map(snapPoint)
    const sourceId = text(model.line(id), 'GlobalId') ?? `#${id}`
    return [{ sourceId: `${sourceId}/1`, storeyId: storey.id, kind: 'wall', polygon: { outer, holes: [] } }]
  })
  return { at, solids }
}

function stands(shape: Triangles, box: Box3, [x, y]: Point, floorZ: number): boolean {
  if (x < box.x0 - nearM || x > box.x1 + nearM || y < box.y0 - nearM || y > box.y1 + nearM) return false
  if (box.z1 < floorZ + 0.5 || box.z0 > floorZ + highestM) return false
  for (let at = 0; at < shape.length; at += 9) {
    if (Math.max(shape[at + 2]!, shape[at + 5]!, shape[at + 8]!) < floorZ + kerbM) continue
    const a: Point = [shape[at]!, shape[at + 1]!]
    const b: Point = [shape[at + 3]!, shape[at + 4]!]
    const c: Point = [shape[at + 6]!, shape[at + 7]!]
    for (const edge of [
      [a, b],
      [b, c],
      [c, a],
    ] as const)
      if (distanceToSegment(edge, [x, y]) <= nearM) return true
  }
  return false
}
