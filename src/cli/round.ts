/** A number for output, to 2 decimals (1 cm, 10 ms) unless asked otherwise. */
export function rounded(value: number, decimals = 2): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale
}
