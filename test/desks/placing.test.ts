import { describe, expect, test } from 'vitest'
import {
  firstPlacing,
  outcomeOf,
  provinceChoices,
  provinceIn,
  withGrid,
  withTap,
} from '../../src/desks/planning/placing.ts'
import { distanceM, toWgs84, type Position } from '../../src/premises/placement.ts'
import { gridConverter } from '../../src/premises/vn2000.ts'
import { newFacility } from '../../src/state/newFacility.ts'

describe('the province that an address names', () => {
  test.each([
    ['12 Lê Lợi, phường Bến Nghé, TP. Hồ Chí Minh', 'now TP. Hồ Chí Minh'],
    ['Số 5 ngõ 3, Hà Nội', 'now Hà Nội'],
    ['xã Hoằng Hóa, tỉnh Thanh Hóa', 'now Thanh Hóa'],
    ['thanh pho da nang', 'now Đà Nẵng'],
    ['phường Thủ Dầu Một, Bình Dương', 'former Bình Dương'],
    ['đường Hà Nội, phường 1, Vĩnh Long', 'now Vĩnh Long'],
    ['Bắc Giang', 'former Bắc Giang'],
    ['12 phố Thử', undefined],
    ['', undefined],
  ])('%j', (address, key) => expect(provinceIn(address)?.key).toBe(key))

  test('is offered with the meridian that goes with it', () => {
    const facility = newFacility({
      name: 'Trường',
      address: 'Thủ Dầu Một, Bình Dương',
      headName: '',
      buildingName: '',
      storeysAbove: 1,
      storeysBelow: 0,
    })
    expect(firstPlacing(facility, null)?.grid).toEqual({ meridianDeg: 105.75, zoneDeg: 3 })
  })

  test('has 34 of today and 63 of before; a changed meridian is named', () => {
    expect(provinceChoices).toHaveLength(34 + 63)
    const city = provinceChoices.find(({ key }) => key === 'now TP. Hồ Chí Minh')
    expect(city?.others).toEqual([{ name: 'Bà Rịa – Vũng Tàu', meridianDeg: 107.75, mark: 'seen' }])
  })
})

describe('placing by one point', () => {
  const facility = newFacility({
    name: 'Trường',
    address: '',
    headName: '',
    buildingName: '',
    storeysAbove: 1,
    storeysBelow: 0,
  })
  const building = Object.values(facility.buildings)[0]
  const placing = firstPlacing(facility, null)
  const there: Position = [106.7009, 10.7769]

  test('lays the middle of the building there, or the point that was picked on the plan', () => {
    if (!building || !placing) throw new Error('no building')
    const middle = outcomeOf(facility, building, withTap(placing, there))?.placement
    expect(middle && distanceM([middle.longitude, middle.latitude], there)).toBeLessThan(0.001)

    const corner = toWgs84(building.placement, [30, 12])
    const onPlan = withTap({ ...placing, next: { index: 0, side: 'plan' } }, corner)
    expect(onPlan.next.side).toBe('map')
    const laid = outcomeOf(facility, building, withTap(onPlan, there))?.placement
    expect(laid && distanceM(toWgs84(laid, [30, 12]), there)).toBeLessThan(0.001)
  })

  test('another meridian moves what was typed in metres, and not what was tapped', async () => {
    if (!placing) throw new Error('no building')
    const typed = { northingM: 1_191_500, eastingM: 604_000 }
    const grid = { meridianDeg: 105.75, zoneDeg: 3 } as const
    const first = (await gridConverter({ meridianDeg: 107.75, zoneDeg: 3 })).toWgs84(typed)
    const converter = await gridConverter(grid)
    const moved = withGrid(withTap(placing, first, typed), grid, '', converter).points[0]
    expect(moved.typed).toEqual(typed)
    expect(moved.map && distanceM(moved.map, converter.toWgs84(typed))).toBe(0)
    expect(moved.map && distanceM(moved.map, first)).toBeGreaterThan(200_000)

    const tapped = withGrid(withTap(placing, there), grid, '', converter).points[0]
    expect(tapped.map).toEqual(there)
  })
})
