import { availableParallelism } from 'node:os'
import { createAnalyst } from '../analysis/analyst.ts'
import type { Analyst } from '../analysis/questions.ts'
import { createNodePool } from '../../workers/pool.node.ts'

/** The analyst of a terminal run: a thread per processor, with the worker's bundle beside this one. */
export function openAnalyst(): Analyst {
  return createAnalyst(
    createNodePool(new URL('./worker.js', import.meta.url), Math.min(8, availableParallelism())),
  )
}
