import { lineFeature, type MapFeature } from './features.ts'
import type { Frame } from './frame.ts'

const reachM = 300
const stepM = 5
const boldEvery = 5

/**
 * Squared paper in the building's own axes, 5 m and 25 m: the ground where no surroundings are drawn. It shows scale and
 * claims nothing about the place.
 */
export function gridFeatures(frame: Frame): readonly MapFeature[] {
  const features: MapFeature[] = []
  for (let index = -reachM / stepM; index <= reachM / stepM; index += 1) {
    const at = index * stepM
    const bold = index % boldEvery === 0
    features.push(lineFeature([[at, -reachM], [at, reachM]], frame, { bold })) // prettier-ignore
    features.push(lineFeature([[-reachM, at], [reachM, at]], frame, { bold })) // prettier-ignore
  }
  return features
}
