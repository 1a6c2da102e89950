import { newId, type BuildingId } from '../../premises/ids.ts'
import type { Building, Level, Placement } from '../../premises/model.ts'
import { shortLevelName } from '../../premises/naming.ts'
import { assumed, fromDrawing } from '../draft.ts'
import { text } from './attributes.ts'
import { firstName } from './labels.ts'
import type { IfcModel } from './model.ts'
import type { Storey, StoreyReading } from './storeys.ts'

export interface LevelRecords {
  readonly buildings: readonly Building[]
  /** From the lowest up, building by building. */
  readonly levels: readonly Level[]
  readonly levelOf: ReadonlyMap<number, Level>
}

/** Buildings and levels of the storeys that are floors. */
export function levelRecords(
  model: IfcModel,
  { storeys, grounds }: StoreyReading,
  placement: Placement,
  file: string,
  facilityName: string,
): LevelRecords {
  const buildings = new Map<number | null, Building>()
  for (const { buildingId } of storeys) {
    if (buildings.has(buildingId)) continue
    const line = buildingId === null ? null : model.line(buildingId)
    const sourceId = text(line, 'GlobalId')
    buildings.set(buildingId, {
      id: newId<'building'>(),
      name: firstName([text(line, 'LongName'), text(line, 'Name')]) ?? facilityName,
      placement,
      evidence: { name: fromDrawing(file), placement: assumed('ifcPositionNotTrusted') },
      ...(sourceId === null ? {} : { sourceId }),
    })
  }
  const levelOf = new Map<number, Level>()
  for (const storey of storeys) {
    const building = buildings.get(storey.buildingId)
    if (building) levelOf.set(storey.id, levelOfStorey(storey, building.id, storeys, grounds, file))
  }
  return { buildings: [...buildings.values()], levels: [...levelOf.values()], levelOf }
}

function levelOfStorey(
  storey: Storey,
  buildingId: BuildingId,
  storeys: readonly Storey[],
  grounds: StoreyReading['grounds'],
  file: string,
): Level {
  const above = storeys
    .filter((other) => other.buildingId === storey.buildingId && other.elevationM > storey.elevationM + 0.01)
    .toSorted((p, q) => p.elevationM - q.elevationM)[0]
  const counted = grounds.some(
    (ground) =>
      ground.certain && storeys.find((each) => each.id === ground.id)?.buildingId === storey.buildingId,
  )
  return {
    id: newId<'level'>(),
    buildingId,
    name: storey.name || shortLevelName(storey.ordinal),
    shortName: shortLevelName(storey.ordinal),
    ordinal: storey.ordinal,
    elevationM: storey.elevationM,
    ...(above ? { heightM: Math.round((above.elevationM - storey.elevationM) * 10_000) / 10_000 } : {}),
    sourceId: storey.sourceId,
    evidence: {
      name: fromDrawing(file),
      elevationM:
        storey.elevationFrom === 'attribute'
          ? fromDrawing(file, 'IfcBuildingStorey.Elevation')
          : assumed('ifcFloorsOfRooms'),
      ordinal: counted ? fromDrawing(file, 'IfcBuildingStorey.Elevation') : assumed('ifcGroundGuessed'),
    },
  }
}
