import { describe, expect, it } from 'vitest'
import { zoneUses } from '../../src/premises/uses.ts'
import {
  categorySwatch,
  contrast,
  luminance,
  rampSteps,
  rampSwatch,
  groupSwatch,
} from '../../src/map/palettes.ts'
import { signs, themes, type Theme } from '../../src/map/theme.ts'

const both: readonly Theme[] = ['light', 'dark']
const inks = { dark: '#1b1f24', light: '#ffffff' }

describe('colours of the map', () => {
  it('lets text stand on every fill at WCAG AA, 4.5 : 1, in both themes', () => {
    for (const theme of both) {
      const swatches = [
        ...Array.from({ length: 16 }, (_, index) => categorySwatch(index, theme)),
        ...Array.from({ length: rampSteps }, (_, step) => rampSwatch('time', step, theme)),
        ...Array.from({ length: rampSteps }, (_, step) => rampSwatch('occupants', step, theme)),
        ...zoneUses.map((use) => groupSwatch(use.colourGroup, theme)),
      ]
      for (const { fill, ink } of swatches) {
        expect(contrast(fill, inks[ink]), `${theme} ${fill}`).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  it('keeps labels, exit names and walls apart from the paper', () => {
    for (const theme of both) {
      const { paper, floor, text, quietText, wayOutText, wall } = themes[theme]
      for (const ground of [paper, floor]) {
        expect(contrast(text, ground)).toBeGreaterThanOrEqual(7)
        expect(contrast(quietText, ground)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(wayOutText, ground)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(wall, ground)).toBeGreaterThanOrEqual(4.5)
      }
    }
    expect(contrast(signs.wayOut, signs.wayOutCasing)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(signs.queueText, signs.queue)).toBeGreaterThanOrEqual(4.5)
  })

  it('orders a ramp by lightness alone, so that it reads in grey: away from the ground of its theme', () => {
    for (const ramp of ['time', 'occupants'] as const) {
      for (const theme of both) {
        const greys = Array.from({ length: rampSteps }, (_, step) =>
          luminance(rampSwatch(ramp, step, theme).fill),
        )
        const steps = greys.slice(1).map((grey, index) => grey - (greys[index] ?? 0))
        expect(steps.every((step) => (theme === 'light' ? step < 0 : step > 0))).toBe(true)
        const ratios = greys.slice(1).map((grey, index) => {
          const before = greys[index] ?? 0
          return (Math.max(grey, before) + 0.05) / (Math.min(grey, before) + 0.05)
        })
        // A fifth of contrast between neighbours: seen as different where they meet.
        expect(Math.min(...ratios)).toBeGreaterThan(1.2)
      }
    }
  })

  it('gives a time no verdict: no step of its ramp is green or red', () => {
    for (const theme of both) {
      for (let step = 0; step < rampSteps; step += 1) {
        const [r = 0, g = 0, b = 0] = rgb(rampSwatch('time', step, theme).fill)
        expect(g).toBeLessThan(r)
        expect(r).toBeLessThanOrEqual(b)
      }
    }
  })

  it('keeps the first eight exits apart for the three colour-vision deficiencies', () => {
    for (const theme of both) {
      for (const [name, matrix] of Object.entries(deficiencies)) {
        const seen = Array.from({ length: 8 }, (_, index) =>
          lab(simulated(categorySwatch(index, theme).fill, matrix)),
        )
        for (let a = 0; a < seen.length; a += 1) {
          for (let b = 0; b < a; b += 1) {
            expect(difference(seen[a] ?? [], seen[b] ?? []), `${theme} ${name} ${a} ${b}`).toBeGreaterThan(4)
          }
        }
      }
    }
  })
})

/** Machado, Oliveira, Fernandes 2009, "A physiologically-based model for simulation of color vision deficiency", severity 1.0. */
const deficiencies = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
}

function rgb(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

function simulated(colour: string, m: readonly number[]): number[] {
  const linear = rgb(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return [0, 3, 6].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        linear.reduce((sum, value, column) => sum + (m[row + column] ?? 0) * value, 0),
      ),
    ),
  )
}

/** CIE 1976 L*a*b* under D65, from linear sRGB. */
function lab([r = 0, g = 0, b = 0]: readonly number[]): number[] {
  const f = (t: number) => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function difference(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)))
}
