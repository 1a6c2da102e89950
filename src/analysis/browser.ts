import { createBrowserPool } from '../../workers/pool.browser.ts'
import { createAnalyst } from './analyst.ts'
import type { Analyst } from './questions.ts'

/**
 * The analyst of a page: Web Workers, made when the first question is asked. Questions wait for `ready`, so that a page
 * draws before it computes; files that a person brings do not.
 */
export function createBrowserAnalyst(ready: () => Promise<void>): Analyst {
  const pool = createBrowserPool()
  return createAnalyst({
    ...pool,
    run: async (name, input, options) => {
      if (name !== 'import' && name !== 'underlay') await ready()
      return pool.run(name, input, options)
    },
  })
}
