import { unplaced } from '../../premises/empty.ts'
import { angleDegrees } from '../../premises/geometry/trigonometry.ts'
import type { Placement } from '../../premises/model.ts'
import { enumeration, reals, reference, references, text } from './attributes.ts'
import { boxOf, triangles, type Origin } from './mesh.ts'
import type { IfcModel } from './model.ts'

export interface FilePosition {
  /** Latitude and longitude that the file claims, degrees: shown, never used. */
  readonly claimed: { readonly latitude: number; readonly longitude: number } | null
  readonly placement: Placement
}

/**
 * The place of a building is set by a person: files carry the default city of the authoring program. Only the bearing of
 * the drawing is taken over where the file gives one, as a first guess for placing.
 */
export function filePosition(model: IfcModel): FilePosition {
  const [siteId] = model.ids('IFCSITE')
  const site = siteId === undefined ? null : model.line(siteId)
  const latitude = degrees(reals(site, 'RefLatitude'))
  const longitude = degrees(reals(site, 'RefLongitude'))
  return {
    claimed: latitude === null || longitude === null ? null : { latitude, longitude },
    placement: { ...unplaced, bearingDeg: bearingOf(model) },
  }
}

/** Degrees, minutes, seconds and millionths of a second, all with the sign of the angle. */
function degrees([whole, minutes = 0, seconds = 0, millionths = 0]: readonly number[]): number | null {
  if (whole === undefined) return null
  return whole + minutes / 60 + (seconds + millionths / 1e6) / 3600
}

/** Bearing of the y axis: true north is given as a direction in the axes of the drawing. */
function bearingOf(model: IfcModel): number {
  const [projectId] = model.ids('IFCPROJECT')
  const contexts = projectId === undefined ? [] : references(model.line(projectId), 'RepresentationContexts')
  for (const id of contexts) {
    const line = model.line(id)
    if (text(line, 'ContextType') === 'Plan' || enumeration(line, 'ContextType') === 'PLAN') continue
    const northId = reference(line, 'TrueNorth')
    const [x, y] = northId === null ? [] : reals(model.line(northId), 'DirectionRatios')
    if (x === undefined || y === undefined || (x === 0 && y === 0)) continue
    const bearing = -angleDegrees(x, y)
    return Math.round((((bearing % 360) + 360) % 360) * 1e6) / 1e6
  }
  return 0
}

/** Farther from the file's zero than this, plan coordinates begin at a round point near the building. */
const farM = 10_000
const roundM = 1_000

/** Where plan coordinates begin: the file's own zero, or a round point of a survey grid near the first room with a shape. */
export function originOf(model: IfcModel): Origin {
  for (const id of model.ids('IFCSPACE')) {
    const box = boxOf(triangles(model.opened, id, [0, 0, 0]))
    if (box === null) continue
    const begin = (value: number): number =>
      Math.abs(value) > farM ? Math.round(value / roundM) * roundM : 0
    return [begin(box.x0), begin(box.y0), 0]
  }
  return [0, 0, 0]
}
