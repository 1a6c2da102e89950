import type { Evidence } from '../evidence.ts'
import type { OpeningId } from '../ids.ts'
import type { DoorProperties, Level, Opening, Zone } from '../model.ts'
import { faceAt, facesOf, isLeft, jambs, onGrid } from './faces.ts'
import type { Face } from './faces.ts'
import { assumed, drawing, measured, sampleId } from './key.ts'
import type { AxisPoint, DoorLayout, LevelLayout, SurveyLayout } from './layout.ts'

/** Usual clear height of a door of the sample, metres. */
const doorHeightM = 2.1

/** The doors and passages of one level. */
export function levelDoors(
  layout: LevelLayout,
  level: Level,
  zones: readonly Zone[],
  survey: SurveyLayout,
): readonly Opening[] {
  const byKey = new Map(layout.rooms.map((room, index) => [room.key, zones[index] as Zone]))
  const zoneOf = (key: string): Zone => {
    const zone = byKey.get(key)
    if (!zone) throw new Error(`level ${layout.level}: no room ${key}`)
    return zone
  }
  return layout.doors.map((door, index) => {
    const own = zoneOf(door.of)
    const other = door.to === null ? null : zoneOf(door.to)
    const face = wallOf(facesOf([own]), door.at, door.width)
    const onLeft = isLeft(face, door.at)
    const { id, name } = naming(layout, index)
    return {
      id,
      levelId: level.id,
      name,
      kind: door.operation === 'none' ? 'passage' : 'door',
      segment: onGrid(jambs(face, door.at, door.width)),
      sides: onLeft ? [own.id, other?.id ?? null] : [other?.id ?? null, own.id],
      clearHeightM: door.heightM ?? doorHeightM,
      ...(door.operation === 'none' ? {} : { door: propertiesOf(door, onLeft) }),
      ...(door.exit ? { exit: door.exit } : {}),
      ...surveyed(id, door.width, survey),
    }
  })
}

function wallOf(faces: readonly Face[], at: AxisPoint, width: number): Face {
  const face = faceAt(faces, at, width)
  if (!face) throw new Error(`${faces[0]?.zone.name}: no wall for ${width} m at ${at.join(', ')}`)
  return face
}

/** The clear width and the state in which the survey found an opening, with how each is known. */
function surveyed(
  id: OpeningId,
  widthM: number,
  survey: SurveyLayout,
): Pick<Opening, 'clearWidthM' | 'surveyedState' | 'evidence'> {
  const state = survey.states[id]
  const onSite = survey.measured[id]
  const known: Evidence = onSite !== undefined ? measured : survey.assumed.includes(id) ? assumed : drawing
  return {
    clearWidthM: onSite ?? widthM,
    ...(state ? { surveyedState: state } : {}),
    evidence: { clearWidthM: known, clearHeightM: drawing, ...(state ? { surveyedState: measured } : {}) },
  }
}

/** Hinge and swing as seen along the segment, which runs from the lower to the higher coordinate. */
function propertiesOf(door: DoorLayout, ownOnLeft: boolean): DoorProperties {
  const operation = door.operation === undefined || door.operation === 'none' ? 'swing' : door.operation
  const intoOwn = (door.into ?? door.of) === door.of
  const opensTo = operation === 'doubleSwing' ? 'both' : intoOwn === ownOnLeft ? 'left' : 'right'
  const swings = operation === 'swing' || operation === 'doubleSwing'
  return {
    operation,
    leaves: door.leaves ?? 1,
    ...(swings ? { hinge: door.hinge === 'high' ? 'end' : 'start', opensTo } : {}),
    ...(door.lock ? { lock: door.lock } : {}),
    ...(door.lockReleasesOnAlarm === undefined ? {} : { lockReleasesOnAlarm: door.lockReleasesOnAlarm }),
    ...(door.ratingMin === undefined
      ? {}
      : { ratingMin: door.ratingMin, selfClosing: true, smokeTight: true }),
  }
}

/**
 * The n-th door of a room has the n-th letter (`o-3-07-a`) and the room's name ("Cửa Phòng họp 301"), numbered where the
 * room has several doors without a name of their own.
 */
function naming({ level, rooms, doors }: LevelLayout, index: number): { id: OpeningId; name: string } {
  const { of, name } = doors[index] as DoorLayout
  const before = doors.slice(0, index).filter((door) => door.of === of)
  const id = sampleId('opening', level, of, String.fromCharCode(97 + before.length))
  if (name) return { id, name }
  const plain = `Cửa ${rooms.find(({ key }) => key === of)?.name ?? of}`
  const several = doors.filter((door) => door.of === of && !door.name).length > 1
  return { id, name: several ? `${plain} (${before.filter((door) => !door.name).length + 1})` : plain }
}
