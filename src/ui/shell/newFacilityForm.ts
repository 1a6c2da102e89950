import table from '../../../data/new-facility.json'
import { parseNumber, type Language } from '../../i18n/format.ts'
import { t } from '../../i18n/index.ts'
import type { GroundFloorName } from '../../premises/naming.ts'
import type { NewFacility } from '../../state/app.ts'

/** What is typed, as it is typed. */
export interface FormValues {
  readonly name: string
  readonly address: string
  readonly headName: string
  readonly buildingName: string
  readonly storeysAbove: string
  readonly storeysBelow: string
  readonly groundFloorName: GroundFloorName
  readonly storeyHeight: string
  readonly groundHeight: string
  readonly buildings: readonly BuildingValues[]
}

export interface BuildingValues {
  readonly key: number
  readonly name: string
  readonly storeysAbove: string
  readonly storeysBelow: string
}

export const emptyForm: FormValues = {
  name: '',
  address: '',
  headName: '',
  buildingName: '',
  storeysAbove: '1',
  storeysBelow: '0',
  groundFloorName: 'tang1',
  storeyHeight: '',
  groundHeight: '',
  buildings: [],
}

/** What keeps the form from being taken, by the id of the field, in the order of the form. */
export function faultsOf(values: FormValues, language: Language): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const need = (id: string, fault: string | null) => fault !== null && found.set(id, fault)
  need('name', values.name.trim() === '' ? t('shell.field.required') : null)
  need('storeysAbove', countFault(values.storeysAbove, 1))
  need('storeysBelow', countFault(values.storeysBelow, 0))
  need('storeyHeight', heightFault(values.storeyHeight, language))
  need('groundHeight', heightFault(values.groundHeight, language))
  for (const { key, name, storeysAbove, storeysBelow } of values.buildings) {
    need(`name-${key}`, name.trim() === '' ? t('shell.field.required') : null)
    need(`storeysAbove-${key}`, countFault(storeysAbove, 1))
    need(`storeysBelow-${key}`, countFault(storeysBelow, 0))
  }
  return found
}

/** The fields as the app takes them; what was left empty is left out. */
export function fieldsOf(values: FormValues, language: Language, defaultBuilding: string): NewFacility {
  const storeyHeightM = heightOf(values.storeyHeight, language)
  const groundHeightM = heightOf(values.groundHeight, language)
  return {
    name: values.name.trim(),
    address: values.address.trim(),
    headName: values.headName.trim(),
    buildingName: values.buildingName.trim() || defaultBuilding,
    storeysAbove: Number(values.storeysAbove),
    storeysBelow: Number(values.storeysBelow),
    groundFloorName: values.groundFloorName,
    ...(storeyHeightM === null ? {} : { storeyHeightM }),
    ...(groundHeightM === null ? {} : { groundHeightM }),
    furtherBuildings: values.buildings.map(({ name, storeysAbove, storeysBelow }) => ({
      name: name.trim(),
      storeysAbove: Number(storeysAbove),
      storeysBelow: Number(storeysBelow),
    })),
  }
}

function countFault(text: string, min: number): string | null {
  // More storeys below ground than above is a slip of the pen.
  const max = min === 0 ? 20 : table.mostStoreys.value
  const value = Number(text.trim() || Number.NaN)
  return Number.isInteger(value) && value >= min && value <= max
    ? null
    : t('shell.field.wholeBetween', { min, max })
}

const heights = { min: 2, max: 30 } as const

function heightFault(text: string, language: Language): string | null {
  if (text.trim() === '') return null
  const value = heightOf(text, language)
  return value !== null && value >= heights.min && value <= heights.max
    ? null
    : t('shell.field.between', heights)
}

function heightOf(text: string, language: Language): number | null {
  return text.trim() === '' ? null : parseNumber(text, language)
}
