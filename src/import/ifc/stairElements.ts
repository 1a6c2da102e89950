import { boxOf, triangles, type Origin, type Triangles } from './mesh.ts'
import type { IfcModel } from './model.ts'
import { real, text } from './attributes.ts'

/** A stair of the file: its walkable parts, without railings and stringers, whose tops are no floor. */
export interface StairElement {
  readonly id: number
  readonly sourceId: string
  readonly name: string | null
  readonly shapes: readonly Triangles[]
  /** Lowest and highest point of its walkable parts. */
  readonly z0: number
  readonly z1: number
  /** What its flights claim: a riser in metres (exporters write feet and inches here too) and a count. */
  readonly statedRiserM: number | null
  readonly statedRisers: number | null
}

const walkable: readonly string[] = ['IFCSTAIRFLIGHT', 'IFCSLAB', 'IFCSTAIR']
const neverWalked: readonly string[] = [
  'IFCRAILING',
  'IFCMEMBER',
  'IFCBEAM',
  'IFCCOLUMN',
  'IFCWALL',
  'IFCWALLSTANDARDCASE',
]

/** Every IfcStair with its parts, and flights that belong to none, put together where they touch. */
export function readStairElements(model: IfcModel, origin: Origin): readonly StairElement[] {
  const stairs = model.ids('IFCSTAIR', true).map((id) => stairOf(model, id, partsOf(model, id), origin))
  const loose = model
    .ids('IFCSTAIRFLIGHT', true)
    .filter((id) => model.whole(id) === null)
    .map((id) => stairOf(model, id, [id], origin))
  return [...stairs, ...touching(loose)].filter((stair) => stair.shapes.length > 0)
}

function partsOf(model: IfcModel, id: number, depth = 0): readonly number[] {
  return depth > 4 ? [id] : [id, ...model.parts(id).flatMap((part) => partsOf(model, part, depth + 1))]
}

function stairOf(model: IfcModel, id: number, parts: readonly number[], origin: Origin): StairElement {
  const shapesOf = (wanted: (type: string) => boolean): readonly Triangles[] =>
    parts
      .filter((part) => wanted(model.typeName(part)))
      .map((part) => triangles(model.opened, part, origin))
      .filter((shape) => shape.length > 0)
  const usual = shapesOf((type) => walkable.includes(type))
  // Some exporters build treads of plates, proxies and building parts.
  const shapes = usual.length > 0 ? usual : shapesOf((type) => !neverWalked.includes(type))
  const boxes = shapes.flatMap((shape) => boxOf(shape) ?? [])
  const flights = parts.map((part) => model.line(part))
  const risers = flights.flatMap((line) => real(line, 'NumberOfRiser') ?? real(line, 'NumberOfRisers') ?? [])
  const riser = flights.flatMap((line) => real(line, 'RiserHeight') ?? [])[0]
  return {
    id,
    sourceId: text(model.line(id), 'GlobalId') ?? `#${id}`,
    name: text(model.line(id), 'Name'),
    shapes,
    z0: Math.min(...boxes.map((box) => box.z0)),
    z1: Math.max(...boxes.map((box) => box.z1)),
    statedRiserM: riser === undefined ? null : riser * model.metresPerUnit,
    statedRisers: risers.length === 0 ? null : risers.reduce((sum, count) => sum + count, 0),
  }
}

/** How far apart in plan and height flights may stand and still be one stair (a landing lies between). */
const reachM = 1.6

/** Loose flights as stairs: those within a landing's reach of each other are one. */
function touching(flights: readonly StairElement[]): readonly StairElement[] {
  const groups: StairElement[][] = []
  for (const flight of flights) {
    const near = groups.filter((group) => group.some((other) => meet(other, flight)))
    const merged = [...near.flat(), flight]
    for (const group of near) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups.map((group) => ({
    ...(group[0] as StairElement),
    shapes: group.flatMap((flight) => flight.shapes),
    z0: Math.min(...group.map((flight) => flight.z0)),
    z1: Math.max(...group.map((flight) => flight.z1)),
    statedRisers: group.reduce<number | null>(
      (sum, flight) => (flight.statedRisers === null ? sum : (sum ?? 0) + flight.statedRisers),
      null,
    ),
  }))
}

function meet(a: StairElement, b: StairElement): boolean {
  if (a.z0 > b.z1 + 0.5 || b.z0 > a.z1 + 0.5) return false
  return a.shapes.some((p) =>
    b.shapes.some((q) => {
      const [m, n] = [boxOf(p), boxOf(q)]
      if (m === null || n === null) return false
      return m.x0 <= n.x1 + reachM && n.x0 <= m.x1 + reachM && m.y0 <= n.y1 + reachM && n.y0 <= m.y1 + reachM
    }),
  )
}
