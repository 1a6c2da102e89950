import fc from 'fast-check'
import { expect, test } from 'vitest'
import { affineView } from '../../../src/map/draw/view.ts'

test('plan and screen are each other’s inverse, however the map is turned and near', () => {
  const angle = fc.double({ min: 0, max: 6.3, noNaN: true })
  const coordinate = fc.double({ min: -100, max: 100, noNaN: true })
  fc.assert(
    fc.property(
      angle,
      fc.double({ min: 0.5, max: 500, noNaN: true }),
      coordinate,
      coordinate,
      (turn, pxPerM, x, y) => {
        const [c, s] = [Math.cos(turn), Math.sin(turn)]
        const middle = [700, 400] as const
        // The plan's x axis points to (c, s) of the screen, its y axis a quarter turn upwards from there.
        const view = affineView(
          [3, -2],
          middle,
          [700 + 20 * pxPerM * c, 400 + 20 * pxPerM * s],
          [700 + 20 * pxPerM * s, 400 - 20 * pxPerM * c],
          20,
          { width: 1400, height: 800 },
        )
        const back = view.toPlan(view.toScreen([x, y]))
        expect(back[0]).toBeCloseTo(x, 6)
        expect(back[1]).toBeCloseTo(y, 6)
        expect(view.metresPerPx).toBeCloseTo(1 / pxPerM, 9)
        const [u, v] = view.toScreen([3 + view.right[0], -2 + view.right[1]])
        expect(u).toBeCloseTo(700 + pxPerM, 4)
        expect(v).toBeCloseTo(400, 4)
      },
    ),
  )
})
