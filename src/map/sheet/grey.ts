/** The grey of a place on a ramp, 0 … 1: white to a grey that black text can still stand on (5.6 : 1). */
export function grey(shade: number): string {
  const value = Math.round(255 - Math.min(Math.max(shade, 0), 1) * 121)
  return `#${value.toString(16).padStart(2, '0').repeat(3)}`
}
