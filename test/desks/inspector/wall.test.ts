import { describe, expect, it } from 'vitest'
import { besideWall, endSide, zonesAlong } from '../../../src/desks/planning/inspector/wall.ts'
import { sideOfLevel } from '../../../src/desks/planning/draw/sideOfLevel.ts'
import { floorOf } from '../../../src/premises/floor/index.ts'
import { buildPremises, levelId, openingId, zoneId } from '../../builder.ts'

const premises = buildPremises((b) => {
  b.level('T1')
  b.zone('P1', [0, 0, 5, 4])
  b.zone('P2', [5, 0, 9, 4])
  b.zone('Hành lang', [0, 4, 9, 6], { use: 'corridor' })
  b.exit('Hành lang', { at: [0, 5], name: 'Tây' })
  b.exit('Hành lang', { at: [9, 5], name: 'Đông' })
})

describe('a picked wall', () => {
  it('knows the rooms on both sides, however many share it, each once', () => {
    const floor = floorOf(premises, levelId('T1'))
    expect(zonesAlong(floor, [[0, 4], [9, 4]])).toEqual([[zoneId('Hành lang')], [zoneId('P1'), zoneId('P2')]]) // prettier-ignore
    expect(zonesAlong(floor, [[9, 4], [0, 4]])).toEqual([[zoneId('P2'), zoneId('P1')], [zoneId('Hành lang')]]) // prettier-ignore
    expect(zonesAlong(floor, [[0, 0], [0, 4]])).toEqual([[], [zoneId('P1')]]) // prettier-ignore
  })

  it('names its ends and sides by where they lie on the plan', () => {
    const upright = [[5, 0], [5, 4]] as const // prettier-ignore
    expect([endSide(upright, 'start'), endSide(upright, 'end')]).toEqual(['bottom', 'top'])
    expect([besideWall(upright, 'left'), besideWall(upright, 'right')]).toEqual(['left', 'right'])
  })
})

it('two doors of one corridor are told apart by the side of the plan that they are on', () => {
  expect(sideOfLevel(premises, openingId('Tây'))).toBe('left')
  expect(sideOfLevel(premises, openingId('Đông'))).toBe('right')
})
