import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { area } from '../../../src/premises/geometry/measure.ts'
import { intersection } from '../../../src/premises/geometry/polygonOps.ts'
import { contains, distanceToPolygon } from '../../../src/premises/geometry/inside.ts'
import { polygonFaults } from '../../../src/premises/geometry/validity.ts'
import { frameOf, toLocal } from '../../../src/premises/placement.ts'
import type { Point, Polygon } from '../../../src/premises/geometry/plane.ts'
import { loadSurroundings } from '../../../src/premises/sample/index.ts'
import type { SurroundingFeature } from '../../../src/premises/sample/index.ts'
import { boxOf, sample, zones } from './sample.ts'

const surroundings = await loadSurroundings()
const frame = frameOf(sample.facility.placement)
const building = Object.values(sample.buildings)[0]

/** A feature back in the local metres of the site. */
function localPolygon({ geometry }: SurroundingFeature): Polygon {
  if (geometry.type !== 'Polygon') throw new Error('no polygon')
  const [outer = [], ...holes] = geometry.coordinates.map((ring) =>
    ring.slice(0, -1).map((position): Point => toLocal(frame, position)),
  )
  return { outer, holes }
}

const ofKind = (kind: string) => surroundings.features.filter(({ properties }) => properties.kind === kind)

describe('the sample stands on surroundings of our own drawing', () => {
  it('in the region of Hà Nội, turned, placed, and credited to nobody else', () => {
    const { longitude, latitude, bearingDeg, placed } = sample.facility.placement
    expect([longitude > 105.2, longitude < 106.1, latitude > 20.5, latitude < 21.4]).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(bearingDeg).not.toBe(0)
    expect(placed).toBe(true)
    expect(surroundings.credit).toMatch(/tự vẽ/)
    for (const { geometry } of surroundings.features)
      for (const [lon, lat] of geometry.type === 'Polygon'
        ? geometry.coordinates.flat()
        : geometry.type === 'Point'
          ? [geometry.coordinates]
          : geometry.coordinates) {
        expect(Math.abs(lon - longitude)).toBeLessThan(0.01)
        expect(Math.abs(lat - latitude)).toBeLessThan(0.01)
      }
  })

  it('of every kind, in the order in which they are drawn, as sound polygons', () => {
    const order = ['green', 'water', 'path', 'road', 'parking', 'building', 'wall', 'tree', 'label']
    const kinds = surroundings.features.map(({ properties }) => order.indexOf(properties.kind))
    expect([...new Set(kinds)]).toEqual(order.map((_, index) => index))
    for (const feature of surroundings.features.filter(({ geometry }) => geometry.type === 'Polygon')) {
      const polygon = localPolygon(feature)
      expect(polygonFaults(polygon), JSON.stringify(feature.properties)).toEqual([])
    }
  })

  it('the head office among them covers exactly its own footprint', () => {
    const footprint = building?.footprint
    if (!footprint) throw new Error('no footprint')
    const own = ofKind('building')
      .map(localPolygon)
      .filter((each) => intersection([snapped(each)], [footprint]).length > 0)
    expect(own).toHaveLength(1)
    expect(own.map(area)[0]).toBeCloseTo(area(footprint), 1)
    expect(intersection(own.map(snapped), [footprint]).map(area)[0]).toBeCloseTo(area(footprint), 1)
  })

  it('no tree stands in the water or in a building', () => {
    const solid = [...ofKind('building'), ...ofKind('water')]
      .map(localPolygon)
      .map((polygon) => ({ polygon, box: boxOf(polygon.outer) }))
    for (const { outer } of ofKind('tree').map(localPolygon)) {
      const trunk: Point = [
        outer.reduce((sum, [x]) => sum + x, 0) / outer.length,
        outer.reduce((sum, [, y]) => sum + y, 0) / outer.length,
      ]
      const [x, y] = trunk
      const near = solid.filter(({ box }) => box[0] < x && x < box[2] && box[1] < y && y < box[3])
      expect(
        near.some(({ polygon }) => contains(polygon, trunk)),
        trunk.join(', '),
      ).toBe(false)
    }
  })

  it('comes out the same each time', async () => {
    expect(JSON.stringify(await loadSurroundings())).toBe(JSON.stringify(surroundings))
  })

  it('costs less than 60 kB to fetch, the building with it', () => {
    const folder = join(import.meta.dirname, '..', '..', '..', 'data', 'sample')
    const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.includes('plan'))
    expect(files.length).toBeGreaterThan(5)
    const bytes = files.map(
      (name) => gzipSync(JSON.stringify(JSON.parse(readFileSync(join(folder, name), 'utf8')))).length,
    )
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(60_000)
    expect(surroundings.features.length).toBeLessThan(2000)
  })
})

describe('its yard', () => {
  const outdoor = zones.filter(({ levelId }) => levelId === null)
  const named = (name: string) => outdoor.find((zone) => zone.name === name)

  it('has gates, a stand for fire trucks and assembly points', () => {
    expect(outdoor.map(({ use }) => use)).toEqual(expect.arrayContaining(['yard', 'gate', 'truckStand']))
    const points = Object.values(sample.assemblyPoints)
    expect(points.length).toBeGreaterThanOrEqual(2)
    expect(points.reduce((sum, { capacity = 0 }) => sum + capacity, 0)).toBeGreaterThanOrEqual(600)
  })

  it('outdoor zones lie apart from each other and from the building', () => {
    const footprint = building?.footprint
    outdoor.forEach((zone, index) => {
      for (const other of outdoor.slice(index + 1))
        expect(intersection([zone.polygon], [other.polygon]), `${zone.name}, ${other.name}`).toEqual([])
      if (footprint) expect(intersection([zone.polygon], [footprint]), zone.name).toEqual([])
    })
  })

  it('the stand is 6 m wide or more, beside the façade, and no assembly point is on it or under the façade', () => {
    const stand = named('Bãi đỗ xe chữa cháy')
    const footprint = building?.footprint
    if (!stand || !footprint) throw new Error('no stand')
    const ys = stand.polygon.outer.map(([, y]) => y)
    expect(Math.max(...ys) - Math.min(...ys)).toBeGreaterThanOrEqual(6)
    const gap = Math.min(...stand.polygon.outer.map((corner) => distanceToPolygon(footprint, corner)))
    expect(gap).toBeGreaterThan(2)
    expect(gap).toBeLessThanOrEqual(8)
    for (const { position } of Object.values(sample.assemblyPoints)) {
      expect(contains(stand.polygon, position)).toBe(false)
      expect(distanceToPolygon(footprint, position)).toBeGreaterThan(15)
    }
  })

  it('the ramp climbs from the basement to the yard, for vehicles alone', () => {
    const [ramp] = Object.values(sample.ramps)
    expect(ramp).toMatchObject({ use: 'vehicles', riseM: 3.6 })
    expect((ramp?.riseM ?? 0) / (ramp?.lengthM ?? 1)).toBeLessThan(0.15)
    expect(sample.zones[ramp?.lowerZoneId ?? '']?.use).toBe('vehicleRamp')
    expect(sample.zones[ramp?.upperZoneId ?? '']?.levelId).toBeNull()
  })
})

function snapped({ outer, holes }: Polygon): Polygon {
  const grid = ([x, y]: Point): Point => [Math.round(x * 1e4) / 1e4, Math.round(y * 1e4) / 1e4]
  return { outer: outer.map(grid), holes: holes.map((hole) => hole.map(grid)) }
}
