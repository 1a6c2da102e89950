import { join } from 'node:path'

/** The folder of real floor plans, beside the project; tests that need it are skipped where it is missing. */
export const samples = join(import.meta.dirname, '..', '..', '..', 'shared', 'samples', 'floorplans')
