import type { RecordRef } from '../../premises/operation.ts'
import { highestRiserM } from './stairs.ts'
import type { Finding } from '../result.ts'
import { text } from './attributes.ts'
import type { Built } from './build.ts'
import {
  areaDifferences,
  boundaryDifferences,
  grouped,
  halfLevels,
  leftOut,
  leftOutDoors,
} from './findings.ts'
import type { FilePosition } from './position.ts'
import type { Reading } from './read.ts'
import type { LengthUnit } from './units.ts'

/** What an IFC file tells beside the check that every import ends with. */
export function ifcFindings(
  reading: Reading,
  built: Built,
  position: FilePosition,
  unit: LengthUnit,
  file: string,
): readonly Finding[] {
  return [
    ...ofPlace(reading, position, unit, file),
    ...ofStoreys(reading, built, file),
    ...ofRooms(reading, built, unit, file),
    ...ofDoors(reading, built, file),
    ...ofStairs(reading, built, file),
  ]
}

function ofPlace(
  { origin }: Reading,
  { claimed }: FilePosition,
  unit: LengthUnit,
  file: string,
): readonly Finding[] {
  const round = (value: number): number => Math.round(value * 1e4) / 1e4
  return [
    {
      kind: 'decide',
      code: claimed === null ? 'ifc.noPosition' : 'ifc.positionNotTrusted',
      severity: 'info',
      params:
        claimed === null ? {} : { latitude: round(claimed.latitude), longitude: round(claimed.longitude) },
      where: { file, place: 'IfcSite', record: { table: 'facility' } },
    },
    ...(unit.name === null
      ? [
          {
            kind: 'assumed',
            code: 'ifc.noLengthUnit',
            severity: 'warning',
            where: { file },
          } satisfies Finding,
        ]
      : []),
    ...(origin[0] === 0 && origin[1] === 0
      ? []
      : [
          {
            kind: 'found',
            code: 'ifc.farFromZero',
            severity: 'info',
            params: { x: origin[0], y: origin[1] },
            where: { file },
          } satisfies Finding,
        ]),
  ]
}

function ofStoreys(
  { storeys, model }: Reading,
  { premises, zoneOf }: Built,
  file: string,
): readonly Finding[] {
  const levels = Object.values(premises.levels)
  const refs = (ids: readonly (string | undefined)[]): RecordRef[] =>
    levels.filter((level) => ids.includes(level.sourceId)).map(({ id }) => ({ table: 'levels', id }))
  const guessed = storeys.grounds
    .filter((ground) => !ground.certain)
    .map(({ id }) => text(model.line(id), 'GlobalId') ?? `#${id}`)
  const derived = storeys.storeys
    .filter((storey) => storey.elevationFrom === 'rooms')
    .map((storey) => storey.sourceId)
  const moved = [...storeys.movedRooms.keys()].flatMap((space): RecordRef[] => {
    const zone = zoneOf.get(space)
    return zone ? [{ table: 'zones', id: zone.id }] : []
  })
  const ground = levels.filter((level) => level.ordinal === 0).map((level) => level.name)
  return [
    ...leftOut(
      'storeyDropped',
      file,
      storeys.left.map((storey) => storey.name),
    ),
    ...grouped('groundGuessed', 'assumed', refs(guessed), {
      severity: 'warning',
      params: { level: ground.join('; ') },
    }),
    ...grouped('elevationDerived', 'assumed', refs(derived), { severity: 'warning' }),
    ...grouped('roomMoved', 'found', moved, { severity: 'warning' }),
    ...halfLevels(premises),
  ]
}

function ofRooms(
  { rooms, properties, edgesWithoutWalls }: Reading,
  { zoneOf }: Built,
  unit: LengthUnit,
  file: string,
): readonly Finding[] {
  const zoneRefs = (spaces: readonly Parameters<typeof zoneOf.get>[0][]): RecordRef[] =>
    spaces.flatMap((space): RecordRef[] => {
      const zone = zoneOf.get(space)
      return zone ? [{ table: 'zones', id: zone.id }] : []
    })
  const names = (why: 'noShape' | 'grossArea'): string[] =>
    rooms.left.filter((each) => each.why === why).map((each) => each.name)
  return [
    ...leftOut('roomWithoutShape', file, names('noShape'), 'warning'),
    ...leftOut('grossAreaDropped', file, names('grossArea')),
    ...grouped('roomsJoined', 'found', zoneRefs(rooms.joinedParts)),
    ...grouped(
      'roomInParts',
      'found',
      zoneRefs(rooms.spaces.filter((space) => /\/\d+$/.test(space.sourceId))),
      { severity: 'warning' },
    ),
    ...grouped('floorNotLevel', 'found', zoneRefs(rooms.spaces.filter((space) => !space.levelFloor)), {
      severity: 'warning',
    }),
    ...grouped(
      'edgesWithoutWalls',
      'decide',
      zoneRefs([...new Set(edgesWithoutWalls.flatMap(({ left, right }) => [left, right]))]),
      {
        severity: 'warning',
      },
    ),
    ...areaDifferences(zoneOf, properties, unit.metresPerUnit ** 2),
  ]
}

function ofDoors({ doors, boundaries, rooms }: Reading, built: Built, file: string): readonly Finding[] {
  const refs = (wanted: (each: Built['doors'][number]) => boolean): RecordRef[] =>
    built.doors.filter(wanted).map(({ opening }) => ({ table: 'openings', id: opening.id }))
  return [
    ...grouped(
      'exitDerived',
      'assumed',
      refs(({ exit }) => exit?.derived === true),
      { severity: 'warning' },
    ),
    ...grouped(
      'widthContradicted',
      'assumed',
      refs(({ door }) => door.contradictedM !== null),
      { severity: 'warning' },
    ),
    ...grouped(
      'widthOfShape',
      'assumed',
      refs(({ door }) => door.widthFrom === 'shape' && door.contradictedM === null),
    ),
    ...grouped(
      'fixedPanel',
      'assumed',
      refs(({ door }) => door.operation.fixedPanel),
      { severity: 'warning' },
    ),
    ...grouped(
      'widthNominal',
      'found',
      refs(({ door }) => door.widthFrom === 'attribute'),
    ),
    ...grouped(
      'operationByName',
      'assumed',
      refs(({ door }) => door.operation.from === 'name'),
    ),
    ...leftOutDoors(doors.left, built.zoneOf, file),
    ...boundaryDifferences(built.doors, boundaries, rooms.spaces, built.premises),
  ]
}

function ofStairs(
  { stairs, ramps, transports, passages, holesIntoShafts }: Reading,
  built: Built,
  file: string,
): readonly Finding[] {
  const stairRefs = (wanted: (made: Built['stairs'][number]) => boolean): RecordRef[] =>
    built.stairs.filter(wanted).map(({ stair }) => ({ table: 'stairs', id: stair.id }))
  const rejected = built.stairs.flatMap(({ links }) => links.flatMap((link) => link.rejectedRiserM ?? []))
  const holes = passages.filter((passage) => passage.from === 'hole').map((passage) => passage.sourceId)
  const holeRefs = Object.values(built.premises.openings)
    .filter(
      (opening) =>
        opening.kind === 'passage' && opening.sourceId !== undefined && holes.includes(opening.sourceId),
    )
    .map(({ id }): RecordRef => ({ table: 'openings', id }))
  return [
    ...grouped(
      'stairAssumed',
      'assumed',
      stairRefs(({ links }) => links.length === 0),
      { severity: 'warning' },
    ),
    ...grouped(
      'stepsAssumed',
      'assumed',
      stairRefs(({ links }) => links.some((link) => link.stepsFrom !== 'shape')),
      { severity: 'warning' },
    ),
    ...grouped(
      'riserRejected',
      'found',
      stairRefs(({ links }) => links.some((link) => link.rejectedRiserM !== null)),
      {
        severity: 'warning',
        params: { riserM: Math.round((rejected[0] ?? 0) * 1000) / 1000, mostM: highestRiserM },
      },
    ),
    ...stairs.unlinked.map(({ element, touches }): Finding => {
      const zone = touches[0] && built.zoneOf.get(touches[0])
      return {
        kind: 'decide',
        code: 'ifc.stairUnlinked',
        severity: 'warning',
        params: { name: element.name ?? `#${element.id}`, zone: zone?.name ?? '–' },
        where: {
          file,
          place: `#${element.id}`,
          ...(zone ? { record: { table: 'zones', id: zone.id } } : {}),
        },
      }
    }),
    ...leftOut(
      'rampUnlinked',
      file,
      ramps.unlinked.map((ramp) => ramp.name ?? `#${ramp.id}`),
      'warning',
    ),
    ...leftOut(
      'escalatorDropped',
      file,
      transports.escalators.map((each) => each.name ?? `#${each.id}`),
    ),
    ...grouped('holeTaken', 'found', holeRefs),
    ...leftOut(
      'holeIntoShaft',
      file,
      holesIntoShafts.map(({ left, right }) => `${left.name} – ${right.name}`),
    ),
  ]
}
