import { JobAborted } from '../../workers/job.ts'
import type { Pool } from '../../workers/scheduler.ts'
import { nothing } from '../../workers/replica.ts'
import type { Premises } from '../premises/model.ts'
import { createAnswers } from './answers.ts'
import { studyClearing } from './clearing.ts'
import type { RunEgress } from './clearing.ts'
import type { Analyst } from './questions.ts'
import { makeUnderlay } from './underlay.ts'

/** The questions of `questions.ts` over a pool of workers; answers are kept per state of the premises. */
export function createAnalyst(pool: Pool): Analyst {
  const answers = createAnswers()
  let premises: Premises = nothing
  const take = (next: Premises): void => {
    if (next === premises) return
    premises = next
    answers.clear()
    pool.setPremises(next)
  }
  return {
    load: take,
    patch: (_operations, next) => take(next),
    routes: (input, options) =>
      answers.ask(key('routes', input), options, (signal, onProgress) =>
        pool.run('routes', input, { signal, onProgress }),
      ),
    egress: (input, options) =>
      answers.ask(key('egress', input), options, (signal, onProgress) =>
        pool.run('egress', input, { signal, onProgress }),
      ),
    clearing: (input, options) => {
      const of = premises
      // All cases of a study are of one state of the premises: after an edit the rest of them is not asked for.
      const run: RunEgress = (each, inner) =>
        premises === of ? pool.run('egress', each, inner) : Promise.reject(new JobAborted())
      return answers.ask(key('clearing', input), options, (signal, onProgress) =>
        studyClearing(run, of, input, { signal, onProgress }),
      )
    },
    bound: (input, options) =>
      answers.ask(key('bound', input), options, (signal, onProgress) =>
        pool.run('bound', input, { signal, onProgress }),
      ),
    faults: (options) =>
      answers.ask('faults', options, (signal, onProgress) => pool.run('faults', {}, { signal, onProgress })),
    importFiles: (files, options = {}) => {
      const { signal, onStage } = options
      return pool.run('import', files, {
        ...(signal ? { signal } : {}),
        ...(onStage ? { onProgress: onStage } : {}),
      })
    },
    underlay: (task, options) => makeUnderlay(pool, task, options),
    close: () => pool.close(),
  }
}

/** The same for inputs that ask the same: fields in any order, ids in any order and as often as they come. */
function key(question: string, input: object): string {
  const fields = Object.entries(input)
    .map(([field, value]): [string, unknown] => [
      field,
      Array.isArray(value) ? [...new Set(value.map(String))].toSorted((a, b) => (a < b ? -1 : 1)) : value,
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `${question} ${JSON.stringify(fields)}`
}
