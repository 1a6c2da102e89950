import { area } from '../../premises/geometry/measure.ts'
import type { Polygon } from '../../premises/geometry/plane.ts'
import { normalised } from '../../premises/geometry/ring.ts'
import type { Wall } from '../../premises/model.ts'
import { text } from './attributes.ts'
import { boxOf, triangles, type Origin, type Triangles } from './mesh.ts'
import type { IfcModel, IfcType } from './model.ts'
import { facesDown, joinFaces } from './outline.ts'
import type { Pace } from './pace.ts'
import { sectionAt } from './section.ts'
import { storeyOf } from './spaces.ts'
import type { Storey } from './storeys.ts'
import { namesFireWall } from '../words.ts'

/** One solid of the drawing on one storey. */
export interface Solid {
  readonly sourceId: string
  readonly storeyId: number
  readonly kind: Wall['kind']
  readonly polygon: Polygon
}

/** Height above the floor at which a plan is cut: through doors and most windows, above furniture. */
const cutM = 1.1
/** A little off any height that a drawing uses, so that the cut never runs along a face. */
const cutOffsetM = 0.00037
/** Solids lower than the cut are drawn from this height on (parapets, low walls). */
const lowWallM = 0.4
const smallestM2 = 0.002

const drawn: readonly { readonly type: IfcType; readonly kind: Wall['kind'] }[] = [
  { type: 'IFCWALL', kind: 'wall' },
  { type: 'IFCCOLUMN', kind: 'column' },
  { type: 'IFCCURTAINWALL', kind: 'wall' },
]

/** Walls, columns and curtain walls as a plan shows them: cut on every storey that they pass. */
export async function readWalls(
  model: IfcModel,
  storeys: readonly Storey[],
  origin: Origin,
  pace: Pace,
): Promise<readonly Solid[]> {
  const elements = drawn.flatMap(({ type, kind }) => model.ids(type, true).map((id) => ({ id, kind })))
  const solids: Solid[] = []
  for (const [index, { id, kind }] of elements.entries()) {
    await pace.at(index / elements.length)
    const name = text(model.line(id), 'Name') ?? ''
    for (const { part, shape } of shapesOf(model, id, origin)) {
      const sourceId = text(model.line(part), 'GlobalId') ?? `#${part}`
      const own = kindOf(model.typeName(part), kind, name)
      const pieces = onStoreys(shape, storeys, storeyOf(model, id))
      pieces.forEach(({ storeyId, polygon }, piece) => {
        solids.push({ sourceId: `${sourceId}/${piece + 1}`, storeyId, kind: own, polygon })
      })
    }
  }
  return solids
}

/** An element's own shape, or those of its parts where it has none (curtain walls, layered walls). */
function shapesOf(
  model: IfcModel,
  id: number,
  origin: Origin,
  depth = 0,
): readonly { readonly part: number; readonly shape: Triangles }[] {
  const shape = triangles(model.opened, id, origin)
  if (shape.length > 0) return [{ part: id, shape }]
  return depth > 4 ? [] : model.parts(id).flatMap((part) => shapesOf(model, part, origin, depth + 1))
}

function kindOf(typeName: string, kind: Wall['kind'], name: string): Wall['kind'] {
  if (typeName === 'IFCPLATE' || typeName === 'IFCWINDOW') return 'window'
  return kind === 'wall' && namesFireWall(name) ? 'fireWall' : kind
}

interface Piece {
  readonly storeyId: number
  readonly polygon: Polygon
}

function onStoreys(
  shape: Triangles,
  storeys: readonly Storey[],
  filedUnder: number | null,
): readonly Piece[] {
  const box = boxOf(shape)
  if (box === null) return []
  const piecesOf = (storey: Storey, polygons: readonly Polygon[]): readonly Piece[] =>
    polygons
      .filter((polygon) => area(polygon) >= smallestM2)
      .map((polygon) => ({ storeyId: storey.id, polygon }))
  const cut = storeys.filter(({ floorZ }) => box.z0 < floorZ + cutM && box.z1 > floorZ + cutM + cutOffsetM)
  if (cut.length > 0) {
    return cut.flatMap((storey) =>
      piecesOf(storey, sectionAt(shape, storey.floorZ + cutM + cutOffsetM) ?? footprint(shape)),
    )
  }
  const storey = storeys.find((each) => each.id === filedUnder)
  const low = storey && box.z1 > storey.floorZ + lowWallM && box.z0 < storey.floorZ + cutM
  return low ? piecesOf(storey, footprint(shape)) : []
}

function footprint(shape: Triangles): readonly Polygon[] {
  return joinFaces(facesDown(shape).map((face) => face.ring)).map((polygon) => normalised(polygon))
}
