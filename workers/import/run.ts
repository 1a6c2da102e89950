import { importFiles } from '../../src/import/index.ts'
import type { Job } from '../job.ts'
import type { ImportProgress, ImportResult, SourceFile } from './job.ts'
import { ifcWasm } from './wasm.ts'

/** The job `import`: the files of one drop become premises with findings. It does not read the open premises. */
export const importJob: Job<readonly SourceFile[], ImportProgress, ImportResult> = {
  name: 'import',
  run: async (files, { progress, breathe }) => importFiles(files, await ifcWasm(), { progress, breathe }),
}
