import { describe, expect, it } from 'vitest'
import hydraulic from '../../data/hydraulic.json'
import preMovement from '../../data/pre-movement.json'

const marks = ['seen', 'computed', 'tableMeasured', 'memory']

describe('the values that the hydraulic model rests on', () => {
  it('each carry a unit, a source and a mark', () => {
    const values = found(hydraulic)
    expect(values.length).toBeGreaterThan(15)
    for (const { unit, source, mark } of values) {
      expect(unit, JSON.stringify(source)).toBeTypeOf('string')
      expect(source).toBeTypeOf('string')
      expect(marks).toContain(mark)
    }
  })

  it('have stairs and storeys share a landing at 0.5, and always at 0.3 and 0.7 as well', () => {
    expect(hydraulic.merging.stairShare).toMatchObject({ value: 0.5, always: [0.3, 0.5, 0.7] })
  })
})

describe('pre-movement presets', () => {
  const presets = Object.entries(preMovement.presets)

  it('start first persons before last ones, and carry a mark', () => {
    for (const [name, { firstS, lastS, mark }] of presets) {
      expect(firstS, name).toBeGreaterThan(0)
      expect(lastS, name).toBeGreaterThan(firstS)
      expect(marks).toContain(mark)
    }
  })

  it('never start sooner under worse management of the same activity', () => {
    for (const [name, worse] of presets) {
      for (const [other, better] of presets) {
        if (worse.category !== better.category || worse.level <= better.level) continue
        expect(worse.firstS, `${name} after ${other}`).toBeGreaterThanOrEqual(better.firstS)
        expect(worse.lastS, `${name} after ${other}`).toBeGreaterThanOrEqual(better.lastS)
      }
    }
  })

  it('give an office M1 30 to 90 s, M2 60 to 180 s, and without audited drills M3 at least 900 to 1,800 s: the default', () => {
    const { officeM1, officeM2, officeM3 } = preMovement.presets
    expect([officeM1.firstS, officeM1.lastS]).toEqual([30, 90])
    expect([officeM2.firstS, officeM2.lastS]).toEqual([60, 180])
    expect(officeM3).toMatchObject({ firstS: 900, lastS: 1800, atLeast: true })
    expect(preMovement.defaultPreset).toBe('officeM3')
  })
})

interface Value {
  readonly unit?: unknown
  readonly source?: unknown
  readonly mark?: unknown
}

/** Everything in a table that has a value. */
function found(part: unknown): Value[] {
  if (typeof part !== 'object' || part === null) return []
  const own = 'value' in part ? [part as Value] : []
  return [...own, ...Object.values(part).flatMap(found)]
}
