import type { Premises } from '../model.ts'

/**
 * The sample: a fictional head office of our own design, as data/sample describes it. Loaded when asked for, so that
 * nothing of it is in the first download.
 */
export async function loadSample(): Promise<Premises> {
  const [{ premisesOf }, { sampleLayout }] = await Promise.all([import('./build.ts'), import('./source.ts')])
  return premisesOf(sampleLayout)
}
