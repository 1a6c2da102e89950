import { emptyPremises } from '../empty.ts'
import type {
  Building,
  Compartment,
  Facility,
  Level,
  Organisation,
  Placement,
  Premises,
  Study,
  Table,
} from '../model.ts'
import { outerFace } from './axes.ts'
import { chosen, drawing, plainId, sampleId } from './key.ts'
import { assemblyPointsOf, outdoorZones, rampOf } from './site.ts'
import { levelDoors } from './openings.ts'
import { liftDoors, liftsOf, stairsOf } from './vertical.ts'
import { upperLevels } from './upper.ts'
import { levelWalls } from './walls.ts'
import { levelWindows } from './windows.ts'
import { levelZones } from './zones.ts'
import type { FacilityLayout, LevelLayout, SampleLayout } from './layout.ts'

/** The fictional head office as premises. The same layout gives the same value, ids included. */
export function premisesOf(layout: SampleLayout): Premises {
  const { facility, stairs, site, survey } = layout
  const placement: Placement = { ...facility.facility.placement, placed: true }
  const building = buildingOf(facility, layout.ground, placement)
  const plans = [layout.basement, layout.ground, ...upperLevels(layout.upper)]
  const levels = new Map(facility.levels.map((level) => [level.key, levelOf(level, plans, building)]))
  const storeys = plans.map((plan) => {
    const level = levels.get(plan.level)
    if (!level) throw new Error(`no level ${plan.level}`)
    const zones = levelZones(plan, level)
    const openings = [
      ...levelDoors(plan, level, zones, survey),
      ...levelWindows(plan, level, zones),
      ...liftDoors(stairs, level, plan.level),
    ]
    return { zones, openings, walls: levelWalls(plan, level, zones) }
  })
  return {
    ...emptyPremises({ name: facility.facility.name }),
    facility: facilityOf(facility, placement),
    organisations: table(organisationsOf(facility)),
    buildings: table([building]),
    levels: table([...levels.values()]),
    zones: table([...outdoorZones(site), ...storeys.flatMap((storey) => storey.zones)]),
    openings: table(storeys.flatMap((storey) => storey.openings)),
    walls: table(storeys.flatMap((storey) => storey.walls)),
    stairs: table(stairsOf(stairs, levels)),
    ramps: table([rampOf(site)]),
    lifts: table(liftsOf(stairs)),
    assemblyPoints: table(assemblyPointsOf(site)),
    compartments: table(compartmentsOf(facility)),
    studies: table([studyOf(facility)]),
  }
}

function table<T extends { readonly id: string }>(records: readonly T[]): Table<T> {
  const byId: Record<string, T> = {}
  for (const record of records) {
    if (record.id in byId) throw new Error(`two records ${record.id}`)
    byId[record.id] = record
  }
  return byId
}

function facilityOf({ facility }: FacilityLayout, placement: Placement): Facility {
  return {
    name: facility.name,
    address: facility.address,
    headName: facility.headName,
    organisationId: plainId<'organisation'>('dv', facility.organisation),
    placement,
    groundFloorName: facility.groundFloorName,
    fictional: true,
    confidentiality: 'none',
    evidence: {},
  }
}

function organisationsOf({ organisations }: FacilityLayout): Organisation[] {
  return organisations.map(({ key, name, parent }) => ({
    id: plainId<'organisation'>('dv', key),
    name,
    ...(parent ? { parentId: plainId<'organisation'>('dv', parent) } : {}),
    evidence: {},
  }))
}

function buildingOf({ building }: FacilityLayout, ground: LevelLayout, placement: Placement): Building {
  const { key, ...facts } = building
  return {
    id: plainId<'building'>('nha', key.toLowerCase()),
    ...facts,
    placement,
    footprint: outerFace(ground.outline),
    evidence: { fireResistanceGrade: drawing, functionalGroup: drawing, fireHeightM: drawing },
  }
}

function levelOf(
  { key, ...facts }: FacilityLayout['levels'][number],
  plans: readonly LevelLayout[],
  building: Building,
): Level {
  const plan = plans.find((each) => each.level === key)
  return {
    id: sampleId('level', key),
    buildingId: building.id,
    ...facts,
    ...(plan ? { outline: outerFace(plan.outline) } : {}),
    evidence: { elevationM: drawing, heightM: drawing },
  }
}

function compartmentsOf({ compartments }: FacilityLayout): Compartment[] {
  return compartments.map(({ key, name, ratingMin }) => ({
    id: plainId<'compartment'>('c', key),
    name,
    ratingMin,
    evidence: { ratingMin: drawing },
  }))
}

function studyOf({ study: { key, ...facts } }: FacilityLayout): Study {
  return {
    id: plainId<'study'>('truong-hop', key),
    ...facts,
    evidence: {
      detectionS: chosen,
      alarmS: chosen,
      preMovementFirstS: chosen,
      preMovementLastS: chosen,
      assistedBy: chosen,
    },
  }
}
