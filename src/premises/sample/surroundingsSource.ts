import facility from '../../../data/sample/facility.json'
import surroundings from '../../../data/sample/surroundings.json'
import type { Drawn } from './drawn.ts'

/** The stored drawing of the surroundings, and where the sample stands. */
export const drawnSurroundings = surroundings as unknown as Drawn
export const samplePlacement = facility.facility.placement
