import usual from '../../../data/new-facility.json'
import { bounds } from '../geometry/measure.ts'
import type { Point } from '../geometry/plane.ts'
import { newId } from '../ids.ts'
import { PersonError } from '../message.ts'
import type { Building, Placement, Premises } from '../model.ts'
import { frameOf, toWgs84 } from '../placement.ts'
import type { Change } from '../operation.ts'
import type { FloorEdit } from '../floor/index.ts'
import type { LevelNames } from './levelNames.ts'
import { checkHeight, newLevels } from './levels.ts'

/** Space between a new building and what is drawn of the last one, metres; it is moved to its place on the map later. */
const apartM = 20

/** A further building with levels of its own, beside those there are. Throws `buildingName`, `buildingStoreys`, `levelHeight`. */
export function addBuilding(
  premises: Premises,
  name: string,
  storeysAbove: number,
  storeysBelow: number,
  heightM: number,
  nameOf: LevelNames,
): FloorEdit {
  checkHeight(heightM)
  const most = usual.mostStoreys.value
  if (name.trim() === '') throw new PersonError('buildingName', {}, { field: 'name' })
  const counts = [storeysAbove, storeysBelow]
  if (!counts.every((n) => Number.isInteger(n) && n >= 0 && n <= most) || storeysAbove + storeysBelow === 0)
    throw new PersonError('buildingStoreys', { most }, { field: 'storeysAbove' })
  const building: Building = {
    id: newId<'building'>(),
    name: name.trim(),
    placement: placeBeside(premises),
    evidence: {},
  }
  const levels = newLevels(building.id, storeysAbove, storeysBelow, heightM, nameOf)
  const record = { table: 'buildings', id: building.id } as const
  return {
    changes: [
      { record, field: null, after: building },
      ...levels.map((level): Change => ({
        record: { table: 'levels', id: level.id },
        field: null,
        after: level,
      })),
    ],
    made: [record],
  }
}

/** A placement to the right of the last building, turned as it is; where there is none, the facility's. */
function placeBeside(premises: Premises): Placement {
  const last = Object.values(premises.buildings).at(-1)
  if (!last) return premises.facility.placement
  const box = bounds(cornersOf(premises, last))
  const at: Point = box ? [box[2] + apartM, box[1]] : [apartM, 0]
  const [longitude, latitude] = toWgs84(frameOf(last.placement), at)
  return { ...last.placement, longitude, latitude }
}

function* cornersOf(premises: Premises, building: Building): Generator<Point> {
  yield* building.footprint?.outer ?? []
  for (const zone of Object.values(premises.zones)) {
    const level = premises.levels[zone.levelId ?? '']
    if (level?.buildingId === building.id) yield* zone.polygon.outer
  }
  for (const { buildingId, outline } of Object.values(premises.levels))
    if (buildingId === building.id) yield* outline?.outer ?? []
}
