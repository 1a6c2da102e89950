import { bounds, type Box } from '../../premises/geometry/measure.ts'
import type { Polygon } from '../../premises/geometry/plane.ts'
import { zoneUse } from '../../premises/uses.ts'
import { useOfName } from '../words.ts'
import { enumeration, text } from './attributes.ts'
import { boxOf, triangles, type Origin } from './mesh.ts'
import type { IfcModel } from './model.ts'
import { floorOf } from './outline.ts'
import type { Pace } from './pace.ts'

/** A room of the file, with the geometry that joins it to others. A room in several parts is several of these. */
export interface Space {
  readonly id: number
  /** GlobalId, with the number of the part behind a slash from the second part on. */
  readonly sourceId: string
  readonly name: string
  readonly number: string | null
  readonly storeyId: number | null
  readonly polygon: Polygon
  readonly box: Box
  /** Heights of the lowest point of the floor and of the highest of the room, in the file's world. */
  readonly z0: number
  readonly z1: number
  readonly outdoor: boolean
  readonly levelFloor: boolean
}

export interface SpaceReading {
  readonly spaces: readonly Space[]
  /** Left out, each with why. */
  readonly left: readonly {
    readonly name: string
    readonly id: number
    readonly why: 'noShape' | 'grossArea'
  }[]
  readonly joinedParts: readonly Space[]
}

/** Every IfcSpace with a shape as one zone, in the file's order. */
export async function readSpaces(model: IfcModel, origin: Origin, pace: Pace): Promise<SpaceReading> {
  const spaces: Space[] = []
  const left: SpaceReading['left'][number][] = []
  const joinedParts: Space[] = []
  const ids = model.ids('IFCSPACE')
  for (const [index, id] of ids.entries()) {
    await pace.at(index / ids.length)
    const line = model.line(id)
    const longName = text(line, 'LongName')
    const shortName = text(line, 'Name')
    const name = longName ?? shortName ?? `#${id}`
    if (isCoveredByOthers(model, id)) {
      left.push({ name, id, why: 'grossArea' })
      continue
    }
    const shape = triangles(model.opened, id, origin)
    const floor = floorOf(shape)
    const height = boxOf(shape)
    if (floor === null || height === null) {
      left.push({ name, id, why: 'noShape' })
      continue
    }
    floor.polygons.forEach((polygon, part) => {
      const space: Space = {
        id,
        sourceId: `${text(line, 'GlobalId') ?? `#${id}`}${part === 0 ? '' : `/${part + 1}`}`,
        name: part === 0 ? name : `${name} (${part + 1})`,
        number: longName !== null && shortName !== longName ? shortName : null,
        storeyId: storeyOf(model, id),
        polygon,
        box: bounds(polygon.outer) ?? [0, 0, 0, 0],
        z0: floor.z,
        z1: height.z1,
        outdoor: isExternal(model, id),
        levelFloor: floor.level,
      }
      spaces.push(space)
      if (part === 0 && floor.joinedParts > 0) joinedParts.push(space)
    })
  }
  return { spaces, left, joinedParts }
}

/** A lift, shaft, void or roof space by its name: it has a door, or nobody enters it. */
export function isShaft({ name }: Space): boolean {
  const use = useOfName(name)
  const kind = use === null ? null : zoneUse(use).kind
  return kind === 'lift' || kind === 'shaft'
}

/** A gross floor area, a group of rooms, or a part of a room that is there itself: counted twice if taken. */
function isCoveredByOthers(model: IfcModel, id: number): boolean {
  const line = model.line(id)
  if (enumeration(line, 'PredefinedType') === 'GFA') return true
  const isSpace = (other: number): boolean => model.typeName(other) === 'IFCSPACE'
  const isGroup = (group: number): boolean => enumeration(model.line(group), 'CompositionType') === 'COMPLEX'
  const parts = model.parts(id).filter(isSpace)
  if (parts.length > 0 && isGroup(id)) return true
  const whole = model.whole(id)
  return whole !== null && isSpace(whole) && !isGroup(whole)
}

function isExternal(model: IfcModel, id: number): boolean {
  const line = model.line(id)
  return [enumeration(line, 'InteriorOrExteriorSpace'), enumeration(line, 'PredefinedType')].includes(
    'EXTERNAL',
  )
}

/** The storey that an element belongs to: as a part of it, contained in it, or by way of the room that it is filed under. */
export function storeyOf(model: IfcModel, id: number): number | null {
  let at: number | null = id
  for (let steps = 0; at !== null && steps < 8; steps += 1) {
    if (model.typeName(at) === 'IFCBUILDINGSTOREY') return at
    at = model.container(at) ?? model.whole(at)
  }
  return null
}
