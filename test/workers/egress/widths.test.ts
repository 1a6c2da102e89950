import { describe, expect, it } from 'vitest'
import {
  corridorEffectiveWidthM,
  doorCapacityPerS,
  doorEffectiveWidthM,
  flightEffectiveWidthM,
  landingEffectiveWidthM,
} from '../../../workers/egress/widths.ts'

const flight = { risers: 10, riserM: 0.178, treadM: 0.279, clearWidthM: 1.1 }

describe('effective widths', () => {
  it('of a 0.90 m door is 0.60, of a 1.5 m corridor 1.10, of a 1.10 m stair between walls 0.80 (NFPA 101: less 305 mm)', () => {
    expect(doorEffectiveWidthM(0.9)).toBeCloseTo(0.6, 12)
    expect(corridorEffectiveWidthM(1.5)).toBeCloseTo(1.1, 12)
    expect(flightEffectiveWidthM(flight)).toBeCloseTo(0.8, 12)
    expect(landingEffectiveWidthM({ lengthM: 1.2, widthM: 2.4 })).toBeCloseTo(2.1, 12)
  })

  it('of a stair with rails on the walls is the smaller of wall and rail: 0.07 + 0.09 beats 0.15', () => {
    expect(flightEffectiveWidthM({ ...flight, handrails: 1 })).toBeCloseTo(1.1 - 0.16 - 0.15, 12)
    expect(flightEffectiveWidthM({ ...flight, handrails: 2 })).toBeCloseTo(1.1 - 0.32, 12)
  })

  it('counts from where the width was taken: the same stair measured three ways keeps one effective width', () => {
    const walls = flightEffectiveWidthM({ ...flight, handrails: 2 })
    const centres = flightEffectiveWidthM({
      ...flight,
      clearWidthM: 1.1 - 0.14,
      widthBetween: 'handrailCentres',
    })
    const edges = flightEffectiveWidthM({ ...flight, clearWidthM: 1.1 - 0.18, widthBetween: 'handrailEdges' })
    expect(centres).toBeCloseTo(walls, 12)
    expect(edges).toBeCloseTo(walls, 12)
  })
})

describe('capacity of doors', () => {
  it('follows the table of both bases', () => {
    const rows = [
      [0.8, 0.658, 1.064],
      [0.9, 0.789, 1.197],
      [1.0, 0.921, 1.33],
      [1.2, 1.184, 1.596],
      [1.4, 1.447, 1.862],
      [1.6, 1.711, 2.128],
      [2.0, 2.237, 2.66],
    ] as const
    for (const [clear, effective, british] of rows) {
      expect(doorCapacityPerS(clear, 'effectiveWidth')).toBeCloseTo(effective, 3)
      expect(doorCapacityPerS(clear, 'clear133')).toBeCloseTo(british, 3)
    }
  })

  it('lets nobody through a gap of 0.30 m', () => {
    expect(doorCapacityPerS(0.3, 'effectiveWidth')).toBe(0)
    expect(doorCapacityPerS(0.3, 'clear133')).toBe(0)
  })
})
