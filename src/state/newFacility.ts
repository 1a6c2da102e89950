import table from '../../data/new-facility.json'
import { t } from '../i18n/index.ts'
import { emptyPremises, unplaced } from '../premises/empty.ts'
import { levelNames, newLevels } from '../premises/fittings/index.ts'
import { newId } from '../premises/ids.ts'
import { PersonError } from '../premises/message.ts'
import type { Building, Facility, Premises } from '../premises/model.ts'
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
  const levels = newLevels(building.id, above, below, table.storeyHeight.value, levelNames())
  return {
    ...emptyPremises({ name }),
    facility,
    buildings: { [building.id]: building },
    levels: Object.fromEntries(levels.map((level) => [level.id, level])),
  }
}

function storeys(count: number, field: string): number {
  if (!Number.isInteger(count) || count < 0 || count > table.mostStoreys.value)
    throw new PersonError('newFacilityStoreys', { most: table.mostStoreys.value }, { field })
  return count
}
