import type { EgressResult } from '../../workers/egress/job.ts'
import type { RoutesResult, Stretch, Way } from '../../workers/routes/job.ts'
import type { OpeningId, ZoneId } from '../../src/premises/ids.ts'
import type { Opening, Premises } from '../../src/premises/model.ts'
import type { Point } from '../../src/premises/geometry/plane.ts'
import { labelPoint } from '../../src/premises/geometry/labelPoint.ts'
import { distance, midpoint } from '../../src/premises/geometry/segment.ts'
import { personsOf } from '../../src/premises/persons.ts'

/**
 * Ways out as the crow flies from door to door: stand-ins with the shape of the real results, so that the map can be
 * looked at and tested without its workers. Their lengths and times mean nothing.
 */
export function roughRoutes(premises: Premises, shut: readonly OpeningId[]): RoutesResult {
  const openings = Object.values(premises.openings).filter(
    (opening) => (opening.kind === 'door' || opening.kind === 'passage') && !shut.includes(opening.id),
  )
  const first = searched(premises, openings, null)
  const zones: RoutesResult['zones'][number][] = []
  const unreachable: RoutesResult['unreachable'][number][] = []
  const second = new Map<OpeningId, Map<ZoneId, Way>>()
  for (const zone of Object.values(premises.zones)) {
    if (zone.levelId === null) continue
    const way = first.get(zone.id)
    if (!way) {
      unreachable.push({ zoneId: zone.id, reason: 'noOpening' })
      continue
    }
    let others = second.get(way.exitId)
    if (!others) second.set(way.exitId, (others = searched(premises, openings, way.exitId)))
    zones.push({ zoneId: zone.id, first: way, second: others.get(zone.id) ?? null, deadEndM: 0 })
  }
  return { zones, unreachable, provenance: { engine: 'rough', seed: 0, inputHash: '' } }
}

interface Step {
  readonly cost: number
  readonly at: Point
  readonly exit: OpeningId
  readonly through: readonly { readonly zone: ZoneId; readonly from: Point; readonly to: Point }[]
  readonly openings: readonly OpeningId[]
}

function searched(premises: Premises, openings: readonly Opening[], without: OpeningId | null): Map<ZoneId, Way> {
  const best = new Map<string, Step>()
  const queue: { zone: ZoneId; door: Opening | null; step: Step }[] = []
  for (const door of openings) {
    if (door.exit !== 'final' || door.id === without) continue
    const zone = door.sides.find((side) => side && premises.zones[side]?.levelId)
    if (zone) queue.push({ zone, door, step: { cost: 0, at: midpoint(door.segment), exit: door.id, through: [], openings: [door.id] } })
  }
  const entered = new Map<ZoneId, Step>()
  while (queue.length > 0) {
    queue.sort((a, b) => a.step.cost - b.step.cost)
    const { zone, door, step } = queue.shift() as (typeof queue)[number]
    if (entered.has(zone)) continue
    entered.set(zone, step)
    best.set(zone, step)
    for (const next of openings) {
      if (next === door || !next.sides.includes(zone)) continue
      const other = next.sides[0] === zone ? next.sides[1] : next.sides[0]
      if (!other || premises.zones[other]?.levelId === null || entered.has(other)) continue
      const at = midpoint(next.segment)
      queue.push({
        zone: other,
        door: next,
        step: {
          cost: step.cost + distance(at, step.at),
          at,
          exit: step.exit,
          through: [{ zone, from: at, to: step.at }, ...step.through],
          openings: [next.id, ...step.openings],
        },
      })
    }
    for (const stair of Object.values(premises.stairs)) {
      const index = stair.zoneIds.indexOf(zone)
      if (index < 0) continue
      for (const other of [stair.zoneIds[index - 1], stair.zoneIds[index + 1]]) {
        if (!other || entered.has(other)) continue
        const there = premises.zones[other]
        if (!there) continue
        const at = labelPoint(there.polygon).point
        queue.push({
          zone: other,
          door: null,
          step: { ...step, cost: step.cost + 9, at, through: [{ zone, from: at, to: step.at }, ...step.through] },
        })
      }
    }
  }
  const ways = new Map<ZoneId, Way>()
  for (const [zoneId, step] of entered) {
    const zone = premises.zones[zoneId]
    if (!zone) continue
    const far = zone.polygon.outer.reduce((a, b) => (distance(a, step.at) >= distance(b, step.at) ? a : b))
    const middle = labelPoint(zone.polygon).point
    const start: Point = [far[0] + (middle[0] - far[0]) * 0.12, far[1] + (middle[1] - far[1]) * 0.12]
    const stretches: Stretch[] = [
      { zoneId, line: [...start, ...step.at] },
      ...step.through.map(({ zone: id, from, to }) => ({ zoneId: id, line: [...from, ...to] })),
    ]
    const farthestM = step.cost + distance(start, step.at)
    ways.set(zoneId, { exitId: step.exit, doorM: step.cost, farthestM, timeS: farthestM / 0.8, openings: step.openings, stretches })
  }
  return ways
}

export function roughEgress(premises: Premises, routes: RoutesResult): EgressResult {
  const load = new Map<OpeningId, number>()
  for (const { zoneId, first } of routes.zones) {
    const zone = premises.zones[zoneId]
    if (!zone) continue
    for (const id of first.openings) load.set(id, (load.get(id) ?? 0) + personsOf(zone).count)
  }
  return {
    perOpening: [...load].map(([id, persons]) => ({
      id, flowPerS: 1, persons, queueMax: persons > 40 ? persons / 4 : 0, queueFromS: 10, queueToS: 10 + persons / 3, lastS: 100, widthMark: 'drawing',
    })),
    perZone: routes.zones.map(({ zoneId, first }) => {
      const zone = premises.zones[zoneId]
      return { id: zoneId, persons: zone ? personsOf(zone).count : 0, assisted: 0, exitId: first.exitId, clearedS: first.timeS * 1.6, densityPerM2: 0 }
    }),
  } as unknown as EgressResult // prettier-ignore
}
