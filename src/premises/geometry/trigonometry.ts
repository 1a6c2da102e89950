/**
 * Sine, cosine and arctangent from + − × ÷ and sqrt alone: the same bits in every engine, which Math.sin and its kin do
 * not promise. A place on the map and a file's coordinates depend on them, so the same project gives the same bytes.
 * Accurate to 2 × 10⁻¹⁶ absolute on the ranges given.
 */

const halfPi = Math.PI / 2
export const radiansPerDegree = Math.PI / 180

/** Sine and cosine of an angle in degrees; exact at multiples of 90. */
export function sineCosine(degrees: number): readonly [number, number] {
  const turned = degrees - 360 * Math.floor(degrees / 360)
  const quarter = Math.floor((turned + 45) / 90)
  const rest = (turned - 90 * quarter) * radiansPerDegree
  const s = sineSmall(rest)
  const c = cosineSmall(rest)
  if (quarter === 1) return [c, -s + 0]
  if (quarter === 2) return [-s + 0, -c]
  if (quarter === 3) return [-c, s]
  return [s, c]
}

/** Angle in degrees (−180 … 180) of the direction (x, y), counter-clockwise from the x axis; 0 for the zero vector. */
export function angleDegrees(y: number, x: number): number {
  if (x === 0 && y === 0) return 0
  const ax = Math.abs(x)
  const ay = Math.abs(y)
  const acute = ay <= ax ? arctangent(ay / ax) : halfPi - arctangent(ax / ay)
  const turned = x >= 0 ? acute : Math.PI - acute
  return (y < 0 ? -turned : turned) / radiansPerDegree
}

/** Arctangent in radians of 0 … 1: the argument is halved three times, then summed as a series. */
function arctangent(t: number): number {
  let x = t
  for (let halving = 0; halving < 3; halving += 1) x = x / (1 + Math.sqrt(1 + x * x))
  const square = x * x
  let sum = 0
  for (let n = 23; n >= 1; n -= 2) sum = 1 / n - square * sum
  return 8 * x * sum
}

/** Sine of −π/4 … π/4 radians. */
function sineSmall(x: number): number {
  const square = x * x
  let sum = 1
  for (let n = 18; n >= 2; n -= 2) sum = 1 - (square / (n * (n + 1))) * sum
  return x * sum
}

/** Cosine of −π/4 … π/4 radians. */
function cosineSmall(x: number): number {
  const square = x * x
  let sum = 1
  for (let n = 17; n >= 1; n -= 2) sum = 1 - (square / (n * (n + 1))) * sum
  return sum
}
