/** The largest of 1, 2 and 5 × 10ⁿ that is not longer than `mostM`: lengths for scale bars. */
export function roundLength(mostM: number): number {
  const power = 10 ** Math.floor(Math.log10(mostM) + 1e-9)
  const share = mostM / power
  return (share >= 5 ? 5 : share >= 2 ? 2 : 1) * power
}
