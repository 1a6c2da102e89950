import { createBrowserPool } from '../../workers/pool.browser.ts'
import { createAnalyst } from './analyst.ts'
import type { Analyst } from './questions.ts'

/** The analyst of a page: Web Workers, made when the first question is asked. */
export function createBrowserAnalyst(): Analyst {
  return createAnalyst(createBrowserPool())
}
