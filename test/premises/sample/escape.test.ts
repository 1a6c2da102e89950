import { describe, expect, it } from 'vitest'
import { buildGraph, outside } from '../../../src/premises/graph.ts'
import { riseM } from '../../../src/premises/stairs.ts'
import { distance } from '../../../src/premises/geometry/segment.ts'
import { contains } from '../../../src/premises/geometry/inside.ts'
import type { OpeningId, ZoneId } from '../../../src/premises/ids.ts'
import type { Opening } from '../../../src/premises/model.ts'
import { indoor, levels, openings, sample, zones } from './sample.ts'

/** Zones from which somebody gets outside, with these openings and zones shut. */
function reached(
  shutOpenings: readonly string[] = [],
  closedZones: readonly string[] = [],
): ReadonlySet<string> {
  const graph = buildGraph(sample, {
    shutOpenings: shutOpenings as OpeningId[],
    closedZones: closedZones as ZoneId[],
  })
  const found = new Set<string>()
  const queue = [outside]
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    graph.forEachEdge(node, (_key, edge, from, to) => {
      const next = from === node ? to : from
      const { zoneId, closed } = graph.getNodeAttributes(next)
      if (!edge.passable || closed || zoneId === null || found.has(next)) return
      found.add(next)
      queue.push(next)
    })
  }
  return found
}

const doorsOf = (zone: string): readonly Opening[] =>
  openings.filter(({ sides, kind }) => kind !== 'window' && sides.includes(zone as ZoneId))

describe('everybody in the sample has a way out', () => {
  it('every zone indoors reaches a final exit', () => {
    const out = reached()
    expect(indoor.filter(({ id }) => !out.has(id)).map(({ name }) => name)).toEqual([])
  })

  it('whichever stair or exit is lost', () => {
    const finals = openings.filter(({ exit }) => exit === 'final').map(({ id }) => [id])
    const stairs = Object.values(sample.stairs).map(({ zoneIds }) => zoneIds)
    const lost = (shut: readonly string[], closed: readonly string[]) => {
      const out = reached(shut, closed)
      return indoor.filter(({ id, occupants = 0 }) => occupants > 0 && !closed.includes(id) && !out.has(id))
    }
    for (const shut of finals) expect(lost(shut, []).map(({ name }) => name)).toEqual([])
    for (const closed of stairs) expect(lost([], closed).map(({ name }) => name)).toEqual([])
  })

  it('the hall and the large meeting room have two exits or more, far apart', () => {
    for (const id of ['z-1-ht', 'z-7-07']) {
      const doors = doorsOf(id).filter(({ kind }) => kind === 'door')
      expect(doors.length).toBeGreaterThanOrEqual(2)
      const widest = Math.max(...doors.flatMap((a) => doors.map((b) => distance(a.segment[0], b.segment[0]))))
      expect(widest).toBeGreaterThan(12)
    }
  })
})

describe('the stairs of the sample can be walked', () => {
  const stairs = Object.values(sample.stairs)

  it('there are three, and together they join all levels', () => {
    expect(stairs.map(({ kind }) => kind)).toEqual(['enclosed', 'enclosed', 'enclosed'])
    for (const level of levels) {
      const here = stairs.filter(({ zoneIds }) =>
        zoneIds.some((id) => sample.zones[id]?.levelId === level.id),
      )
      expect(here.length, level.name).toBeGreaterThanOrEqual(2)
    }
  })

  it('flights climb exactly from storey to storey, in comfortable steps, 1.2 m wide or more', () => {
    for (const { zoneIds, runs } of stairs)
      runs.forEach((run, index) => {
        const height = (at: number) =>
          sample.levels[sample.zones[zoneIds[at] ?? '']?.levelId ?? '']?.elevationM ?? NaN
        expect(riseM(run)).toBeCloseTo(height(index + 1) - height(index), 6)
        for (const { riserM, treadM, clearWidthM, risers } of run.flights) {
          expect(riserM).toBeGreaterThanOrEqual(0.15 - 1e-9)
          expect(riserM).toBeLessThanOrEqual(0.165)
          expect(treadM).toBeGreaterThanOrEqual(0.28)
          expect(treadM).toBeLessThanOrEqual(0.3)
          expect(clearWidthM).toBeGreaterThanOrEqual(1.2)
          expect(risers).toBeLessThanOrEqual(18)
        }
        for (const landing of run.landings) expect(landing.lengthM).toBeGreaterThanOrEqual(1.3)
      })
  })

  it('flights and landings lie inside the stair, and a flight is as long as its treads', () => {
    for (const { zoneIds, runs } of stairs)
      runs.forEach((run, index) => {
        const polygon = sample.zones[zoneIds[index] ?? '']?.polygon
        if (!polygon) throw new Error('no stair zone')
        for (const { line = [], risers, treadM } of run.flights) {
          expect(distance(line[0] ?? [0, 0], line[1] ?? [0, 0])).toBeCloseTo((risers - 1) * treadM, 6)
          for (const point of line) expect(contains(polygon, point)).toBe(true)
        }
        for (const point of run.landings.flatMap(({ polygon: landing }) => landing?.outer ?? []))
          expect(contains(polygon, point)).toBe(true)
      })
  })
})

describe('what is wrong with the sample is there to be found', () => {
  it('the final door of stair S3 is narrower than its flights, those of S1 and S2 are not', () => {
    const final = (stair: string) =>
      doorsOf(`z-1-${stair}`).find(({ exit }) => exit === 'final')?.clearWidthM ?? NaN
    const flight = Object.values(sample.stairs)[2]?.runs[1]?.flights[0]?.clearWidthM ?? NaN
    expect(final('s3')).toBeLessThan(flight - 0.3)
    expect(final('s1')).toBeGreaterThan(flight * 0.95)
    expect(final('s2')).toBeGreaterThan(flight * 0.95)
  })

  it('the back door of the canteen is chained up', () => {
    const back = openings.find(({ name }) => name === 'Cửa sau nhà ăn')
    expect(back).toMatchObject({ exit: 'final', surveyedState: 'locked', door: { lock: 'chain' } })
  })

  it('the archive has one way out, through the reading room', () => {
    const archive = zones.find(({ name }) => name === 'Kho lưu trữ')
    const doors = doorsOf(archive?.id ?? '')
    expect(doors).toHaveLength(1)
    expect(doors[0]?.sides).toContain(zones.find(({ name }) => name === 'Phòng đọc – tra cứu')?.id)
  })

  it('the service corridor of the basement is a dead end', () => {
    const corridor = indoor.find(({ name }) => name === 'Hành lang kỹ thuật')
    const onward = doorsOf(corridor?.id ?? '').filter(({ sides }) => sides.some((id) => id === 'z-h1-gara'))
    expect(onward).toHaveLength(1)
  })

  it('the door to the management corridor does not release on alarm', () => {
    const door = openings.find(({ name }) => name === 'Cửa khu lãnh đạo')
    expect(door?.door).toMatchObject({ lock: 'card', lockReleasesOnAlarm: false })
  })
})

describe('the sample says how it knows what it says', () => {
  it('most widths are from the drawing, some measured, a dozen assumed', () => {
    const marks = openings
      .filter(({ kind }) => kind !== 'window')
      .map(({ evidence }) => evidence['clearWidthM']?.mark)
    const count = (mark: string) => marks.filter((each) => each === mark).length
    expect(count('drawing')).toBeGreaterThan(marks.length / 2)
    expect(count('measured')).toBeGreaterThanOrEqual(8)
    expect(count('assumed')).toBeGreaterThanOrEqual(12)
    expect(count('assumed')).toBeLessThanOrEqual(18)
    expect(marks).not.toContain(undefined)
  })

  it('its study offers no limit, and marks every time as assumed', () => {
    const studies = Object.values(sample.studies)
    expect(studies).toHaveLength(1)
    for (const study of studies) {
      expect(study.limitS).toBeUndefined()
      expect(study.limitSource).toBeUndefined()
      for (const field of ['detectionS', 'alarmS', 'preMovementFirstS', 'preMovementLastS'] as const) {
        expect(study[field]).toBeGreaterThan(0)
        expect(study.evidence[field]?.mark).toBe('assumed')
      }
      expect(study.preMovementLastS).toBeGreaterThan(study.preMovementFirstS ?? Infinity)
    }
  })

  it('organisations use and manage its zones', () => {
    const used = zones.filter(({ usedById, managedById }) => usedById ?? managedById)
    expect(used.length).toBeGreaterThan(50)
    for (const { usedById, managedById } of used)
      for (const id of [usedById, managedById]) if (id) expect(sample.organisations[id]).toBeDefined()
    expect(
      zones.some(({ usedById, managedById }) => usedById && managedById && usedById !== managedById),
    ).toBe(true)
  })
})
