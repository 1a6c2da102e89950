import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isScaleSet,
  isSheetShaped,
  layChanges,
  likelyScale,
  metresPerPxAt,
  offSquareDeg,
  paperScale,
  rescaled,
  sheets,
  sheetWidthM,
  sizeM,
  stackChanges,
  turnedAbout,
  turnedTo,
} from '../../src/desks/planning/draw/underlayEdits.ts'
import { asId, type LevelId, type UnderlayId } from '../../src/premises/ids.ts'
import type { Underlay } from '../../src/premises/model.ts'
import { pixelAt, planPoint } from '../../src/premises/underlay.ts'

const picture: Underlay = {
  id: asId<UnderlayId>('u1'),
  levelId: asId<LevelId>('l1'),
  name: 'mat-bang.pdf',
  picture: `attachments/${'0a'.repeat(32)}`,
  mediaType: 'image/png',
  widthPx: 4961,
  heightPx: 3508,
  origin: [3, 21],
  metresPerPx: 42 / 4961,
  turnDeg: 10,
  opacity: 0.6,
  paperWidthM: 0.42,
  evidence: { metresPerPx: { mark: 'assumed' } },
}
const middle = [4961 / 2, 3508 / 2] as const

describe('the scale of a picture', () => {
  test('an A3 page of 42 m is drawn at 1 : 100', () => {
    expect(paperScale(picture)).toBeCloseTo(100, 9)
    expect(metresPerPxAt(picture, 0.42, 50)).toBeCloseTo(21 / 4961, 12)
    expect(sizeM(picture)[1]).toBeCloseTo(29.7, 2)
  })

  test('is likely the printed one that is near', () => {
    expect(likelyScale(98.2)).toBe(100)
    expect(likelyScale(203)).toBe(200)
    expect(likelyScale(100)).toBeNull()
    expect(likelyScale(88)).toBeNull()
  })

  test('is assumed until somebody has set it', () => {
    expect(isScaleSet(picture)).toBe(false)
    expect(isScaleSet({ ...picture, evidence: {} })).toBe(false)
    expect(isScaleSet({ ...picture, evidence: { metresPerPx: { mark: 'drawing' } } })).toBe(true)
  })

  test('a scan of a sheet is told by its shape, a photo of four to three is not', () => {
    expect(isSheetShaped(picture)).toBe(true)
    expect(isSheetShaped({ ...picture, widthPx: 3508, heightPx: 4961 })).toBe(true)
    expect(isSheetShaped({ ...picture, widthPx: 4000, heightPx: 3000 })).toBe(false)
    expect(sheetWidthM(picture, sheets[1])).toBe(0.42)
    expect(sheetWidthM({ ...picture, widthPx: 3508, heightPx: 4961 }, sheets[1])).toBe(0.297)
  })

  test('changes about the middle of the picture', () => {
    const before = planPoint(picture, middle)
    const after = planPoint(rescaled(picture, 0.02), middle)
    expect(after[0]).toBeCloseTo(before[0], 9)
    expect(after[1]).toBeCloseTo(before[1], 9)
  })
})

describe('the turn of a picture', () => {
  test('is about its middle, and counted within half a turn', () => {
    const turned = turnedTo(picture, 190)
    expect(turned.turnDeg).toBeCloseTo(-170, 9)
    const [before, after] = [planPoint(picture, middle), planPoint(turned, middle)]
    expect(after[0]).toBeCloseTo(before[0], 9)
    expect(after[1]).toBeCloseTo(before[1], 9)
  })

  test('a wall that is tapped from end to end comes to lie along an axis, by the shorter way', () => {
    const point = fc.tuple(
      fc.double({ min: -40, max: 40, noNaN: true }),
      fc.double({ min: -40, max: 40, noNaN: true }),
    )
    fc.assert(
      fc.property(point, point, (a, b) => {
        fc.pre(Math.hypot(b[0] - a[0], b[1] - a[1]) > 0.1)
        const by = offSquareDeg(a, b)
        expect(Math.abs(by)).toBeLessThanOrEqual(45 + 1e-9)
        const place = turnedAbout(picture, a, by)
        const [p, q] = [a, b].map((at) => planPoint(place, pixelAt(picture, at)))
        const [dx, dy] = [(q?.[0] ?? 0) - (p?.[0] ?? 0), (q?.[1] ?? 0) - (p?.[1] ?? 0)]
        expect(Math.min(Math.abs(dx), Math.abs(dy))).toBeLessThan(1e-6)
        expect(p?.[0]).toBeCloseTo(a[0], 6)
        expect(p?.[1]).toBeCloseTo(a[1], 6)
      }),
    )
  })
})

describe('changes', () => {
  test('of what is different alone', () => {
    expect(layChanges(picture, picture)).toEqual([])
    const known = { mark: 'drawing', source: 'cửa 0,9 m' } as const
    const changes = layChanges(picture, { ...picture, metresPerPx: 0.01 }, known)
    expect(changes.map(({ field }) => field)).toEqual(['metresPerPx', 'evidence.metresPerPx'])
    expect(changes[1]?.after).toEqual(known)
  })

  test('put a picture one place up or down, and nothing beyond the ends', () => {
    const [low, high] = [picture, { ...picture, id: asId<UnderlayId>('u2') }]
    expect(stackChanges([low, high], low.id, 1)).toEqual([
      { record: { table: 'underlays', id: 'u1' }, field: 'order', after: 1 },
    ])
    expect(stackChanges([low, high], low.id, -1)).toEqual([])
    expect(stackChanges([low, high], high.id, -1)).toEqual([
      { record: { table: 'underlays', id: 'u1' }, field: 'order', after: 1 },
    ])
  })
})
