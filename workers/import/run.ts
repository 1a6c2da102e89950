import { importFiles } from '../../src/import/index.ts'
import type { Job } from '../job.ts'
import type { ImportInput, ImportProgress, ImportResult } from './job.ts'

/** The job `import`: files become premises with findings. It does not read the open premises. */
export const importJob: Job<ImportInput, ImportProgress, ImportResult> = {
  name: 'import',
  run: ({ files, wasm }, { progress, breathe }) => importFiles(files, wasm, { progress, breathe }),
}
