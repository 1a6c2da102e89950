import { real, reference, references, text, truth, type IfcLine } from './attributes.ts'
import type { IfcModel } from './model.ts'

/** Properties of elements, by the name of the property; the element's own before those of its type. */
export interface Properties {
  readonly truth: (id: number, name: string) => boolean | null
  readonly text: (id: number, name: string) => string | null
  readonly number: (id: number, name: string) => number | null
  /** First quantity of an element whose name fits, in the units of the file. */
  readonly quantity: (id: number, name: RegExp) => number | null
}

/** Reads the property and quantity sets of the elements that are asked for, and of no others. */
export function readProperties(model: IfcModel, wanted: ReadonlySet<number>): Properties {
  const setsOf = new Map<number, number[]>()
  for (const relationId of model.ids('IFCRELDEFINESBYPROPERTIES')) {
    const objects = relatedObjects(model, relationId).filter((id) => wanted.has(id))
    if (objects.length === 0) continue
    const set = reference(model.line(relationId), 'RelatingPropertyDefinition')
    if (set === null) continue
    for (const object of objects) setsOf.set(object, [...(setsOf.get(object) ?? []), set])
  }
  const linesOf = (id: number): readonly IfcLine[] => {
    const own = setsOf.get(id) ?? []
    const ofType = references(model.typeOf(id), 'HasPropertySets')
    return [...own, ...ofType].flatMap((set): IfcLine[] => {
      const line = model.line(set)
      return line === null ? [] : [line]
    })
  }
  const find = <T>(id: number, name: string, take: (line: IfcLine) => T | null): T | null => {
    for (const set of linesOf(id)) {
      for (const single of references(set, 'HasProperties')) {
        const line = model.line(single)
        if (line === null || text(line, 'Name') !== name) continue
        const value = take(line)
        if (value !== null) return value
      }
    }
    return null
  }
  return {
    truth: (id, name) => find(id, name, (line) => truth(line, 'NominalValue')),
    text: (id, name) => find(id, name, (line) => text(line, 'NominalValue')),
    number: (id, name) => find(id, name, (line) => real(line, 'NominalValue')),
    quantity: (id, name) => {
      for (const set of linesOf(id)) {
        for (const each of references(set, 'Quantities')) {
          const line = model.line(each)
          if (name.test(text(line, 'Name') ?? '')) {
            const value = real(line, 'AreaValue')
            if (value !== null) return value
          }
        }
      }
      return null
    },
  }
}

/** Ids of the objects of a relation, from the raw line: files hold thousands of these relations, most for others. */
function relatedObjects({ opened: { api, handle } }: IfcModel, relationId: number): readonly number[] {
  // IfcRelDefines(GlobalId, OwnerHistory, Name, Description, RelatedObjects, …) in every schema.
  const objects: unknown = api.GetRawLineData(handle, relationId).arguments[4]
  const list: readonly unknown[] = Array.isArray(objects) ? objects : []
  return list.flatMap((each) =>
    typeof each === 'object' && each !== null && 'value' in each && typeof each.value === 'number'
      ? [each.value]
      : [],
  )
}

/** Minutes of a fire rating as doors carry it (EI 60, T30-RS, F90, 60 min, 1 h); null for placeholders and other words. */
export function ratingMinutes(rating: string | null): number | null {
  if (rating === null) return null
  const hours = /(?:^|[^\d.,])(\d+(?:[.,]\d+)?)\s*-?\s*(?:h|hr|hrs|hour|hours|giờ)\b/i.exec(rating)?.[1]
  const minutes =
    /(?:^|[^a-z])(?:REI|RE|EI|EW|E|T|F|R)\s*-?\s*(\d{2,3})(?!\d)/i.exec(rating)?.[1] ??
    /(?:^|\D)(\d{2,3})\s*-?\s*(?:min|minutes?|phút)(?:\W|$)/iu.exec(rating)?.[1] ??
    /^\s*(\d{2,3})\s*$/.exec(rating)?.[1]
  const value =
    minutes !== undefined ? Number(minutes) : hours !== undefined ? Number(hours.replace(',', '.')) * 60 : 0
  return value >= 10 && value <= 360 ? value : null
}
