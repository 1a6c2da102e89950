import { PersonError } from '../../premises/message.ts'
import { checkImport } from '../check.ts'
import { fromDrawing, newBuilding, newLevel, startDraft, assumed } from '../draft.ts'
import { localFrame, localPolygons, placementAround } from '../geojson/frame.ts'
import type { ImportContext } from '../pace.ts'
import type { Finding, ImportResult, SourceFile } from '../result.ts'
import type { LevelId } from '../../premises/ids.ts'
import type { Level, Zone } from '../../premises/model.ts'
import { joinVertically } from '../vertical.ts'
import { doorsOf } from './doors.ts'
import { readFloors } from './floors.ts'
import { roomsOf } from './rooms.ts'

/**
 * Premises from GeoJSON floors: one file a floor, of polygons whose `type` says building_outline, wall, window, door,
 * stairs, elevator and others, as WRLD indoor maps have them, with or without their `main.json`. Rooms are what is left of
 * the outline without walls, windows and doors.
 * @throws PersonError `import.noOutline`, and those of readCollection
 */
export async function importFloorGeojson(
  files: readonly SourceFile[],
  context: ImportContext,
): Promise<ImportResult> {
  const { name, floors } = readFloors(files)
  const placement = placementAround(floors.flatMap((floor) => floor.features))
  if (!placement || floors.every((floor) => floor.of('building_outline').length === 0)) {
    throw new PersonError('import.noOutline', {}, { file: files[0]?.name ?? '' })
  }
  const frame = localFrame(placement)
  const building = newBuilding(name, placement)
  const draft = startDraft(name, building, placement)
  const findings: Finding[] = [
    {
      kind: 'found',
      code: 'import.placedByFile',
      severity: 'info',
      params: { longitude: placement.longitude, latitude: placement.latitude },
    },
  ]
  const byLevel = new Map<LevelId, readonly Zone[]>()
  const levels: Level[] = []
  for (const [i, floor] of floors.entries()) {
    const outline = floor.of('building_outline').flatMap((feature) => localPolygons(frame, feature))
    if (outline.length === 0) {
      findings.push({
        kind: 'dropped',
        code: 'import.floorWithoutOutline',
        severity: 'warning',
        where: { file: floor.file },
      })
      continue
    }
    const level = newLevel(
      building.id,
      { ...floor.level, ...(outline[0] ? { outline: outline[0] } : {}) },
      {
        elevationM: assumed('storeyHeight'),
        heightM: assumed('storeyHeight'),
        name: fromDrawing(floor.file),
      },
    )
    levels.push(level)
    draft.add('levels', level)
    const { zones, passages, walls } = roomsOf(floor, frame, level.id, outline)
    const { doors, dropped } = doorsOf(floor, frame, level, zones, outline)
    for (const zone of zones) draft.add('zones', zone)
    for (const wall of walls) draft.add('walls', wall)
    for (const opening of [...passages, ...doors]) draft.add('openings', opening)
    findings.push(...dropped)
    byLevel.set(level.id, zones)
    context.progress({ stage: 'geometry', share: (i + 1) / floors.length })
    await context.breathe()
  }
  joinVertically(draft, levels, byLevel, findings)
  context.progress({ stage: 'join', share: 1 })
  await context.breathe()
  const premises = draft.done()
  const checked = checkImport(premises)
  context.progress({ stage: 'check', share: 1 })
  return {
    format: 'floorGeojson',
    premises,
    findings: [...checked.findings, ...findings],
    counts: checked.counts,
  }
}
