import type { Pool } from '../../workers/scheduler.ts'
import { emptyPremises } from '../premises/empty.ts'
import type { Premises } from '../premises/model.ts'
import { createAnswers } from './answers.ts'
import { studyClearing } from './clearing.ts'
import type { Analyst } from './questions.ts'

/** The questions of `questions.ts` over a pool of workers; answers are kept per state of the premises. */
export function createAnalyst(pool: Pool): Analyst {
  const answers = createAnswers()
  let premises: Premises = emptyPremises({ name: '' })
  const take = (next: Premises): void => {
    if (next === premises) return
    premises = next
    answers.clear()
    pool.setPremises(next)
  }
  const key = (question: string, input: unknown): string => `${question} ${JSON.stringify(input)}`
  const analyst: Analyst = {
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
      return answers.ask(key('clearing', input), options, (signal, onProgress) =>
        studyClearing((each, inner) => pool.run('egress', each, inner), of, input, { signal, onProgress }),
      )
    },
    bound: (input, options) =>
      answers.ask(key('bound', input), options, (signal, onProgress) =>
        pool.run('bound', input, { signal, onProgress }),
      ),
    importFiles: (files, options = {}) => {
      const { signal, onStage } = options
      return pool.run('import', files, {
        ...(signal ? { signal } : {}),
        ...(onStage ? { onProgress: onStage } : {}),
      })
    },
    close: () => pool.close(),
  }
  return analyst
}
