import type { EgressResult } from '../../workers/egress/job.ts'
import type { LevelId, OpeningId, ZoneId } from '../premises/ids.ts'
import type { Opening, Premises } from '../premises/model.ts'
import type { RecordRef } from '../premises/operation.ts'
import { formatClock, formatNumber, type Language } from '../i18n/format.ts'
import { t } from '../i18n/index.ts'
import { labelPoint } from '../premises/geometry/labelPoint.ts'
import { pointFeature, type MapFeature } from './features.ts'
import type { SignName } from './icons.ts'
import { turnedBy } from './freeRectangles.ts'
import { framesOf, extentOfRecord, levelsOfRecord, markPlace, openingsShown, outward } from './place.ts'
import { meanPoint } from '../premises/geometry/measure.ts'
import type { Point, Polygon } from '../premises/geometry/plane.ts'

/** What is assumed for the moment: shown on the map, never stored. */
export interface Assumptions {
  readonly shutOpenings: readonly OpeningId[]
  readonly closedZones: readonly ZoneId[]
}

/** Towards which side of the screen an exit leads: its name stands there, off the building. */
export type Side = 'top' | 'right' | 'bottom' | 'left'

export interface MarkInput {
  readonly premises: Premises
  readonly levelId: LevelId | null
  readonly assumptions: Assumptions | null
  /** Records with a fault or an open question. */
  readonly problems: readonly RecordRef[]
  /** While the plan is being drawn, faults are dots. */
  readonly quiet?: boolean
  /** With it, an exit says how many persons leave by it and when the last of them does. */
  readonly egress?: EgressResult | null
}

/** A sign with its place: in local metres, with the record that a tap selects. */
export interface Mark {
  readonly sign: SignName
  readonly position: Point
  readonly record: RecordRef
  readonly name: string
  /** Signs of a lower class give way: 0 blocked and exits, 1 faults, 2 storey exits, 3 assumed widths. */
  readonly rank: number
  /** Persons and last time of an exit. */
  readonly figure?: { readonly persons: number; readonly lastS: number }
  /** Unit vector out of the building, for signs that stand before a door outside. */
  readonly out: Point | null
}

/** How far the sign of an exit stands off its door, metres: the door's drawing stays free. */
const exitOffM = 1.5

/** The signs of a level, and those of things without level, ready for the map and for plans on paper. */
export function marksOf({
  premises,
  levelId,
  assumptions,
  problems,
  quiet = false,
  egress,
}: MarkInput): readonly Mark[] {
  const marks: Mark[] = []
  const shut = new Set(assumptions?.shutOpenings ?? [])
  for (const opening of openingsShown(premises, levelId)) {
    const mark = openingMark(premises, opening, shut.has(opening.id))
    const flow = mark?.sign === 'exit' ? egress?.perExit.find((exit) => exit.id === opening.id) : undefined
    if (mark) marks.push(flow && flow.persons >= 0.5 ? { ...mark, figure: flow } : mark)
    if (mark?.sign !== 'blocked' && opening.evidence.clearWidthM?.mark === 'assumed' && isPassed(opening)) {
      const position = markPlace(premises, opening, mark?.rank === 0 ? -0.55 : 0)
      marks.push({ sign: 'assumed', position, record: refOf(opening), name: '', rank: 3, out: null })
    }
  }
  for (const zoneId of assumptions?.closedZones ?? []) {
    const zone = premises.zones[zoneId]
    if (!zone || (zone.levelId !== null && zone.levelId !== levelId)) continue
    const position = middleOf(zone.polygon)
    marks.push({
      sign: 'blocked',
      position,
      record: { table: 'zones', id: zone.id },
      name: '',
      rank: 0,
      out: null,
    })
  }
  for (const point of Object.values(premises.assemblyPoints)) {
    const record: RecordRef = { table: 'assemblyPoints', id: point.id }
    marks.push({ sign: 'assembly', position: point.position, record, name: point.name, rank: 0, out: null })
  }
  for (const record of problems) {
    const mark = problemMark(premises, levelId, record)
    if (mark) marks.push(quiet ? { ...mark, sign: 'dot' } : mark)
  }
  return marks
}

export function markFeatures(input: MarkInput & { readonly bearingDeg: number }): MapFeature[] {
  const frames = framesOf(input.premises)
  const levelFrame = frames.ofLevel(input.levelId)
  return marksOf(input).map(({ sign, position, record, name, rank, out, figure }) => {
    const frame = extentOfRecord(input.premises, record, input.levelId)?.frame ?? levelFrame
    return pointFeature(position, frame, {
      sign,
      side: out ? sideOf(turnedBy(out, ((input.bearingDeg - frame.bearingDeg) * Math.PI) / 180)) : 'bottom',
      name: name.normalize('NFC'),
      figure: figure ? exitFigure(figure) : '',
      rank,
      id: record.table === 'facility' ? '' : record.id,
      table: record.table,
    })
  })
}

/** `45 người · 3:20`: persons who leave by an exit, and when the last one does. */
export function exitFigure({ persons, lastS }: NonNullable<Mark['figure']>): string {
  return t('map.exitFigure', { persons: Math.round(persons), last: formatClock(lastS) })
}

/** The side of the screen that a vector of the screen (y up) points to. */
export function sideOf([x, y]: Point): Side {
  if (Math.abs(x) > Math.abs(y)) return x > 0 ? 'right' : 'left'
  return y > 0 ? 'top' : 'bottom'
}

function openingMark(premises: Premises, opening: Opening, isShut: boolean): Mark | null {
  const record = refOf(opening)
  const blocked = isShut || opening.surveyedState === 'blocked' || opening.surveyedState === 'locked'
  if (blocked) {
    return {
      sign: 'blocked',
      position: markPlace(premises, opening, 0),
      record,
      name: '',
      rank: 0,
      out: null,
    }
  }
  const { name } = opening
  const before = { position: markPlace(premises, opening, exitOffM), record, name, rank: 0 }
  const out = outward(premises, opening)
  switch (opening.exit) {
    case 'final':
      return { sign: 'exit', ...before, out }
    case 'undecided':
      return { sign: 'exitUndecided', ...before, out }
    case 'storey':
      return {
        sign: 'storeyExit',
        position: markPlace(premises, opening, 0),
        record,
        name: '',
        rank: 2,
        out: null,
      }
    default:
      return null
  }
}

function problemMark(premises: Premises, levelId: LevelId | null, record: RecordRef): Mark | null {
  const levels = levelsOfRecord(premises, record)
  if (!levels || (levels.length > 0 && !levels.some((id) => id === levelId))) return null
  const extent = extentOfRecord(premises, record, levelId)
  const zone = record.table === 'zones' ? premises.zones[record.id] : undefined
  const position = zone ? middleOf(zone.polygon) : extent ? meanPoint(extent.points) : null
  return position ? { sign: 'badge', position, record, name: '', rank: 1, out: null } : null
}

function isPassed(opening: Opening): boolean {
  return opening.kind === 'door' || opening.kind === 'passage'
}

function refOf(opening: Opening): RecordRef {
  return { table: 'openings', id: opening.id }
}

const middles = new WeakMap<Polygon, Point>()

/** The point of a zone where its sign has most room; to a quarter of a metre, which is quick in large halls too. */
function middleOf(polygon: Polygon): Point {
  let middle = middles.get(polygon)
  if (!middle) middles.set(polygon, (middle = labelPoint(polygon, 0.25).point))
  return middle
}

/** A queue at an opening: how many persons wait there at most, and for how long somebody waits. */
export interface QueueMark {
  readonly openingId: OpeningId
  readonly position: Point
  readonly persons: number
  readonly seconds: number
  /** Diameter of its disc, CSS pixels: the area is proportional to the persons. */
  readonly sizePx: number
}

/** Queues of fewer persons than this are not drawn: one person who waits for the one before is no queue. */
const leastPersons = 2

/** Queues on a level; the largest queue of the building sets the scale, so that levels can be compared. */
export function queueMarks(
  premises: Premises,
  levelId: LevelId | null,
  egress: EgressResult,
): readonly QueueMark[] {
  const largest = Math.max(1, ...egress.perOpening.map((flow) => flow.queueMax))
  return egress.perOpening.flatMap((flow) => {
    const opening = premises.openings[flow.id]
    if (!opening || opening.levelId !== levelId || flow.queueMax < leastPersons) return []
    return {
      openingId: flow.id,
      position: markPlace(premises, opening, -0.9),
      persons: Math.round(flow.queueMax),
      seconds: Math.ceil(flow.queueToS - flow.queueFromS - 1e-6),
      sizePx: Math.max(24, 60 * Math.sqrt(flow.queueMax / largest)),
    }
  })
}

export function queueFeatures(
  premises: Premises,
  levelId: LevelId | null,
  egress: EgressResult,
  language: Language,
): MapFeature[] {
  const frame = framesOf(premises).ofLevel(levelId)
  return queueMarks(premises, levelId, egress).map(({ openingId, position, persons, seconds, sizePx }) =>
    pointFeature(position, frame, {
      id: openingId,
      persons: formatNumber(persons, language, 0),
      seconds: `${formatNumber(seconds, language, 0)} s`,
      sizePx,
      sort: -sizePx,
    }),
  )
}
