import basement from '../../../data/sample/basement.json'
import facility from '../../../data/sample/facility.json'
import ground from '../../../data/sample/ground.json'
import site from '../../../data/sample/site.json'
import stairs from '../../../data/sample/stairs.json'
import survey from '../../../data/sample/survey.json'
import upper from '../../../data/sample/upper.json'
import type { SampleLayout } from './layout.ts'

/** The files of data/sample as one layout: TypeScript reads a pair in JSON as a list, the tests check the shapes. */
export const sampleLayout = {
  basement,
  facility,
  ground,
  site,
  stairs,
  survey,
  upper,
} as unknown as SampleLayout
