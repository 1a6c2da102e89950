import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import data from '../../../data/hydraulic.json'
import {
  criticalDensity,
  freeSpeed,
  jamDensity,
  levelK,
  maxSpecificFlow,
  passageTimeS,
  specificFlow,
  speedAt,
  split,
  stairK,
  thinDensity,
  transition,
} from '../../../workers/egress/relations.ts'

describe('flow and density (SFPE Handbook 5th ed., ch. 59)', () => {
  it('walks at 1.19 m/s in thin flow, at 1.03 / 0.84 / 0.66 / 0.28 m/s at 1 / 1.5 / 2 / 3 persons per m²', () => {
    expect(freeSpeed(levelK)).toBeCloseTo(1.19, 9)
    const speeds = [0.25, 0.5, 1, 1.5, 2, 3, 4].map((density) => speedAt(levelK, density))
    expect(speeds.map((speed) => Number(speed.toFixed(2)))).toEqual([1.19, 1.19, 1.03, 0.84, 0.66, 0.28, 0])
  })

  it('carries most at 1.88 persons per m²: 1.3158 persons per second and metre, printed 1.32', () => {
    expect(criticalDensity).toBeCloseTo(1.88, 2)
    expect(jamDensity).toBeCloseTo(3.76, 2)
    expect(thinDensity).toBeCloseTo(0.564, 3)
    expect(maxSpecificFlow(levelK)).toBeCloseTo(1.3158, 4)
    expect(specificFlow(levelK, criticalDensity)).toBeCloseTo(maxSpecificFlow(levelK), 12)
    expect(data.doorBasis.effectiveWidth.value).toBeCloseTo(maxSpecificFlow(levelK), 4)
  })

  it('fits the printed stair table within its rounding', () => {
    for (const { riserMm, treadMm, k, fsm, maxSpeed } of data.stairTable.rows) {
      const computed = stairK(treadMm, riserMm)
      expect(Math.abs(computed - k)).toBeLessThan(0.014)
      expect(Math.abs(maxSpecificFlow(k) - fsm)).toBeLessThan(0.008)
      expect(Math.abs(freeSpeed(k) - maxSpeed)).toBeLessThan(0.035)
    }
    expect(stairK(279, 178)).toBeCloseTo(1.08, 2)
  })

  it('climbs slower than it goes down: 0.61 to 0.694 m/s (Weidmann)', () => {
    expect(stairK(279, 178, true) / stairK(279, 178)).toBeCloseTo(0.61 / 0.694, 2)
  })
})

describe('transitions', () => {
  it('vector 23, thin flow: Fs 0.30 walks at 1.19 m/s and 0.252 persons per m², not at the root alone', () => {
    const thin = transition(0.3, levelK, 1)
    expect(thin.speed).toBeCloseTo(1.19, 6)
    expect(thin.densityPerM2).toBeCloseTo(0.252, 3)
    expect(thin.queuePerS).toBe(0)
  })

  it('1 → 1: from a 1.5 m corridor (We 1.1) at Fs 0.60 into a 1.2 m corridor (We 0.8): Fs 0.825, on the uncongested root', () => {
    const out = transition(0.6 * 1.1, levelK, 0.8)
    expect(out.specificFlow).toBeCloseTo(0.825, 9)
    expect(out.densityPerM2).toBeLessThan(criticalDensity)
    expect(specificFlow(levelK, out.densityPerM2)).toBeCloseTo(0.825, 9)
    expect(out.speed).toBeCloseTo(levelK * (1 - 0.266 * out.densityPerM2), 9)
  })

  it('n → 1: a stair at 0.60 p/s and a storey at 0.50 p/s meet on We 0.80 of a 178/279 stair: 0.812 p/s, the queue grows by 0.288', () => {
    const out = transition(0.6 + 0.5, 1.08, 0.8)
    expect(out.flowPerS).toBeCloseTo(0.812, 3)
    expect(out.queuePerS).toBeCloseTo(0.288, 3)
    expect(out.densityPerM2).toBeCloseTo(1.88, 2)
  })

  it('1 → n: what comes in goes out, by the shares', () => {
    const flows = split(1.2, [0.25, 0.75])
    expect(flows).toEqual([0.3, 0.8999999999999999])
    expect(transition(flows[0] ?? 0, levelK, 0.6).specificFlow).toBeCloseTo(0.5, 9)
  })

  it('passes 150 persons through 0.789 p/s in 190 s', () => {
    expect(passageTimeS(150, maxSpecificFlow(levelK) * 0.6)).toBeCloseTo(190, 0)
  })

  it('finds an uncongested state that carries exactly the flow, whatever the component', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.7, max: 1.5, noNaN: true }),
        fc.double({ min: 0.3, max: 5, noNaN: true }),
        (share, k, width) => {
          const asked = share * maxSpecificFlow(k) * width
          const out = transition(asked, k, width)
          expect(out.densityPerM2).toBeLessThanOrEqual(criticalDensity + 1e-9)
          expect(specificFlow(k, out.densityPerM2) * width).toBeCloseTo(asked, 9)
          expect(out.speed * out.densityPerM2 * width).toBeCloseTo(asked, 9)
        },
      ),
    )
  })
})
