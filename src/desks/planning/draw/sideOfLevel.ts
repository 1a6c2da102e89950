import { bounds } from '../../../premises/geometry/measure.ts'
import { midpoint } from '../../../premises/geometry/segment.ts'
import type { OpeningId } from '../../../premises/ids.ts'
import type { Premises } from '../../../premises/model.ts'
import type { Side } from '../../../ui/drawing/screenSides.ts'

/** On which side of its level's drawing an opening lies: two doors of one corridor have one name, but not one place. */
export function sideOfLevel(premises: Premises, id: OpeningId): Side | null {
  const opening = premises.openings[id]
  if (!opening) return null
  const box = bounds(
    Object.values(premises.zones).flatMap((zone) =>
      zone.levelId === opening.levelId ? [...zone.polygon.outer] : [],
    ),
  )
  if (box === null) return null
  const [x, y] = midpoint(opening.segment)
  const [width, depth] = [box[2] - box[0], box[3] - box[1]]
  if (width <= 0 || depth <= 0) return null
  const right = (2 * (x - box[0])) / width - 1
  const up = (2 * (y - box[1])) / depth - 1
  return Math.abs(right) >= Math.abs(up) ? (right > 0 ? 'right' : 'left') : up > 0 ? 'top' : 'bottom'
}
