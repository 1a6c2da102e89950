import type { DoorOperation, DoorProperties, Opening, Wall } from '../model.ts'
import { type ZoneUseKey, isZoneUse, zoneUse } from '../uses.ts'

/** Categories of IMDF 1.0.0 (OGC 20-094) for uses of zones; the others follow from the kind of the use. */
const categories: Partial<Readonly<Record<ZoneUseKey, string>>> = {
  office: 'office',
  laboratory: 'laboratory',
  medical: 'firstaid',
  meeting: 'conferenceroom',
  hall: 'auditorium',
  classroom: 'classroom',
  library: 'library',
  readingRoom: 'library',
  guestRoom: 'lounge',
  lounge: 'lounge',
  reception: 'lobby',
  lobby: 'lobby',
  liftLobby: 'lobby',
  canteen: 'foodservice',
  kitchen: 'kitchen',
  store: 'storage',
  archive: 'storage',
  serverRoom: 'serverroom',
  electrical: 'nonpublic',
  mechanical: 'nonpublic',
  technical: 'nonpublic',
  cleaning: 'nonpublic',
  toilet: 'restroom',
  garage: 'parking',
  bikePark: 'parking',
  corridor: 'walkway',
  airlock: 'walkway',
  vehicleRamp: 'ramp',
  stair: 'stairs',
  lift: 'elevator',
  void: 'opentobelow',
  atrium: 'lobby',
  balcony: 'terrace',
  roof: 'terrace',
  yard: 'unenclosedarea',
  unknown: 'unspecified',
}

export function unitCategory(use: string): string {
  const known = isZoneUse(use) ? categories[use] : undefined
  if (known !== undefined) return known
  const { kind, key } = zoneUse(use)
  if (key === 'unknown') return 'unspecified'
  return kind === 'shaft' ? 'nonpublic' : kind === 'outdoor' ? 'unenclosedarea' : 'room'
}

export function openingCategory({ exit }: Opening): string {
  return exit === 'final' ? 'emergencyexit' : 'pedestrian'
}

export function fixtureCategory(kind: Wall['kind']): string {
  return kind === 'furniture' ? 'furniture' : kind === 'column' ? 'obstruction' : 'wall'
}

const doorTypes: Readonly<Record<DoorOperation, string>> = {
  swing: 'door',
  doubleSwing: 'door',
  sliding: 'movablepartition',
  folding: 'movablepartition',
  revolving: 'revolving',
  rollerShutter: 'shutter',
  turnstile: 'turnstile',
  gate: 'open',
  unknown: 'door',
}

/** IMDF's description of a door, with our own properties beside it. */
export function doorOf(door: DoorProperties | undefined): object | null {
  return door === undefined
    ? null
    : { ...door, automatic: null, material: null, type: doorTypes[door.operation] }
}
