import table from '../../../data/drawing.json'
import type { Evidence } from '../evidence.ts'
import { contains } from '../geometry/inside.ts'
import { area } from '../geometry/measure.ts'
import { minimumBox } from '../geometry/minimumBox.ts'
import { type Point, type Polygon } from '../geometry/plane.ts'
import { intersection } from '../geometry/polygonOps.ts'
import { angleDegrees } from '../geometry/trigonometry.ts'
import type { LevelId, ZoneId } from '../ids.ts'
import { PersonError } from '../message.ts'
import type { Level, Premises, StairRun, Zone } from '../model.ts'
import type { Change, RecordRef } from '../operation.ts'
import type { FloorEdit } from '../floor/index.ts'
import { cutZone } from './cut.ts'
import { levelsOf } from './levels.ts'
import { chosenMark, usualMark } from './marks.ts'
import { runOfHeight } from './runHeights.ts'
import { leadsUp, linked, nextStairName, stairEndingAt, stairStartingAt } from './stairLink.ts'
import { laidStair, stairShape, type StairSpec } from './stairShape.ts'

export { stairShape, type StairShape, type StairSpec } from './stairShape.ts'

/**
 * Puts a stair from this level to the next above: a stair zone on both, and their run. Where its middle lies in a stair zone that
 * is drawn already, that one is carried on upwards. Throws `noLevelAbove` (mend: make one), `stairTooSteep`, `stairZoneTaken`.
 */
export function placeStair(premises: Premises, levelId: LevelId, spec: StairSpec, middle: Point): FloorEdit {
  const { lower, upper, riseM } = storeyOf(premises, levelId)
  const there = Object.values(premises.zones).find(
    (zone) => zone.levelId === lower.id && zone.use === 'stair' && contains(zone.polygon, middle),
  )
  if (there) return stairFromZone(premises, there.id, spec)
  const { outline, run } = stairShape(spec, riseM, middle)
  const name = nextStairName(premises)
  const foot = cutZone(premises, lower.id, outline.outer, { name, use: 'stair' })
  const head = headZone(premises, upper, outline, name)
  return joined(premises, foot.zoneId, head, run, spec, name, lower.id, foot.changes)
}

/** A zone that is drawn already made the stair of a spec, up to the level above; its own outline stays. */
export function stairFromZone(premises: Premises, zoneId: ZoneId, spec: StairSpec): FloorEdit {
  const zone = premises.zones[zoneId]
  if (!zone || zone.levelId === null) throw new PersonError('stairZone')
  if (leadsUp(premises, zoneId)) throw new PersonError('stairZoneTaken')
  const { lower, upper, riseM } = storeyOf(premises, zone.levelId)
  const stair = stairEndingAt(premises, zoneId)
  const last = stair?.runs.at(-1)
  const run =
    last && last.flights.length > 0 ? runOfHeight(last, riseM) : runWithin(spec, riseM, zone.polygon)
  const name = stair?.name ?? (zone.name.trim() || nextStairName(premises))
  const record = { table: 'zones', id: zoneId } as const
  const changes: Change[] = []
  if (zone.use !== 'stair') changes.push({ record, field: 'use', after: 'stair' })
  if (zone.name.trim() === '') changes.push({ record, field: 'name', after: name })
  return joined(
    premises,
    zoneId,
    headZone(premises, upper, zone.polygon, name),
    run,
    spec,
    name,
    lower.id,
    changes,
  )
}

interface Head {
  readonly zoneId: ZoneId
  readonly changes: readonly Change[]
}

/** The zone that a stair arrives in: a stair zone there that nothing leads up to yet, else a new one with the same outline. */
function headZone(premises: Premises, upper: Level, outline: Polygon, name: string): Head {
  const there = Object.values(premises.zones).find(
    (zone) => zone.levelId === upper.id && isStairAbove(premises, zone, outline),
  )
  if (there) return { zoneId: there.id, changes: [] }
  return cutZone(premises, upper.id, outline.outer, { name, use: 'stair' })
}

function isStairAbove(premises: Premises, { id, use, polygon }: Zone, outline: Polygon): boolean {
  if (use !== 'stair') return false
  const owned = Object.values(premises.stairs).some(({ zoneIds }) => zoneIds.includes(id))
  if (owned && !stairStartingAt(premises, id)) return false
  const common = intersection([polygon], [outline]).reduce((sum, part) => sum + area(part), 0)
  return common >= 0.5 * Math.min(area(polygon), area(outline))
}

function joined(
  premises: Premises,
  lower: ZoneId,
  head: Head,
  run: StairRun,
  spec: StairSpec,
  name: string,
  levelId: LevelId,
  changes: readonly Change[],
): FloorEdit {
  const evidence = { runs: markOf(premises, levelId, spec) }
  const link = linked(premises, lower, head.zoneId, run, { name, kind: spec.kind, evidence })
  const made: RecordRef[] = [link.made]
  return { changes: [...changes, ...head.changes, ...link.changes], made }
}

/** The level and the next above it, and how far apart they are. Throws `noLevelAbove`. */
function storeyOf(
  premises: Premises,
  levelId: LevelId,
): { readonly lower: Level; readonly upper: Level; readonly riseM: number } {
  const lower = premises.levels[levelId]
  if (!lower) throw new PersonError('levelGone')
  const upper = levelsOf(premises, lower.buildingId).find((level) => level.elevationM > lower.elevationM)
  if (!upper) throw new PersonError('noLevelAbove', { level: lower.name })
  return { lower, upper, riseM: upper.elevationM - lower.elevationM }
}

/** A stair of usual steps and width is an assumption; one that somebody gave sizes is not. */
function markOf(premises: Premises, levelId: LevelId, { riserM, treadM, clearWidthM }: StairSpec): Evidence {
  const { riser, tread, clearWidth } = table.stair
  const isUsual = riserM === riser.value && treadM === tread.value && clearWidthM === clearWidth.value
  return isUsual ? usualMark('usualStair') : chosenMark(premises, levelId)
}

/**
 * The run of a spec in a zone: laid out along its sides, climbing as nearly as wished, where it has room; else flights without a
 * place, which the drawing lays out as usual.
 */
function runWithin(spec: StairSpec, riseM: number, polygon: Polygon): StairRun {
  const box = minimumBox(polygon.outer)
  const shapes = box
    ? directions(spec.climbsDeg, angleDegrees(box.axis[1], box.axis[0])).map((climbsDeg) =>
        laidStair({ ...spec, climbsDeg }, riseM, box.centre),
      )
    : []
  const fitting = shapes.find(({ inner }) => inner.outer.every((point) => contains(polygon, point, 0.02)))
  if (fitting) return fitting.run
  const { run } = stairShape(spec, riseM, [0, 0])
  return {
    flights: run.flights.map(({ risers, riserM, treadM, clearWidthM }) => ({
      risers,
      riserM,
      treadM,
      clearWidthM,
    })),
    landings: run.landings.map(({ lengthM, widthM }) => ({ lengthM, widthM })),
  }
}

/** The four directions along the sides of a box, the nearest to the wished one first. */
function directions(wishedDeg: number, axisDeg: number): readonly number[] {
  const away = (deg: number) => {
    const turned = Math.abs(((deg - wishedDeg) % 360) + 360) % 360
    return Math.min(turned, 360 - turned)
  }
  return [0, 90, 180, 270].map((quarter) => axisDeg + quarter).toSorted((a, b) => away(a) - away(b))
}
