import assumptions from '../../../data/import-assumptions.json'
import { snap } from '../../premises/geometry/plane.ts'
import { segmentLength } from '../../premises/geometry/segment.ts'
import { newId, type LevelId } from '../../premises/ids.ts'
import { PersonError } from '../../premises/message.ts'
import type { Level, Opening, Premises, Zone } from '../../premises/model.ts'
import { shortLevelName } from '../../premises/naming.ts'
import { isZoneUse } from '../../premises/uses.ts'
import { assumed, fromDrawing, newBuilding, newLevel, startDraft, type Draft } from '../draft.ts'
import type { Feature } from '../geojson/collection.ts'
import { largest, localFrame, localPoint, localPolygons, placementAround } from '../geojson/frame.ts'
import { useOfName } from '../words.ts'
import { asNumber, asObject, asText } from '../json.ts'
import type { Finding } from '../result.ts'
import { sideFinder } from '../sides.ts'
import { joinVertically } from '../vertical.ts'
import type { ImportContext } from '../pace.ts'
import type { ImdfFile } from './files.ts'
import { label } from './label.ts'
import { unitNames } from './names.ts'

/** Levels, zones, openings and stairs of the features of an IMDF archive. */
export async function buildImdf(
  features: ReadonlyMap<ImdfFile, readonly Feature[]>,
  findings: Finding[],
  context: ImportContext,
): Promise<Premises> {
  const units = features.get('unit') ?? []
  const placement = placementAround([...(features.get('building') ?? []), ...units])
  if (!placement) throw new PersonError('import.imdfEmpty', {}, { file: 'unit.geojson' })
  const frame = localFrame(placement)
  const [first] = features.get('building') ?? []
  const buildingName =
    label(first?.properties['name']) ?? label(features.get('venue')?.[0]?.properties['name']) ?? 'IMDF'
  const building = newBuilding(buildingName, placement, first?.id ?? undefined)
  const draft = startDraft(
    label(features.get('venue')?.[0]?.properties['name']) ?? buildingName,
    building,
    placement,
  )

  const levels = new Map<string, Level>()
  for (const feature of features.get('level') ?? []) {
    const ordinal = asNumber(feature.properties['ordinal'])
    if (feature.id === null || ordinal === null) {
      findings.push({
        kind: 'dropped',
        code: 'import.levelWithoutOrdinal',
        severity: 'warning',
        where: { file: 'level.geojson', place: `features[${feature.index}]` },
      })
      continue
    }
    const name = label(feature.properties['name']) ?? String(ordinal)
    const outline = largest(localPolygons(frame, feature))
    const level = newLevel(
      building.id,
      {
        name,
        shortName: label(feature.properties['short_name'])?.slice(0, 3) ?? shortLevelName(ordinal),
        ordinal,
        elevationM: snap(ordinal * assumptions.storeyHeight.value),
        heightM: assumptions.storeyHeight.value,
        sourceId: feature.id,
        ...(outline ? { outline } : {}),
      },
      {
        elevationM: assumed('storeyHeight'),
        heightM: assumed('storeyHeight'),
        name: fromDrawing('level.geojson'),
      },
    )
    levels.set(feature.id, level)
    draft.add('levels', level)
  }
  if (levels.size === 0) throw new PersonError('import.imdfEmpty', {}, { file: 'level.geojson' })
  context.progress({ stage: 'geometry', share: 0.2 })
  await context.breathe()

  const byLevel = new Map<LevelId, Zone[]>()
  const names = unitNames(features)
  for (const feature of units) {
    const level = levels.get(asText(feature.properties['level_id']) ?? '')
    const polygon = largest(localPolygons(frame, feature))
    if (!level || !polygon) {
      findings.push({
        kind: 'dropped',
        code: level ? 'import.unitWithoutShape' : 'import.unitWithoutLevel',
        severity: 'warning',
        where: { file: 'unit.geojson', place: `features[${feature.index}]` },
      })
      continue
    }
    const category = asText(feature.properties['category']) ?? 'unspecified'
    const name = names.get(feature.id ?? '') ?? ''
    const zone = newZone(level.id, feature, category, name, polygon)
    draft.add('zones', zone)
    byLevel.set(level.id, [...(byLevel.get(level.id) ?? []), zone])
  }
  if (byLevel.size === 0) throw new PersonError('import.imdfEmpty', {}, { file: 'unit.geojson' })
  context.progress({ stage: 'geometry', share: 0.7 })
  await context.breathe()

  addOpenings(features.get('opening') ?? [], levels, byLevel, draft, findings, (feature) =>
    feature.lines.map((line) => line.map((position) => localPoint(frame, position))),
  )
  context.progress({ stage: 'join', share: 0.5 })
  await context.breathe()
  const storeys = [...levels.values()].toSorted((a, b) => a.ordinal - b.ordinal)
  joinVertically(draft, storeys, byLevel, findings)
  context.progress({ stage: 'join', share: 1 })
  findings.unshift({
    kind: 'found',
    code: 'import.placedByFile',
    severity: 'info',
    params: { longitude: placement.longitude, latitude: placement.latitude },
  })
  return draft.done()
}

function newZone(
  levelId: LevelId,
  feature: Feature,
  category: string,
  name: string,
  polygon: Zone['polygon'],
): Zone {
  const table = assumptions.imdfUses.values as Readonly<Record<string, string>>
  const mapped = table[category] ?? table[category.split('.')[0] ?? ''] ?? 'unknown'
  const guessed = mapped === 'unknown' ? useOfName(name) : null
  return {
    id: newId<'zone'>(),
    levelId,
    name,
    use: guessed ?? (isZoneUse(mapped) ? mapped : 'unknown'),
    polygon,
    evidence: {
      polygon: fromDrawing('unit.geojson'),
      name: fromDrawing('unit.geojson'),
      use: guessed ? assumed('fromName') : fromDrawing('unit.geojson', category),
    },
    ...(feature.id ? { sourceId: feature.id } : {}),
  }
}

function addOpenings(
  openings: readonly Feature[],
  levels: ReadonlyMap<string, Level>,
  byLevel: ReadonlyMap<LevelId, readonly Zone[]>,
  draft: Draft,
  findings: Finding[],
  linesOf: (feature: Feature) => readonly (readonly (readonly [number, number])[])[],
): void {
  const finders = new Map([...byLevel].map(([levelId, zones]) => [levelId, sideFinder(zones)]))
  for (const feature of openings) {
    const where = { file: 'opening.geojson', place: `features[${feature.index}]` }
    const level = levels.get(asText(feature.properties['level_id']) ?? '')
    const line = linesOf(feature)[0]
    const [a, b] = [line?.[0], line?.at(-1)]
    if (!level || !a || !b || (a[0] === b[0] && a[1] === b[1])) {
      findings.push({
        kind: 'dropped',
        code: level ? 'import.openingWithoutLine' : 'import.openingWithoutLevel',
        severity: 'warning',
        where,
      })
      continue
    }
    const sides = finders.get(level.id)?.sides([a, b]) ?? [null, null]
    if (sides[0] === sides[1]) {
      findings.push({
        kind: 'dropped',
        code: sides[0] ? 'import.openingInsideZone' : 'import.openingJoinsNothing',
        severity: 'warning',
        where,
      })
      continue
    }
    const door = asObject(feature.properties['door'])
    const doorType = asText(door?.['type'])
    const outside = sides.includes(null)
    const opening: Opening = {
      id: newId<'opening'>(),
      levelId: level.id,
      name: label(feature.properties['name']) ?? '',
      kind: doorType === 'open' || doorType === null ? 'passage' : 'door',
      segment: [a, b],
      sides,
      clearWidthM: snap(segmentLength([a, b])),
      ...(doorType === 'open' || doorType === null
        ? {}
        : { door: { operation: operationOf(doorType), leaves: 1 as const } }),
      ...(outside ? { exit: 'undecided' as const } : {}),
      // A drawn line is no measured clear width: it often has one length for all doors.
      evidence: { clearWidthM: assumed('drawnLine'), segment: fromDrawing('opening.geojson') },
      ...(feature.id ? { sourceId: feature.id } : {}),
    }
    draft.add('openings', opening)
  }
}

function operationOf(type: string): NonNullable<Opening['door']>['operation'] {
  switch (type) {
    case 'revolving':
      return 'revolving'
    case 'sliding':
      return 'sliding'
    case 'turnstile':
      return 'turnstile'
    case 'shutter':
      return 'rollerShutter'
    case 'swinging':
    case 'door':
      return 'swing'
    default:
      return 'unknown'
  }
}
