import { PersonError } from '../../../src/premises/message.ts'
import type { Job } from '../../../workers/job.ts'
import { routesJob } from '../../../workers/routes/run.ts'
import { jobTable, type JobTable } from '../../../workers/table.ts'

/** Jobs that behave in every way a pool must stand, under the names of real ones (beside the real `routes`). */
export const testTable: JobTable = {
  ...jobTable,
  routes: { load: async () => routesJob },
  egress: { load: async () => counting },
  bound: { load: async () => deaf },
  import: { load: async () => failing },
  underlay: { load: async () => failing },
}

/** Counts to `steps` of a millisecond each, breathing and telling how far it is; answers who it is and what it sees. */
const counting: Job<{ steps: number }, number, unknown> = {
  name: 'egress',
  run: async ({ steps }, { premises, kept, progress, breathe }) => {
    const seen = premises()
    for (let step = 0; step < steps; step++) {
      const end = performance.now() + 1
      while (performance.now() < end);
      await breathe()
      progress(step / steps)
    }
    const runs = ((kept.get('runs') as number | undefined) ?? 0) + 1
    kept.set('runs', runs)
    return {
      runs,
      sameAllAlong: premises() === seen,
      facility: seen.facility.name,
      zones: Object.keys(seen.zones),
      names: Object.values(seen.zones).map((zone) => zone.name),
    }
  },
}

/** Never breathes: what only the end of its worker stops. */
const deaf: Job<{ forMs: number }, number, string> = {
  name: 'bound',
  run: async ({ forMs }) => {
    const end = performance.now() + forMs
    while (performance.now() < end);
    return 'finished'
  },
}

/** Fails for a person to read, or by a fault of the program. */
const failing: Job<'person' | 'fault', number, string> = {
  name: 'import',
  run: async (how) => {
    if (how === 'person')
      throw new PersonError('ifcNoStoreys', { count: 0 }, { file: 'a.ifc', place: '#12', field: 'Elevation' })
    throw new RangeError('an index too far')
  },
}
