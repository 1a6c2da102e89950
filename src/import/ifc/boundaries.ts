import { enumeration, reference } from './attributes.ts'
import type { IfcModel } from './model.ts'

/** What IfcRelSpaceBoundary says: a second opinion beside the geometry. */
export interface Boundaries {
  /** Rooms that bound each element; an element that no boundary names is not in the map. */
  readonly spacesOf: ReadonlyMap<number, ReadonlySet<number>>
  /** Pairs of rooms that a virtual boundary joins, smaller id first, with a blank between. */
  readonly virtualPairs: ReadonlySet<string>
  readonly count: number
}

export function readBoundaries(model: IfcModel): Boundaries {
  const spacesOf = new Map<number, Set<number>>()
  const virtual = new Map<number, Set<number>>()
  const corresponding = new Map<number, number>()
  const spaceOfBoundary = new Map<number, number>()
  const ids = model.ids('IFCRELSPACEBOUNDARY', true)
  for (const id of ids) {
    const line = model.line(id)
    const space = reference(line, 'RelatingSpace')
    const element = reference(line, 'RelatedBuildingElement')
    if (space === null) continue
    spaceOfBoundary.set(id, space)
    const isVirtual = enumeration(line, 'PhysicalOrVirtualBoundary') === 'VIRTUAL'
    if (element !== null)
      put(isVirtual && model.typeName(element) === 'IFCVIRTUALELEMENT' ? virtual : spacesOf, element, space)
    const other = reference(line, 'CorrespondingBoundary')
    if (isVirtual && other !== null) corresponding.set(id, other)
  }
  const virtualPairs = new Set<string>()
  const join = (a: number, b: number): void => {
    if (a !== b) virtualPairs.add(a < b ? `${a} ${b}` : `${b} ${a}`)
  }
  for (const rooms of virtual.values()) {
    const [a, b] = [...rooms]
    // More than two rooms at one virtual element say nothing of which meets which.
    if (rooms.size === 2 && a !== undefined && b !== undefined) join(a, b)
  }
  for (const [id, other] of corresponding) {
    const [a, b] = [spaceOfBoundary.get(id), spaceOfBoundary.get(other)]
    if (a !== undefined && b !== undefined) join(a, b)
  }
  return { spacesOf, virtualPairs, count: ids.length }
}

function put(map: Map<number, Set<number>>, key: number, value: number): void {
  const known = map.get(key)
  if (known) known.add(value)
  else map.set(key, new Set([value]))
}
