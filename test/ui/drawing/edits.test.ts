import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeBeside } from '../../../src/ui/drawing/beside.ts'
import { planSide, quartersOnScreen, screenSide, type Side } from '../../../src/ui/drawing/screenSides.ts'
import { startState } from '../../../src/state/store.ts'
import { buildPremises, levelId, zoneId } from '../../builder.ts'

const premises = buildPremises((b) => {
  b.level('T1')
  b.zone('P1', [0, 0, 5, 4])
  b.zone('P2', [5, 0, 9, 4])
  b.zone('Hành lang', [0, 4, 9, 6], { use: 'corridor' })
  b.door('P1', 'Hành lang')
  b.exit('P1', { at: [0, 2], name: 'Cửa phụ' })
  b.exit('Hành lang', { at: [9, 5], name: 'Cửa chính' })
})

describe('a copy beside what it is made from', () => {
  it('goes to the first side that is free', () => {
    expect(placeBeside(premises, [zoneId('P2')])).toEqual([4, 0])
    expect(placeBeside(premises, [zoneId('P1')])).toEqual([-5, 0])
    expect(placeBeside(premises, [zoneId('P1'), zoneId('P2')])).toEqual([9, 0])
  })
})

describe('sides of the screen and of the plan', () => {
  const sides: readonly Side[] = ['left', 'right', 'top', 'bottom']

  it('are each other turned', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sides), fc.integer({ min: 0, max: 3 }), (side, quarters) => {
        expect(screenSide(planSide(side, quarters), quarters)).toBe(side)
      }),
    )
  })

  it('agree where the map shows the plan upright, and turn with the map', () => {
    const state = (bearing: number) => ({
      ...startState,
      project: { premises } as NonNullable<(typeof startState)['project']>,
      view: {
        ...startState.view,
        levelId: levelId('T1'),
        camera: { longitude: 0, latitude: 0, zoom: 18, bearing },
      },
    })
    const plan =
      premises.buildings[premises.levels[levelId('T1')]?.buildingId ?? '']?.placement.bearingDeg ?? 0
    expect(quartersOnScreen(state(plan))).toBe(0)
    expect(quartersOnScreen(state(plan + 20))).toBe(0)
    // East at the top: what is up on the plan is seen to the left.
    expect(screenSide('top', quartersOnScreen(state(plan + 90)))).toBe('left')
    expect(planSide('top', quartersOnScreen(state(plan + 90)))).toBe('right')
    expect(screenSide('top', quartersOnScreen(state(plan + 180)))).toBe('bottom')
  })
})
