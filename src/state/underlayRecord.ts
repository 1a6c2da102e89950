import table from '../../data/underlay.json'
import type { LineEnds, MadePicture } from '../../workers/underlay/job.ts'
import { snapPoint } from '../premises/geometry/plane.ts'
import { type LevelId, newId } from '../premises/ids.ts'
import type { Premises, Underlay } from '../premises/model.ts'
import type { Change } from '../premises/operation.ts'
import { type Corners, straightening, straightPixel } from '../premises/straightening.ts'
import { firstPlace, fitted, planPoint, type UnderlayPlace, underlaysOf } from '../premises/underlay.ts'

export interface NewUnderlay {
  readonly levelId: LevelId
  readonly name: string
  readonly made: MadePicture
  readonly ends: LineEnds | null
  /** ISO instant. */
  readonly when: string
}

/** The changes that lay a picture over those that a level has; its scale is assumed until a person sets it. */
export function underlayChanges(
  premises: Premises,
  { levelId, name, made, ends, when }: NewUnderlay,
): readonly Change[] {
  const { part, mediaType, widthPx, heightPx, paperWidthM } = made
  const metresPerPx =
    paperWidthM === undefined
      ? table.firstPictureM.value / Math.max(widthPx, heightPx)
      : (paperWidthM * table.firstPageScale.value) / widthPx
  const top = underlaysOf(premises, levelId).at(-1)?.order ?? 0
  const id = newId<'underlay'>()
  const record: Underlay = {
    id,
    levelId,
    name,
    picture: part.name,
    mediaType,
    widthPx,
    heightPx,
    ...firstPlace(premises, levelId, made, metresPerPx),
    // What a schema would refuse (a page wider than any paper) is left out.
    ...(paperWidthM !== undefined && paperWidthM >= 0.001 && paperWidthM <= 100 ? { paperWidthM } : {}),
    ...(top === 0 ? {} : { order: top }),
    opacity: table.firstOpacity.value,
    ...(ends === null ? {} : { ends: ends.part.name }),
    evidence: { metresPerPx: { mark: 'assumed', source: name, when } },
  }
  return [{ record: { table: 'underlays', id }, field: null, after: record }]
}

/**
 * The changes that put the straightened picture in the place of the photo, where its corners lay on the plan. A straightened
 * photo has another scale than the photo: it is assumed again.
 */
export function straightenedChanges(
  underlay: Underlay,
  photo: { readonly picture: string; readonly widthPx: number; readonly heightPx: number },
  corners: Corners,
  made: MadePicture,
  when: string,
): readonly Change[] {
  const { id, name } = underlay
  const place = placeOfStraightened(underlay, photo, corners, made)
  const values: Readonly<Record<string, unknown>> = {
    picture: made.part.name,
    mediaType: made.mediaType,
    widthPx: made.widthPx,
    heightPx: made.heightPx,
    origin: place.origin,
    metresPerPx: place.metresPerPx,
    turnDeg: place.turnDeg,
    photo: { picture: photo.picture, corners },
    ends: null,
    'evidence.metresPerPx': { mark: 'assumed', source: name, when },
  }
  return Object.entries(values).map(([field, after]): Change => ({
    record: { table: 'underlays', id },
    field,
    after,
  }))
}

/** The place that keeps the corners nearest to where they were seen, but upright: turned no further than the photo was. */
function placeOfStraightened(
  underlay: Underlay,
  photo: { readonly widthPx: number; readonly heightPx: number },
  corners: Corners,
  { widthPx, heightPx }: MadePicture,
): UnderlayPlace {
  const before = underlay.photo && straightening(underlay.photo.corners, photo, Infinity)
  // What is shown now may be a straightened picture already: from a pixel of the photo to one of that.
  const shown = (corner: Corners[number]) => {
    if (before === undefined) return corner
    const [u, v] = straightPixel(before, corner)
    return [(u * underlay.widthPx) / before.widthPx, (v * underlay.heightPx) / before.heightPx] as const
  }
  const rectangle = [
    [0, 0],
    [widthPx, 0],
    [widthPx, heightPx],
    [0, heightPx],
  ] as const
  const pairs = rectangle.map((pixel, index) => ({
    pixel,
    plan: planPoint(underlay, shown(corners[index] ?? pixel)),
  }))
  const place = fitted(pairs)?.place
  if (!place) return underlay
  const middle = [widthPx / 2, heightPx / 2] as const
  const [x, y] = planPoint(place, middle)
  const upright = { ...place, turnDeg: underlay.turnDeg }
  const [ux, uy] = planPoint(upright, middle)
  return { ...upright, origin: snapPoint([place.origin[0] + x - ux, place.origin[1] + y - uy]) }
}
