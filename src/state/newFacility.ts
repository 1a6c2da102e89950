import table from '../../data/new-facility.json'
import { t } from '../i18n/index.ts'
import { emptyPremises, unplaced } from '../premises/empty.ts'
import { snap } from '../premises/geometry/plane.ts'
import { type BuildingId, type LevelId, newId } from '../premises/ids.ts'
import { PersonError } from '../premises/message.ts'
import type { Building, Facility, Level, Premises } from '../premises/model.ts'
import type { NewFacility } from './app.ts'

/**
 * The premises of a new facility: one building and its levels, nothing drawn yet. Heights of the levels are assumed, and
 * marked so. Throws a `PersonError` `newFacilityName` or `newFacilityStoreys` for fields that make none.
 */
export function newFacility(fields: NewFacility): Premises {
  const name = fields.name.trim()
  if (name === '') throw new PersonError('newFacilityName', {}, { field: 'name' })
  const above = storeys(fields.storeysAbove, 'storeysAbove')
  const below = storeys(fields.storeysBelow, 'storeysBelow')
  if (above + below === 0)
    throw new PersonError('newFacilityStoreys', { most: table.mostStoreys.value }, { field: 'storeysAbove' })

  const address = fields.address.trim()
  const headName = fields.headName.trim()
  const facility: Facility = {
    name,
    ...(address === '' ? {} : { address }),
    ...(headName === '' ? {} : { headName }),
    placement: unplaced,
    groundFloorName: 'tang1',
    evidence: {},
  }
  const building: Building = {
    id: newId<'building'>(),
    name: fields.buildingName.trim() || t('state.building'),
    placement: unplaced,
    evidence: {},
  }
  const levels = Array.from({ length: above + below }, (_, index) => newLevel(building.id, index - below))
  return {
    ...emptyPremises({ name }),
    facility,
    buildings: { [building.id]: building },
    levels: Object.fromEntries(levels.map((level) => [level.id, level])),
  }
}

/** A level by its ordinal: 0 is Tầng 1, −1 the first basement. */
function newLevel(buildingId: BuildingId, ordinal: number): Level {
  const kind = ordinal >= 0 ? 'above' : 'below'
  const number = ordinal >= 0 ? ordinal + 1 : -ordinal
  const height = table.storeyHeight.value
  const assumed = { mark: 'assumed', source: table.storeyHeight.source } as const
  return {
    id: newId<'level'>() satisfies LevelId,
    buildingId,
    name: t(`state.level.${kind}`, { number }),
    shortName: t(`state.levelShort.${kind}`, { number }),
    ordinal,
    elevationM: snap(ordinal * height),
    heightM: height,
    evidence: { elevationM: assumed, heightM: assumed },
  }
}

function storeys(count: number, field: string): number {
  if (!Number.isInteger(count) || count < 0 || count > table.mostStoreys.value)
    throw new PersonError('newFacilityStoreys', { most: table.mostStoreys.value }, { field })
  return count
}
