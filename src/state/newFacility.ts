import table from '../../data/new-facility.json'
import { t } from '../i18n/index.ts'
import { emptyPremises, unplaced } from '../premises/empty.ts'
import { addBuilding, levelNames, setLevelHeight } from '../premises/fittings/index.ts'
import type { FloorEdit } from '../premises/floor/floor.ts'
import { PersonError } from '../premises/message.ts'
import type { Facility, Premises } from '../premises/model.ts'
import { apply, makeOperations } from '../premises/operations/index.ts'
import type { NewFacility } from './app.ts'

/**
 * The premises of a new facility: its buildings in a row, with their levels, nothing drawn yet. Heights that nobody gave are
 * assumed, and marked so. Throws a `PersonError` `newFacilityName`, `newFacilityStoreys`, `buildingStoreys` or `levelHeight`
 * for fields that make none.
 */
export function newFacility(fields: NewFacility): Premises {
  const name = fields.name.trim()
  if (name === '') throw new PersonError('newFacilityName', {}, { field: 'name' })
  const [above, below] = (['storeysAbove', 'storeysBelow'] as const).map((field) =>
    storeys(fields[field], field),
  )
  if (above === 0 && below === 0)
    throw new PersonError('newFacilityStoreys', { most: table.mostStoreys.value }, { field: 'storeysAbove' })

  const address = fields.address.trim()
  const headName = fields.headName.trim()
  const ground = fields.groundFloorName ?? 'tang1'
  const facility: Facility = {
    name,
    ...(address === '' ? {} : { address }),
    ...(headName === '' ? {} : { headName }),
    placement: unplaced,
    groundFloorName: ground,
    evidence: {},
  }
  const first = { ...fields, name: fields.buildingName.trim() || t('state.building') }
  const height = fields.storeyHeightM ?? table.storeyHeight.value
  let premises: Premises = { ...emptyPremises({ name }), facility }
  for (const each of [first, ...(fields.furtherBuildings ?? [])]) {
    const names = levelNames(ground)
    const added = addBuilding(premises, each.name, each.storeysAbove, each.storeysBelow, height, names)
    premises = carriedOut(premises, added)
  }
  const { groundHeightM } = fields
  if (groundHeightM === undefined) return premises
  for (const level of Object.values(premises.levels))
    if (level.ordinal === 0)
      premises = carriedOut(premises, setLevelHeight(premises, level.id, groundHeightM))
  return premises
}

function carriedOut(premises: Premises, { changes }: FloorEdit): Premises {
  return apply(premises, makeOperations(premises, changes, 'new', 0))
}

function storeys(count: number, field: string): number {
  if (!Number.isInteger(count) || count < 0 || count > table.mostStoreys.value)
    throw new PersonError('newFacilityStoreys', { most: table.mostStoreys.value }, { field })
  return count
}
