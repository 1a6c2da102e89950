import { area } from '../geometry/measure.ts'
import type { Polygon } from '../geometry/plane.ts'
import { intersection } from '../geometry/polygonOps.ts'
import { type LevelId, newId, type ZoneId } from '../ids.ts'
import type { Level, Lift, Premises, Stair, StairRun } from '../model.ts'
import type { Change } from '../operation.ts'
import { placesOfStair } from '../places.ts'
import { isWhole, levelsOf } from './levels.ts'
import { usualMark } from './marks.ts'
import { runOfHeight } from './runHeights.ts'

/** Where copies of a level's zones went: per level, the copy of each zone. */
export type Copies = ReadonlyMap<LevelId, ReadonlyMap<ZoneId, ZoneId>>

/**
 * The changes that join the copies of a level's stair and lift zones to their stairs and lifts. A stair goes on from storey to
 * storey, up and down; over a storey that has no part of it, it does not, and what lies beyond becomes a stair of its own.
 */
export function joinColumns(premises: Premises, source: Level, copies: Copies): readonly Change[] {
  const levels = levelsOf(premises, source.buildingId)
  const onSource = (id: ZoneId) => premises.zones[id]?.levelId === source.id
  const gone = new Set<string>()
  const stairs = Object.values(premises.stairs).flatMap((stair): readonly Change[] => {
    const zone = stair.zoneIds.find(onSource)
    if (zone === undefined || gone.has(stair.id)) return []
    return stairChanges(premises, stair, levels, columnOf(premises, stair, zone, levels, copies), gone)
  })
  const lifts = Object.values(premises.lifts).flatMap((lift) =>
    liftChanges(premises, lift, levels, copies, onSource),
  )
  return [...stairs, ...lifts]
}

/** A part of a column: its zone on a level, and where it comes from. */
interface Part {
  readonly level: Level
  readonly zoneId: ZoneId
  /** The stair that has it already; null for a copy and for a zone that no stair has. */
  readonly stair: Stair | null
  /** Where it stands in that stair. */
  readonly at: number
}

/** The zones of a stair, the copies of its zone on the source, and stair zones that stand in line with it beyond, from below. */
function columnOf(
  premises: Premises,
  stair: Stair,
  zone: ZoneId,
  levels: readonly Level[],
  copies: Copies,
): readonly Part[] {
  const outline = premises.zones[zone]?.polygon
  return levels.flatMap((level): Part[] => {
    const own = partOf(premises, stair, level)
    if (own) return [own]
    const copy = copies.get(level.id)?.get(zone)
    if (copy !== undefined) return [{ level, zoneId: copy, stair: null, at: -1 }]
    const other = outline && stairZoneAt(premises, level, outline)
    if (!other) return []
    const owner = Object.values(premises.stairs).find(({ zoneIds }) => zoneIds.includes(other))
    return [(owner && partOf(premises, owner, level)) ?? { level, zoneId: other, stair: null, at: -1 }]
  })
}

function partOf(premises: Premises, stair: Stair, level: Level): Part | null {
  const at = placesOfStair(premises, stair.zoneIds).findIndex((place) => place?.levelId === level.id)
  const zoneId = stair.zoneIds[at]
  return zoneId === undefined ? null : { level, zoneId, stair, at }
}

/** The stair zone of a level that covers most of an outline: at least half of the smaller. */
function stairZoneAt(premises: Premises, level: Level, outline: Polygon): ZoneId | null {
  const found = Object.values(premises.zones).find(({ levelId, use, polygon }) => {
    if (levelId !== level.id || use !== 'stair') return false
    const common = intersection([polygon], [outline]).reduce((sum, part) => sum + area(part), 0)
    return common >= 0.5 * Math.min(area(polygon), area(outline))
  })
  return found?.id ?? null
}

function stairChanges(
  premises: Premises,
  stair: Stair,
  levels: readonly Level[],
  column: readonly Part[],
  gone: Set<string>,
): readonly Change[] {
  return chainsOf(column, levels).flatMap((chain): readonly Change[] => {
    if (chain.length < 2 || chain.every((part) => part.stair !== null && part.stair === chain[0]?.stair))
      return []
    const owners = [
      ...new Set(chain.flatMap((part) => (part.stair && !gone.has(part.stair.id) ? [part.stair] : []))),
    ]
    // A zone that the copying did not touch, and no stair has, is joined only to what was copied or belongs to this stair.
    if (owners.length === 0 && chain.every(({ zoneId }) => premises.zones[zoneId] !== undefined)) return []
    const keeper = owners.includes(stair) ? stair : owners[0]
    // A stair that leaves the building's levels, or a storey between two of its own, is not put together anew.
    const parts = (owner: Stair) => chain.filter((part) => part.stair === owner).length
    if (owners.some((owner) => parts(owner) < owner.zoneIds.length)) return []
    const joined = joinedStair(stair, keeper ?? null, chain)
    const others = owners.filter((owner) => owner !== keeper)
    others.forEach(({ id }) => gone.add(id))
    const record = { table: 'stairs', id: joined.id } as const
    const changes: Change[] = keeper
      ? [
          { record, field: 'zoneIds', after: joined.zoneIds },
          { record, field: 'runs', after: joined.runs },
          ...(keeper.evidence['runs']?.mark === 'measured'
            ? [{ record, field: 'evidence.runs', after: usualMark('copiedLevel') }]
            : []),
        ]
      : [{ record, field: null, after: joined }]
    return [
      ...changes,
      ...others.map(({ id }): Change => ({ record: { table: 'stairs', id }, field: null, after: null })),
    ]
  })
}

/** The parts of a column without a storey left out between them; parts that one stair joins already stay together. */
function chainsOf(column: readonly Part[], levels: readonly Level[]): readonly (readonly Part[])[] {
  const chains: Part[][] = []
  for (const part of column) {
    const before = chains.at(-1)?.at(-1)
    const isJoined = before !== undefined && before.stair !== null && before.stair === part.stair
    if (before && (isJoined || areNext(before.level, part.level, levels))) chains.at(-1)?.push(part)
    else chains.push([part])
  }
  return chains
}

function areNext(below: Level, above: Level, levels: readonly Level[]): boolean {
  return !levels.some(
    (level) => level.elevationM > below.elevationM && level.elevationM < above.elevationM && isWhole(level),
  )
}

/** The stair through all parts of a chain: runs that were there stay, others are those of the nearest run at their own height. */
function joinedStair(shape: Stair, keeper: Stair | null, chain: readonly Part[]): Stair {
  const model = keeper && keeper.runs.length > 0 ? keeper : shape
  const runs = chain.slice(1).map((upper, index): StairRun => {
    const lower = chain[index] as Part
    const known = knownRun(lower, upper)
    return (
      known ?? runOfHeight(nearestRun(model, chain, index), upper.level.elevationM - lower.level.elevationM)
    )
  })
  const zoneIds = chain.map((part) => part.zoneId)
  if (keeper) return { ...keeper, zoneIds, runs }
  const { sourceId: _, ...rest } = shape
  return { ...rest, id: newId<'stair'>(), zoneIds, runs, evidence: { runs: usualMark('copiedLevel') } }
}

function knownRun(lower: Part, upper: Part): StairRun | null {
  const { stair, at } = lower
  return stair !== null && stair === upper.stair && upper.at === at + 1 ? (stair.runs[at] ?? null) : null
}

const nothing: StairRun = { flights: [], landings: [] }

/** The run of a stair nearest to a place in the chain, by storeys. */
function nearestRun(model: Stair, chain: readonly Part[], index: number): StairRun {
  let best: StairRun = model.runs[0] ?? nothing
  let least = Infinity
  chain.slice(1).forEach((upper, at) => {
    const lower = chain[at] as Part
    const run = lower.stair === model ? knownRun(lower, upper) : null
    if (run === null || Math.abs(at - index) >= least) return
    best = run
    least = Math.abs(at - index)
  })
  return best
}

function liftChanges(
  premises: Premises,
  lift: Lift,
  levels: readonly Level[],
  copies: Copies,
  onSource: (id: ZoneId) => boolean,
): readonly Change[] {
  const zone = lift.zoneIds.find(onSource)
  if (zone === undefined) return []
  const zoneIds = levels.flatMap((level): ZoneId[] => {
    const own = lift.zoneIds.find((id) => premises.zones[id]?.levelId === level.id)
    const id = own ?? copies.get(level.id)?.get(zone)
    return id === undefined ? [] : [id]
  })
  const elsewhere = lift.zoneIds.filter((id) => !zoneIds.includes(id))
  if (zoneIds.length + elsewhere.length === lift.zoneIds.length) return []
  return [{ record: { table: 'lifts', id: lift.id }, field: 'zoneIds', after: [...zoneIds, ...elsewhere] }]
}
