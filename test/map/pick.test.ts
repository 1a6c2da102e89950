import { describe, expect, it } from 'vitest'
import { frameOf } from '../../src/map/frame.ts'
import { marksOf } from '../../src/map/marks.ts'
import { thingsAt } from '../../src/map/pick.ts'
import { extentOfRecord, levelsOfRecord, outward, zonesShown } from '../../src/map/place.ts'
import type { Point } from '../../src/premises/geometry/plane.ts'
import { assemblyPointId, buildPremises, levelId, openingId, stairId, zoneId } from '../builder.ts'

const premises = buildPremises((b) => {
  b.building('A', { placement: { bearingDeg: 30, placed: true } })
  b.level('T1')
  b.outdoor('Yard', [-20, -20, 40, 30], { use: 'yard' })
  b.zone('Hall', [0, 0, 20, 10], { use: 'hall' })
  b.zone('Booth', [2, 2, 4, 4])
  b.zone('Office', [20, 0, 26, 10])
  b.door('Hall', 'Office', { at: [20, 5] })
  b.exit('Hall', { at: [0, 5], name: 'E' })
  b.assemblyPoint('P', [-10, -10])
  b.stair('S', [26, 0, 30, 10], ['T1'])
  b.level('T2')
  b.zone('Above', [0, 0, 20, 10])
})
const frame = frameOf(Object.values(premises.buildings)[0]?.placement ?? premises.facility.placement)
const marks = marksOf({ premises, levelId: levelId('T1'), assumptions: null, problems: [] })

const at = (point: Point, reachPx = 7, metresPerPx = 0.05) =>
  thingsAt({ premises, levelId: levelId('T1'), at: frame.toLonLat(point), metresPerPx, reachPx, marks }).map(
    (record) => ('id' in record ? record.id : record.table),
  )

describe('what a tap takes', () => {
  it('is the smallest thing first, then what lies beneath', () => {
    expect(at([3, 3])).toEqual([zoneId('Booth'), zoneId('Hall'), zoneId('Yard')])
    expect(at([10, 8])).toEqual([zoneId('Hall'), zoneId('Yard')])
  })

  it('is the door within a few pixels, within a finger for touch, and never a door a room away', () => {
    expect(at([20.2, 5])[0]).toBe(openingId('Hall|Office'))
    expect(at([20.7, 5])[0]).toBe(zoneId('Office'))
    expect(at([20.7, 5], 18)[0]).toBe(openingId('Hall|Office'))
    // Zoomed out, 18 px are nine metres: a door still has to be near.
    expect(at([23, 5], 18, 0.5)[0]).toBe(zoneId('Office'))
  })

  it('is the stair before the zone of its storey', () => {
    expect(at([28, 8]).slice(0, 2)).toEqual([stairId('S'), zoneId('S T1')])
  })

  it('is the sign of an exit, which stands before the door outside', () => {
    expect(outward(premises, premises.openings[openingId('E')] as never)?.map((value) => value + 0)).toEqual([
      -1, 0,
    ])
    expect(at([-1.5, 5])[0]).toBe(openingId('E'))
  })

  it('is the yard outside, whatever its size, and never a room of another level', () => {
    expect(at([-15, 20])).toEqual([zoneId('Yard')])
    // The point belongs to the site, whose axes are not the building's.
    const site = frameOf(premises.facility.placement)
    expect(at(frame.toLocal(site.toLonLat([-10, -10])))[0]).toBe(assemblyPointId('P'))
    expect(at([10, 5])).not.toContain(zoneId('Above'))
  })
})

describe('what is seen on a level', () => {
  it('lies above what belongs to no level, small things above large ones', () => {
    expect(zonesShown(premises, levelId('T1')).map((zone) => zone.id)).toEqual([
      zoneId('Yard'),
      zoneId('Hall'),
      zoneId('Office'),
      zoneId('S T1'),
      zoneId('Booth'),
    ])
    expect(zonesShown(premises, levelId('T2')).map((zone) => zone.id)).toEqual([
      zoneId('Yard'),
      zoneId('Above'),
    ])
  })

  it('knows where every selectable record is seen', () => {
    expect(levelsOfRecord(premises, { table: 'zones', id: zoneId('Yard') })).toEqual([])
    expect(levelsOfRecord(premises, { table: 'openings', id: openingId('E') })).toEqual([levelId('T1')])
    expect(levelsOfRecord(premises, { table: 'zones', id: 'gone' })).toBeNull()
    expect(
      extentOfRecord(premises, { table: 'stairs', id: stairId('S') }, levelId('T1'))?.points,
    ).toHaveLength(4)
    expect(extentOfRecord(premises, { table: 'facility' }, levelId('T1'))).toBeNull()
  })
})

describe('signs', () => {
  it('show a blocked door as blocked, whether surveyed so or assumed so, and not as an exit', () => {
    const assumed = marksOf({
      premises,
      levelId: levelId('T1'),
      assumptions: { shutOpenings: [openingId('E')], closedZones: [zoneId('Office')] },
      problems: [{ table: 'zones', id: zoneId('Booth') }],
    })
    expect(assumed.filter((mark) => mark.sign === 'exit')).toEqual([])
    expect(assumed.filter((mark) => mark.sign === 'blocked').map((mark) => mark.record)).toEqual([
      { table: 'openings', id: openingId('E') },
      { table: 'zones', id: zoneId('Office') },
    ])
    expect(assumed.find((mark) => mark.sign === 'badge')?.position).toEqual([3, 3])
  })
})
