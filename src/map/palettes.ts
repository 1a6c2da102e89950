import type { Theme } from './theme.ts'

/** A fill and the ink that reads on it. */
export interface Swatch {
  readonly fill: string
  readonly ink: 'dark' | 'light'
}

/**
 * Times are a sequential ramp in one hue, never green to red: a time is long or short, not good or bad. Violet stands
 * for no sign of the trade. Light to dark on paper, dark to bright on a dark screen: more is always farther from the ground.
 */
const timeRamp: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#ece5f5', '#d8cbea', '#bfabdc', '#9a7fc4', '#7453a4', '#4a2b7c'],
  dark: ['#2b2637', '#41355a', '#5c4884', '#7c64ab', '#a58fd0', '#d5c8f0'],
}

const occupantRamp: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#e9eef2', '#d0dbe3', '#b0c1cd', '#839dae', '#577689', '#2d4a5e'],
  dark: ['#232a30', '#31414d', '#465d6d', '#587482', '#8aa5b3', '#c9d9e2'],
}

/**
 * Paul Tol's "light" scheme (personal.sron.nl/~pault, technical note SRON/EPS/TN/09-002) without its green, which means
 * "way out" here: safe for the three colour-vision deficiencies, under dark text.
 */
const categories = [
  '#77aadd',
  '#ee8866',
  '#eedd88',
  '#ffaabb',
  '#99ddff',
  '#bbcc33',
  '#b5a2c8',
  '#dddddd',
] as const

/** Tints of the groups of zone uses (data/zone-uses.json, colourGroup): quiet, told apart by lightness and by the name. */
const useTints: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
  light: {
    work: '#dfe8f3',
    assembly: '#f5e0b8',
    food: '#f3cfbf',
    living: '#efd9e4',
    storage: '#d9c7b0',
    technical: '#cdc6dd',
    service: '#cfe0e3',
    parking: '#d8d9da',
    circulation: '#fbfaf5',
    vertical: '#e6e5df',
    outdoor: '#e6e9dd',
    unknown: '#ffffff',
  },
  dark: {
    work: '#2c4159',
    assembly: '#5c4a22',
    food: '#60392c',
    living: '#58384d',
    storage: '#49392a',
    technical: '#443a61',
    service: '#264b51',
    parking: '#3c4045',
    circulation: '#2a2f35',
    vertical: '#393e44',
    outdoor: '#22272a',
    unknown: '#30363d',
  },
}

/** Steps in each ramp. */
export const rampSteps = 6

export function rampSwatch(ramp: 'time' | 'occupants', step: number, theme: Theme): Swatch {
  const colours = (ramp === 'time' ? timeRamp : occupantRamp)[theme]
  return swatch(colours[Math.min(Math.max(step, 0), colours.length - 1)] ?? '#ffffff')
}

/** The colour of the n-th of several equals; after the eighth the same hues come again, deeper. */
export function categorySwatch(index: number, theme: Theme): Swatch {
  const hue = categories[index % categories.length] ?? categories[0]
  const deeper = Math.floor(index / categories.length) % 2 === 1
  if (theme === 'dark') return swatch(mix(hue, '#15181c', deeper ? 0.72 : 0.55))
  return swatch(deeper ? mix(hue, '#7c828a', 0.18) : mix(hue, '#ffffff', 0.42))
}

export function groupSwatch(group: string, theme: Theme): Swatch {
  const tints = useTints[theme]
  return swatch(tints[group] ?? tints['unknown'] ?? '#ffffff')
}

/** Hatching of a group of uses in black and white (sheet/patterns.tsx); rooms people work in and ways between stay white. */
export function groupPattern(group: string): number {
  const order = ['work', 'technical', 'storage', 'assembly', 'service', 'parking', 'food', 'living']
  return Math.max(0, order.indexOf(group))
}

export function swatch(fill: string): Swatch {
  return { fill, ink: contrast(fill, '#1b1f24') >= contrast(fill, '#ffffff') ? 'dark' : 'light' }
}

/** `share` of the second colour in the first, in sRGB. */
export function mix(a: string, b: string, share: number): string {
  const p = channels(a)
  const q = channels(b)
  return `#${p
    .map((value, index) => Math.round(value + ((q[index] ?? value) - value) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`
}

/** Contrast ratio of two colours (WCAG 2.2, definition "contrast ratio"). */
export function contrast(a: string, b: string): number {
  const [la, lb] = [luminance(a), luminance(b)]
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05)
}

/** Relative luminance, 0 … 1 (WCAG 2.2, definition "relative luminance"). */
export function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
