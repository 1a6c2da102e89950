import { describe, expect, it } from 'vitest'
import {
  distanceToSegment,
  leftNormal,
  midpoint,
  segmentLength,
} from '../../../src/premises/geometry/segment.ts'
import { polygonEdges } from '../../../src/premises/geometry/ring.ts'
import { contains } from '../../../src/premises/geometry/inside.ts'
import type { Zone } from '../../../src/premises/model.ts'
import { boxOf, levels, on, openings, overlap, sweeps, walls, zoneOf } from './sample.ts'

/** Half the thickest wall of the sample, metres. */
const halfWallM = 0.1

/** The edge of the zone nearest to the opening's middle, if the whole opening lies along it. */
function faceBeside(zone: Zone, [a, b]: readonly [readonly [number, number], readonly [number, number]]) {
  return [...polygonEdges(zone.polygon)].find(
    (edge) =>
      distanceToSegment(edge, a) <= halfWallM + 1e-6 && distanceToSegment(edge, b) <= halfWallM + 1e-6,
  )
}

describe('openings of the sample stand in walls', () => {
  it('each lies along a face of every zone that it names, no farther off than half a wall', () => {
    for (const opening of openings)
      for (const side of [0, 1] as const) {
        const zone = zoneOf(opening, side)
        if (zone) expect(faceBeside(zone, opening.segment), `${opening.name}, ${zone.name}`).toBeDefined()
      }
  })

  it('with its zones on the sides that it says', () => {
    for (const opening of openings)
      for (const [side, metres] of [
        [0, 0.15],
        [1, -0.15],
      ] as const) {
        const zone = zoneOf(opening, side)
        const [x, y] = midpoint(opening.segment)
        const [nx, ny] = leftNormal(opening.segment)
        if (zone) expect(contains(zone.polygon, [x + nx * metres, y + ny * metres]), opening.name).toBe(true)
      }
  })

  it('no door is wider than its wall, nor clear wider than from jamb to jamb', () => {
    for (const opening of openings) {
      const jambs = segmentLength(opening.segment)
      expect(opening.clearWidthM, opening.name).toBeLessThanOrEqual(jambs + 1e-9)
      for (const side of [0, 1] as const) {
        const zone = zoneOf(opening, side)
        const face = zone && faceBeside(zone, opening.segment)
        if (face) expect(segmentLength(face), opening.name).toBeGreaterThanOrEqual(jambs - 1e-6)
      }
    }
  })

  it.each(levels.map((level) => [level.name, level] as const))(
    '%s: openings of one wall keep clear of each other',
    (_, level) => {
      const here = on(openings, level)
      here.forEach((a, index) => {
        for (const b of here.slice(index + 1)) {
          const [boxA, boxB] = [boxOf(a.segment), boxOf(b.segment)]
          const apart =
            Math.max(boxA[0], boxB[0]) - Math.min(boxA[2], boxB[2]) > 0.09 ||
            Math.max(boxA[1], boxB[1]) - Math.min(boxA[3], boxB[3]) > 0.09
          expect(apart, `${a.name} and ${b.name}`).toBe(true)
        }
      })
    },
  )

  it.each(levels.map((level) => [level.name, level] as const))(
    '%s: no column stands in an opening',
    (_, level) => {
      for (const column of on(walls, level).filter(({ kind }) => kind === 'column'))
        for (const opening of on(openings, level)) {
          const box = boxOf(column.polygon.outer)
          expect(overlap(box, boxOf(opening.segment)), `${column.id}, ${opening.name}`).toBeLessThan(0)
        }
    },
  )

  it.each(levels.map((level) => [level.name, level] as const))(
    '%s: no two leaves strike each other, nor a column',
    (_, level) => {
      const here = on(openings, level)
      const columns = on(walls, level).filter(({ kind }) => kind === 'column')
      here.forEach((a, index) => {
        for (const leaf of sweeps(a)) {
          for (const b of here.slice(index + 1))
            for (const other of sweeps(b))
              expect(overlap(leaf, other), `${a.name} and ${b.name}`).toBeLessThan(0.02)
          for (const { polygon, id } of columns)
            expect(overlap(leaf, boxOf(polygon.outer)), `${a.name} and ${id}`).toBeLessThan(0.02)
        }
      })
    },
  )

  it('every office, meeting room and lift lobby above ground has daylight or a corridor that has', () => {
    const lit = new Set(openings.filter(({ kind }) => kind === 'window').flatMap(({ sides }) => sides))
    for (const level of levels.filter(({ ordinal }) => ordinal >= 0))
      for (const zone of new Set(on(openings, level).flatMap((each) => [zoneOf(each, 0), zoneOf(each, 1)])))
        if (
          zone &&
          [
            'office',
            'meeting',
            'classroom',
            'readingRoom',
            'library',
            'canteen',
            'hall',
            'corridor',
          ].includes(zone.use) &&
          !['Sân khấu', 'Phòng điều hành hệ thống'].includes(zone.name)
        )
          expect(lit.has(zone.id), `${level.name}: ${zone.name}`).toBe(true)
  })
})

describe('doors of the sample open as the code wants', () => {
  it('rooms of more than 15 persons open outwards (QCVN 06 3.2.10)', () => {
    for (const opening of openings.filter(({ kind }) => kind === 'door')) {
      const { opensTo, operation } = opening.door ?? {}
      if (operation !== 'swing') continue
      const into = zoneOf(opening, opensTo === 'left' ? 0 : 1)
      if (!into || into.use === 'lobby') continue
      expect(into.occupants ?? 0, `${opening.name} opens into ${into.name}`).toBeLessThanOrEqual(15)
    }
  })

  it('final exits open outwards and storey exits into the stair', () => {
    for (const opening of openings) {
      const into = zoneOf(opening, opening.door?.opensTo === 'left' ? 0 : 1)
      if (opening.exit === 'final') expect(into, opening.name).toBeNull()
      if (opening.exit === 'storey') expect(into?.use, opening.name).toBe('stair')
    }
  })

  it('doors of stairs, airlocks and compartments are fire doors that close themselves', () => {
    const compartment = (zone: Zone | null) => zone?.compartmentId
    for (const opening of openings.filter(
      ({ kind, door }) => kind === 'door' && door?.operation === 'swing',
    )) {
      const [a, b] = [zoneOf(opening, 0), zoneOf(opening, 1)]
      if (!a || !b) continue
      const guarded =
        [a, b].some(({ use }) => use === 'stair' || use === 'airlock') || compartment(a) !== compartment(b)
      if (guarded && a.use !== 'vehicleRamp' && b.use !== 'vehicleRamp')
        expect(opening.door, opening.name).toMatchObject({ selfClosing: true, ratingMin: expect.any(Number) })
    }
  })
})
