import { luminance } from '../palettes.ts'

/** The grey of a colour's luminance, no darker than black text on it can stand. */
export function grey(colour: string): string {
  const share = Math.max(0.3, luminance(colour))
  const value = Math.round(255 * (share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055))
  return `#${value.toString(16).padStart(2, '0').repeat(3)}`
}
