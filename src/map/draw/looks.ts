import { themes, type Theme } from '../theme.ts'
import type { AreaLook, LineLook } from './picture.ts'

/** A stroke on the screen; `metres`: at least as wide as this on the plan. */
export interface Stroke {
  readonly colour: string
  readonly px: number
  readonly metres?: number
  readonly dash?: readonly number[]
  readonly casing?: { readonly colour: string; readonly px: number }
}

export interface Looks {
  readonly areas: Readonly<Record<AreaLook, { readonly fill: string; readonly edge?: Stroke }>>
  readonly lines: Readonly<Record<LineLook, Stroke>>
  readonly accent: string
  readonly casing: string
  readonly text: string
  readonly plate: string
  readonly plateEdge: string
  readonly strongText: string
}

/** Drawn walls are a hand's breadth thick where rooms touch, metres. */
const wallM = 0.1
/** What a room's old walls may reach out of it. */
const oldWallM = 0.44

/** Colours and widths of the drawing under way, in the map's own paper and ink; over a picture, floors let it through. */
export function looksOf(theme: Theme, overPicture: boolean): Looks {
  const { accent, accentCasing, floor, paper, wall, fine, text } = themes[theme]
  const dark = theme === 'dark'
  const red = dark ? '#ff8a80' : '#b3261e'
  const casing = { colour: accentCasing, px: 3 }
  return {
    areas: {
      cover: overPicture
        ? { fill: alpha(paper, 0.3), edge: { colour: alpha(paper, 0.3), px: 2, metres: oldWallM } }
        : { fill: alpha(paper, 0.82), edge: { colour: alpha(paper, 0.82), px: 2, metres: oldWallM } },
      floor: { fill: alpha(floor, overPicture ? 0.35 : 0.94) },
      draft: { fill: alpha(accent, dark ? 0.22 : 0.13) },
      picked: { fill: alpha(accent, dark ? 0.16 : 0.1) },
      blocked: { fill: alpha(red, 0.16) },
      band: { fill: alpha(accent, 0.08) },
      sweep: { fill: alpha(accent, 0.1) },
    },
    lines: {
      wall: { colour: wall, px: 1.5, metres: wallM },
      draft: { colour: accent, px: 2.5, casing },
      guide: { colour: accent, px: 1, dash: [4, 4] },
      picked: { colour: accent, px: 2.5, casing },
      hover: { colour: alpha(accent, 0.55), px: 4 },
      blocked: { colour: red, px: 2, metres: wallM },
      leaf: { colour: accent, px: 2.5 },
      fine: { colour: dark ? accent : fine, px: 1.2 },
      gap: { colour: floor, px: 3, metres: wallM },
      missing: { colour: red, px: 1.5, dash: [8, 6] },
    },
    accent,
    casing: accentCasing,
    text,
    plate: alpha(dark ? '#1b1e22' : '#ffffff', 0.92),
    plateEdge: alpha(dark ? '#eceef0' : '#1b1e22', 0.16),
    strongText: dark ? '#07182c' : '#ffffff',
  }
}

function alpha(hex: string, share: number): string {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  return `rgb(${part(1)} ${part(3)} ${part(5)} / ${share})`
}
