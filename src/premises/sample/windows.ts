import type { Level, Opening, Zone } from '../model.ts'
import { faceAt, facesOf, isLeft, jambs, onGrid } from './faces.ts'
import { drawing } from './key.ts'
import type { OpeningId, ZoneId } from '../ids.ts'
import type { AxisPoint, LevelLayout } from './layout.ts'

/** The windows of one level, each in the façade of the room behind it and numbered there: `o-3-07-w1`. */
export function levelWindows(layout: LevelLayout, level: Level, zones: readonly Zone[]): readonly Opening[] {
  const faces = facesOf(zones)
  const places = new Map<ZoneId, number>()
  return layout.windows.flatMap((row) =>
    Array.from({ length: row.count }, (_, index): Opening => {
      const at: AxisPoint = [row.from[0] + index * row.step[0], row.from[1] + index * row.step[1]]
      const face = faceAt(faces, at, row.width)
      if (!face) throw new Error(`level ${layout.level}: no room behind the window at ${at.join(', ')}`)
      const { zone } = face
      const place = (places.get(zone.id) ?? 0) + 1
      places.set(zone.id, place)
      return {
        id: `${zone.id.replace(/^z/, 'o')}-w${place}` as OpeningId,
        levelId: level.id,
        name: `Cửa sổ ${zone.name} (${place})`,
        kind: 'window',
        segment: onGrid(jambs(face, at, row.width)),
        sides: isLeft(face, at) ? [zone.id, null] : [null, zone.id],
        clearWidthM: row.width,
        clearHeightM: Math.round((row.headM - row.sillM) * 1000) / 1000,
        sillM: row.sillM,
        headM: row.headM,
        evidence: { clearWidthM: drawing },
      }
    }),
  )
}
