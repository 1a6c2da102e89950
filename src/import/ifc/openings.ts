import { snapPoint, type Segment } from '../../premises/geometry/plane.ts'
import { newId, type LevelId, type ZoneId } from '../../premises/ids.ts'
import type { Level, Opening, Zone } from '../../premises/model.ts'
import { assumed, fromDrawing } from '../draft.ts'
import type { Door } from './doors.ts'
import type { ExitJudgement } from './exits.ts'
import type { Filling } from './filling.ts'
import { ownName } from './labels.ts'
import { doorProperties } from './operation.ts'
import type { Passage } from './passages.ts'
import { ratingMinutes, type Properties } from './properties.ts'
import type { Space } from './spaces.ts'
import type { Window } from './windows.ts'

export interface OpeningSources {
  readonly file: string
  readonly zoneOf: ReadonlyMap<Space, Zone>
  readonly properties: Properties
}

export function doorRecord(
  door: Door,
  level: Level,
  floorZ: number,
  exit: ExitJudgement | null,
  sources: OpeningSources,
): Opening {
  const { file, properties } = sources
  const rating = ratingMinutes(properties.text(door.id, 'FireRating'))
  const selfClosing = properties.truth(door.id, 'SelfClosing')
  // Of a door with a fixed panel only the other opens: half, until somebody measures it.
  const clearWidthM = millimetres(door.operation.fixedPanel ? door.widthM / 2 : door.widthM)
  return {
    id: newId<'opening'>(),
    levelId: level.id,
    name: ownName(door.name),
    kind: 'door',
    segment: door.segment.map(snapPoint) as unknown as Segment,
    sides: sidesOf(door, sources.zoneOf),
    clearWidthM,
    clearHeightM: millimetres(door.heightM),
    ...verticals(door, floorZ),
    door: {
      ...doorProperties(door.operation, door.ownDirection),
      ...(rating === null ? {} : { ratingMin: rating }),
      ...(selfClosing === null ? {} : { selfClosing }),
    },
    ...(exit === null ? {} : { exit: exit.exit }),
    sourceId: door.sourceId,
    evidence: {
      segment: fromDrawing(file),
      sides: fromDrawing(file),
      clearWidthM: widthEvidence(door, door.operation.fixedPanel, file),
      clearHeightM: fromDrawing(file, door.heightFrom === 'attribute' ? 'IfcDoor.OverallHeight' : 'IfcDoor'),
      door:
        door.operation.from === 'type'
          ? fromDrawing(file, 'OperationType')
          : assumed(door.operation.from === 'name' ? 'fromName' : undefined),
      ...(exit === null ? {} : { exit: exit.evidence }),
    },
  }
}

function widthEvidence({ widthFrom, contradictedM }: Filling, fixedPanel: boolean, file: string) {
  if (fixedPanel) return assumed('ifcFixedPanel')
  if (contradictedM !== null) return assumed('ifcWidthContradicted')
  if (widthFrom === 'attribute') return fromDrawing(file, 'OverallWidth')
  return widthFrom === 'hole' ? fromDrawing(file, 'IfcOpeningElement') : assumed('ifcWidthOfShape')
}

export function windowRecord(
  window: Window,
  level: Level,
  floorZ: number,
  { file, zoneOf }: OpeningSources,
): Opening {
  return {
    id: newId<'opening'>(),
    levelId: level.id,
    name: ownName(window.name),
    kind: 'window',
    segment: window.segment.map(snapPoint) as unknown as Segment,
    sides: sidesOf(window, zoneOf),
    clearWidthM: millimetres(window.widthM),
    clearHeightM: millimetres(window.heightM),
    ...verticals(window, floorZ),
    sourceId: window.sourceId,
    evidence: { segment: fromDrawing(file), clearWidthM: fromDrawing(file, 'OverallWidth') },
  }
}

export function passageRecord(
  passage: Passage,
  levelId: LevelId,
  index: number,
  { file, zoneOf }: OpeningSources,
): Opening {
  const note = {
    sharedEdge: 'ifcSharedEdge',
    virtualBoundary: 'IfcRelSpaceBoundary',
    hole: 'IfcOpeningElement',
  }[passage.from]
  const rooms = [passage.left.sourceId, passage.right.sourceId].toSorted().join('+')
  return {
    id: newId<'opening'>(),
    levelId,
    name: '',
    kind: 'passage',
    segment: passage.segment.map(snapPoint) as unknown as Segment,
    sides: sidesOf(passage, zoneOf),
    clearWidthM: millimetres(passage.widthM),
    clearHeightM: millimetres(passage.heightM),
    sourceId: passage.sourceId ?? `${rooms}/${index + 1}`,
    evidence: {
      segment: fromDrawing(file, note),
      sides: fromDrawing(file, note),
      clearWidthM: fromDrawing(file, note),
    },
  }
}

function sidesOf(
  { left, right }: { readonly left: Space | null; readonly right: Space | null },
  zoneOf: ReadonlyMap<Space, Zone>,
): readonly [ZoneId | null, ZoneId | null] {
  const idOf = (space: Space | null): ZoneId | null =>
    space === null ? null : (zoneOf.get(space)?.id ?? null)
  return [idOf(left), idOf(right)]
}

/** Sill and head above the floor of the level; a threshold of a few centimetres is no sill. */
function verticals(filling: Filling, floorZ: number): { readonly sillM: number; readonly headM: number } {
  const sill = filling.sillZ - floorZ
  const sillM = Math.abs(sill) < 0.05 ? 0 : millimetres(sill)
  return { sillM, headM: millimetres(sillM + filling.heightM) }
}

function millimetres(metres: number): number {
  return Math.round(metres * 1000) / 1000 + 0
}
