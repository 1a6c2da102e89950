import type { ExpressionSpecification } from 'maplibre-gl'

/** From `from` to `to` zoom, 0 → `most`. */
export function fadeIn(from: number, to: number, most = 1): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], from, 0, to, most]
}

/** A width that grows with the map, as a pen would at a larger scale. */
export function pen(at18: number, at22: number): ExpressionSpecification {
  return ['interpolate', ['exponential', 1.5], ['zoom'], 18, at18, 22, at22]
}

/** Features of the source `plan` that are one of these. */
export function kind(...names: string[]): ExpressionSpecification {
  return ['in', ['get', 'k'], ['literal', names]]
}

export function role(name: string): ExpressionSpecification {
  return ['==', ['get', 'role'], name]
}
