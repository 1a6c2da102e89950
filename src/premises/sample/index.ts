import type { Premises } from '../model.ts'
import type { Surroundings } from './surroundings.ts'

export type { SurroundingFeature, SurroundingKind, Surroundings } from './surroundings.ts'

/**
 * The sample: a fictional head office of our own design, as data/sample describes it. Loaded when asked for, so that
 * nothing of it is in the first download.
 */
export async function loadSample(): Promise<Premises> {
  const [{ premisesOf }, { sampleLayout }] = await Promise.all([import('./build.ts'), import('./source.ts')])
  return premisesOf(sampleLayout)
}

/** What lies around the sample (our own drawing, `credit` says so): plain GeoJSON in WGS 84 for the base map. */
export async function loadSurroundings(): Promise<Surroundings> {
  const [{ surroundingsOf }, { drawnSurroundings, samplePlacement }] = await Promise.all([
    import('./surroundings.ts'),
    import('./surroundingsSource.ts'),
  ])
  return surroundingsOf(drawnSurroundings, samplePlacement)
}
