import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { common, commonMark } from '../../../src/desks/planning/inspector/picked/common.ts'
import { inReadingOrder, numbersFrom } from '../../../src/desks/planning/inspector/picked/numbering.ts'
import { sharedOut, whoShare } from '../../../src/desks/planning/inspector/picked/sharing.ts'
import { doorKindOf, doorKinds, doorOfKind } from '../../../src/desks/planning/draw/doorKinds.ts'
import { setLanguage, t } from '../../../src/i18n/index.ts'
import { firstDrawing } from '../../../src/state/drawing.ts'
import { buildPremises, zoneId } from '../../builder.ts'

describe('persons shared out by floor area', () => {
  it('follow Hamilton: the largest remainders get what rounding left', () => {
    // Quotas 4.2857…, 2.8571…, 2.8571…: both thirds before the first.
    expect(sharedOut(10, [30, 20, 20])).toEqual([4, 3, 3])
    expect(sharedOut(7, [1, 1, 1])).toEqual([3, 2, 2])
    expect(sharedOut(5, [0, 0])).toEqual([3, 2])
    expect(sharedOut(3, [])).toEqual([])
  })

  it('go to rooms, not to the corridor between them, unless there is nothing else', () => {
    const { zones } = buildPremises((b) => {
      b.level('T1')
      b.zone('P1', [0, 0, 5, 4])
      b.zone('Hành lang', [0, 4, 9, 6], { use: 'corridor' })
    })
    expect(whoShare(Object.values(zones)).map(({ name }) => name)).toEqual(['P1'])
    expect(whoShare(Object.values(zones).filter(({ use }) => use === 'corridor'))).toHaveLength(1)
  })

  it('add up to what was typed, each within one person of its share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.array(fc.double({ min: 0.5, max: 5000, noNaN: true }), { minLength: 1, maxLength: 40 }),
        (total, areas) => {
          const shares = sharedOut(total, areas)
          const sum = areas.reduce((a, b) => a + b, 0)
          expect(shares.reduce((a, b) => a + b, 0)).toBe(total)
          shares.forEach((share, index) => {
            expect(Number.isInteger(share) && share >= 0).toBe(true)
            expect(Math.abs(share - (total * (areas[index] ?? 0)) / sum)).toBeLessThan(1 + 1e-9)
          })
        },
      ),
    )
  })
})

describe('numbers of rooms', () => {
  it('count on from the first as a register does', () => {
    expect(numbersFrom('201', 3)).toEqual(['201', '202', '203'])
    expect(numbersFrom('P.09', 3)).toEqual(['P.09', 'P.10', 'P.11'])
    expect(numbersFrom('A1-098', 3)).toEqual(['A1-098', 'A1-099', 'A1-100'])
    expect(numbersFrom('Phòng', 3)).toBeNull()
  })

  it('go along the upper row first, though its rooms are not of one height', () => {
    const premises = buildPremises((b) => {
      b.level('T1')
      b.zone('dưới phải', [6, 0, 12, 5])
      b.zone('trên phải', [5, 7, 12, 12])
      b.zone('giữa', [0, 5, 12, 7])
      b.zone('dưới trái', [0, 0, 6, 5])
      b.zone('trên trái', [0, 7, 5, 13])
    })
    expect(inReadingOrder(Object.values(premises.zones)).map(({ name }) => name)).toEqual([
      'trên trái',
      'trên phải',
      'giữa',
      'dưới trái',
      'dưới phải',
    ])
    expect(inReadingOrder([]).length).toBe(0)
    expect(premises.zones[zoneId('giữa')]).toBeDefined()
  })
})

describe('a value of several records', () => {
  it('is one where all agree, be it that none has one', () => {
    expect(common([2, 2])).toEqual({ agree: true, value: 2 })
    expect(common([undefined, undefined])).toEqual({ agree: true, value: undefined })
    expect(common([2, undefined])).toEqual({ agree: false })
    expect(common([])).toEqual({ agree: false })
  })

  it('bears a mark where all bear the same', () => {
    const with_ = (mark: 'measured' | 'assumed') => ({ evidence: { occupants: { mark } } })
    expect(commonMark([with_('measured'), with_('measured')], 'occupants')).toBe('measured')
    expect(commonMark([with_('measured'), with_('assumed')], 'occupants')).toBeNull()
    expect(commonMark([{ evidence: {} }], 'occupants')).toBeNull()
  })
})

describe('how a door opens', () => {
  it('is written by kind and leaves, and read back', () => {
    for (const kind of doorKinds) expect(doorKindOf(doorOfKind(kind, firstDrawing.openings.door))).toBe(kind)
  })

  it('takes a wider usual width with two leaves, and never one that a person chose', () => {
    const usual = firstDrawing.openings.door
    expect(doorOfKind('swing2', usual).widthM).toBe(1.2)
    expect(doorOfKind('swing1', doorOfKind('swing2', usual)).widthM).toBe(usual.widthM)
    expect(doorOfKind('swing2', { ...usual, widthM: 1, chosen: true })).toMatchObject({ widthM: 1, chosen: true })
  })

  it('has its words in both languages', async () => {
    for (const language of ['en', 'vi'] as const) {
      await setLanguage(language)
      for (const kind of doorKinds) expect(t(`drawing.door.${kind}`)).not.toContain('drawing.')
    }
  })
})
