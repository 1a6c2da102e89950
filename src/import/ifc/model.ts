import { references, reference, type IfcLine } from './attributes.ts'
import type { OpenedFile } from './engine.ts'

/** Name of an entity type, as the engine spells its codes. */
export type IfcType = `IFC${string}`

/** The open file, read line by line: what the steps of the import share. */
export interface IfcModel {
  readonly opened: OpenedFile
  /** Metres per unit of the file's length attributes; geometry is in metres already. */
  readonly metresPerUnit: number
  readonly ids: (type: IfcType, withSubtypes?: boolean) => readonly number[]
  /** null where the file names an element that it does not hold, or one that cannot be read. */
  readonly line: (id: number) => IfcLine | null
  readonly typeName: (id: number) => string
  /** Parts of an element (IfcRelAggregates), in the file's order. */
  readonly parts: (id: number) => readonly number[]
  /** What an element is part of (IfcRelAggregates). */
  readonly whole: (id: number) => number | null
  /** The storey, space or building that an element is filed under, itself or as part of a whole. */
  readonly container: (id: number) => number | null
  /** The opening that a door or window fills, and the wall that an opening is cut out of. */
  readonly filledOpening: (id: number) => number | null
  readonly openingHost: (id: number) => number | null
  readonly isFilled: (openingId: number) => boolean
  /** IfcDoorStyle, IfcDoorType and the like of an occurrence. */
  readonly typeOf: (id: number) => IfcLine | null
}

export function readModel(opened: OpenedFile, metresPerUnit: number): IfcModel {
  const { api, codes, handle } = opened
  const codeOf = codes as unknown as Readonly<Record<string, unknown>>
  const lines = new Map<number, IfcLine | null>()

  const ids = (type: IfcType, withSubtypes = false): readonly number[] => {
    const code = codeOf[type]
    if (typeof code !== 'number') return []
    const found = api.GetLineIDsWithType(handle, code, withSubtypes)
    return Array.from({ length: found.size() }, (_, index) => found.get(index)).toSorted((a, b) => a - b)
  }
  const line = (id: number): IfcLine | null => {
    const known = lines.get(id)
    if (known !== undefined) return known
    const read = readLine(opened, id)
    lines.set(id, read)
    return read
  }

  const parts = new Map<number, number[]>()
  const whole = new Map<number, number>()
  for (const id of ids('IFCRELAGGREGATES')) {
    const relation = line(id)
    const owner = reference(relation, 'RelatingObject')
    if (owner === null) continue
    for (const part of references(relation, 'RelatedObjects')) {
      parts.set(owner, [...(parts.get(owner) ?? []), part])
      whole.set(part, owner)
    }
  }
  const container = new Map<number, number>()
  for (const id of ids('IFCRELCONTAINEDINSPATIALSTRUCTURE')) {
    const relation = line(id)
    const structure = reference(relation, 'RelatingStructure')
    if (structure === null) continue
    for (const element of references(relation, 'RelatedElements')) container.set(element, structure)
  }
  const filledOpening = new Map<number, number>()
  const filled = new Set<number>()
  for (const id of ids('IFCRELFILLSELEMENT')) {
    const relation = line(id)
    const opening = reference(relation, 'RelatingOpeningElement')
    const filling = reference(relation, 'RelatedBuildingElement')
    if (opening === null || filling === null) continue
    filledOpening.set(filling, opening)
    filled.add(opening)
  }
  const host = new Map<number, number>()
  for (const id of ids('IFCRELVOIDSELEMENT')) {
    const relation = line(id)
    const element = reference(relation, 'RelatingBuildingElement')
    const opening = reference(relation, 'RelatedOpeningElement')
    if (element !== null && opening !== null) host.set(opening, element)
  }
  const typeId = new Map<number, number>()
  for (const id of ids('IFCRELDEFINESBYTYPE')) {
    const relation = line(id)
    const type = reference(relation, 'RelatingType')
    if (type === null) continue
    for (const element of references(relation, 'RelatedObjects')) typeId.set(element, type)
  }

  const containerOf = (id: number): number | null => {
    // A part may be part of a part; a broken file may go round in a circle.
    for (
      let at: number | undefined = id, steps = 0;
      at !== undefined && steps < 16;
      at = whole.get(at), steps += 1
    ) {
      const found = container.get(at)
      if (found !== undefined) return found
    }
    return null
  }

  return {
    opened,
    metresPerUnit,
    ids,
    line,
    typeName: (id) => api.GetNameFromTypeCode(api.GetLineType(handle, id)).toUpperCase(),
    parts: (id) => parts.get(id) ?? [],
    whole: (id) => whole.get(id) ?? null,
    container: containerOf,
    filledOpening: (id) => filledOpening.get(id) ?? null,
    openingHost: (id) => host.get(id) ?? null,
    isFilled: (id) => filled.has(id),
    typeOf: (id) => {
      const type = typeId.get(id)
      return type === undefined ? null : line(type)
    },
  }
}

function readLine({ api, handle }: OpenedFile, id: number): IfcLine | null {
  try {
    const read: unknown = api.GetLine(handle, id)
    return typeof read === 'object' && read !== null ? (read as IfcLine) : null
  } catch {
    return null
  }
}
