import { describe, expect, it } from 'vitest'
import { area, boxesMeet } from '../../../src/premises/geometry/measure.ts'
import type { Polygon } from '../../../src/premises/geometry/plane.ts'
import { difference, intersection } from '../../../src/premises/geometry/polygonOps.ts'
import { polygonFaults } from '../../../src/premises/geometry/validity.ts'
import { sharedEdges } from '../../../src/premises/geometry/sharedEdges.ts'
import { minimumBox } from '../../../src/premises/geometry/minimumBox.ts'
import { isZoneUse } from '../../../src/premises/uses.ts'
import { loadSample } from '../../../src/premises/sample/index.ts'
import { boxOf, indoor, levels, on, openings, sample, walls, zones } from './sample.ts'

const m2 = (polygons: readonly Polygon[]) => polygons.reduce((sum, polygon) => sum + area(polygon), 0)

describe('the sample is a head office', () => {
  it('of a basement, a ground floor and six upper floors', () => {
    expect(levels.map(({ ordinal }) => ordinal)).toEqual([-1, 0, 1, 2, 3, 4, 5, 6])
    const sorted = levels.toSorted((a, b) => a.ordinal - b.ordinal)
    sorted.slice(1).forEach((level, index) => {
      const below = sorted[index]
      expect(level.elevationM).toBeCloseTo((below?.elevationM ?? 0) + (below?.heightM ?? 0), 9)
    })
  })

  it('of about 150 zones and 600 persons, some of whom cannot use stairs', () => {
    expect(indoor.length).toBeGreaterThanOrEqual(150)
    expect(indoor.length).toBeLessThanOrEqual(170)
    expect(zones.reduce((sum, zone) => sum + (zone.occupants ?? 0), 0)).toBe(600)
    const assisted = zones.reduce((sum, zone) => sum + (zone.assisted ?? 0), 0)
    expect(assisted).toBeGreaterThan(2)
    for (const zone of zones) expect(zone.assisted ?? 0).toBeLessThanOrEqual(zone.occupants ?? 0)
  })

  it('with the rooms that its readers look for', () => {
    const names = new Set(zones.map(({ name }) => name))
    for (const name of [
      'Hội trường',
      'Nhà ăn',
      'Kho lưu trữ',
      'Phòng máy chủ',
      'Gara ô tô',
      'Phòng họp 301',
      'Sảnh chính',
    ])
      expect(names).toContain(name)
    expect(sample.facility.fictional).toBe(true)
    expect(sample.facility.name).toMatch(/Hư cấu/)
    expect(sample.facility.address).toMatch(/không có thật/)
  })

  it('of known uses, with floors of a believable size', () => {
    for (const { use } of zones) expect(isZoneUse(use), use).toBe(true)
    const floor = (ordinal: number) =>
      levels
        .filter((level) => level.ordinal === ordinal)
        .map(({ outline }) => (outline ? area(outline) : 0))[0]
    expect(floor(3)).toBeCloseTo(59 * 17.2, 1)
    for (const level of levels)
      for (const zone of on(indoor, level)) expect(area(zone.polygon), zone.name).toBeGreaterThan(5)
  })

  it('comes out the same each time', async () => {
    expect(JSON.stringify(await loadSample())).toBe(JSON.stringify(sample))
  })

  it('names its zones and openings in Vietnamese, each once per level', () => {
    for (const level of levels)
      for (const records of [on(zones, level), on(openings, level)]) {
        const names = records.map(({ name }) => name)
        expect(new Set(names).size, level.name).toBe(names.length)
        for (const name of names) {
          expect(name).toBe(name.normalize('NFC').trim())
          expect(name, name).toMatch(/[à-ỹđ]/iu)
        }
      }
  })

  it('gives a room no second number beside the one in its name', () => {
    for (const { name, number } of indoor) {
      const inName = /\b[1-7]\d\d$/.exec(name)?.[0]
      if (inName) expect(number, name).toBe(inName)
    }
  })

  it('has readable ids: level, room, door', () => {
    for (const { id, levelId } of zones)
      expect(id).toMatch(levelId === null ? /^z-san-[a-z0-9]+$/ : /^z-(h1|[1-7])-[a-z0-9]+$/)
    for (const { id } of openings) expect(id).toMatch(/^o-(h1|[1-7])-[a-z0-9]+(-[a-z]|-w\d+)?$/)
  })
})

describe('its floors are drawn true', () => {
  it.each(levels.map((level) => [level.name, level] as const))(
    '%s: zones are sound and lie apart',
    (_, level) => {
      const here = on(indoor, level)
      here.forEach((zone, index) => {
        expect(polygonFaults(zone.polygon), zone.name).toEqual([])
        for (const other of here.slice(index + 1)) {
          if (!boxesMeet(boxOf(zone.polygon.outer), boxOf(other.polygon.outer))) continue
          const common = m2(intersection([zone.polygon], [other.polygon]))
          expect(common, `${zone.name} and ${other.name}`).toBeLessThanOrEqual(0.0001)
        }
      })
    },
  )

  it.each(levels.map((level) => [level.name, level] as const))(
    '%s: walls are 0.1 or 0.2 m thick',
    (_, level) => {
      const here = on(indoor, level)
      here.forEach((zone, index) => {
        for (const other of here.slice(index + 1))
          for (const { gapM, lengthM } of sharedEdges(zone.polygon, other.polygon, 0.5)) {
            if (lengthM < 0.3) continue
            expect([0.1, 0.2], `${zone.name} | ${other.name}`).toContain(Math.round(gapM * 1000) / 1000)
          }
      })
    },
  )

  it.each(levels.map((level) => [level.name, level] as const))(
    '%s: the walls fill what lies between the zones and the outer face, to the square centimetre',
    (_, level) => {
      const outline = level.outline
      if (!outline) throw new Error('no outline')
      const bodies = on(walls, level).filter(({ kind, id }) => kind === 'wall' && !isDivider(id))
      const between = difference(
        [outline],
        on(indoor, level).map(({ polygon }) => polygon),
      )
      const solid = bodies.map(({ polygon }) => polygon)
      expect(m2(difference(between, solid))).toBeLessThan(0.0001)
      expect(m2(difference(solid, between))).toBeLessThan(0.0001)
    },
  )

  it('corridors are at least 1.6 m wide', () => {
    for (const zone of indoor.filter(({ use }) => use === 'corridor')) {
      const box = minimumBox(zone.polygon.outer)
      expect(Math.min(box?.lengthM ?? 0, box?.widthM ?? 0), zone.name).toBeGreaterThanOrEqual(1.6)
    }
  })

  it('the stack holds: cores, stairs and corridors stand above each other', () => {
    const stacked = (key: string) =>
      ['2', '3', '4', '5', '6', '7'].map((level) => sample.zones[`z-${level}-${key}`]?.polygon)
    for (const key of ['s1', 's2', 's3', 'st', 'tm', 'wm', 'wf'])
      for (const polygon of stacked(key)) expect(polygon).toEqual(stacked(key)[0])
    for (const level of levels)
      for (const key of ['s1', 's3', 'tm'])
        expect(sample.zones[`z-${level.id.slice(2)}-${key}`]?.polygon).toEqual(
          sample.zones[`z-3-${key}`]?.polygon,
        )
  })

  it('columns of the upper floors stand on columns or walls of the floor below', () => {
    const solid = (level: string) =>
      walls.filter(({ levelId, kind }) => levelId === `l-${level}` && kind !== 'furniture')
    for (const [upper, lower] of [
      ['2', '1'],
      ['7', '2'],
    ] as const)
      for (const column of solid(upper).filter(({ kind }) => kind === 'column')) {
        const carried = m2(
          intersection(
            [column.polygon],
            solid(lower).map(({ polygon }) => polygon),
          ),
        )
        expect(carried / area(column.polygon), column.id).toBeGreaterThan(0.25)
      }
  })
})

/** Walls between lift cars stand inside the shaft's zone; they are the last of their level. */
function isDivider(id: string): boolean {
  const numbers = walls.filter((wall) => wall.kind === 'wall' && wall.id.startsWith(id.replace(/\d+$/, '')))
  return numbers.slice(-2).some((wall) => wall.id === id)
}
