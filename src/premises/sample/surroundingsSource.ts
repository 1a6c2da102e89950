import facility from '../../../data/sample/facility.json'
import surroundings from '../../../data/sample/surroundings.json'
import type { SurroundingsLayout } from './surroundingsLayout.ts'

/** The drawing of the surroundings, and where the sample stands. */
export const surroundingsLayout = surroundings as unknown as SurroundingsLayout
export const samplePlacement = facility.facility.placement
