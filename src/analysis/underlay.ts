import limits from '../../data/underlay.json'
import { JobAborted } from '../../workers/job.ts'
import type { Pool } from '../../workers/scheduler.ts'
import type { UnderlayAnswer, UnderlayProgress, UnderlayTask } from '../../workers/underlay/job.ts'
import { PersonError } from '../premises/message.ts'

export interface UnderlayOptions {
  readonly signal?: AbortSignal
  readonly onStep?: (progress: UnderlayProgress) => void
}

/**
 * Runs the task with a clock: every step has its time, and so has the loading of what reads the file. What does not answer
 * in time is ended with its worker, and rejects with `underlayTooSlow`; a file may be made to keep a reader busy for ever.
 */
export async function makeUnderlay<Task extends UnderlayTask>(
  pool: Pick<Pool, 'run'>,
  task: Task,
  { signal, onStep }: UnderlayOptions = {},
): Promise<UnderlayAnswer<Task>> {
  if (signal?.aborted) throw new JobAborted()
  const controller = new AbortController()
  const callOff = () => controller.abort()
  signal?.addEventListener('abort', callOff)
  let late = false
  let clock: ReturnType<typeof setTimeout> | undefined
  const within = (seconds: number) => {
    clearTimeout(clock)
    clock = setTimeout(() => {
      late = true
      controller.abort()
    }, seconds * 1000)
  }
  within(limits.mostLoadS.value)
  try {
    const answer = await pool.run('underlay', task, {
      signal: controller.signal,
      onProgress: (progress) => {
        within(limits.mostStepS.value)
        onStep?.(progress)
      },
    })
    return answer as UnderlayAnswer<Task>
  } catch (error) {
    if (!late) throw error
    const { name } = task.file
    throw new PersonError('underlayTooSlow', { file: name, most: limits.mostStepS.value }, { file: name })
  } finally {
    clearTimeout(clock)
    signal?.removeEventListener('abort', callOff)
  }
}
