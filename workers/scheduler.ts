import { PersonError } from '../src/premises/message.ts'
import type { Premises } from '../src/premises/model.ts'
import { toError } from './failure.ts'
import { JobAborted } from './job.ts'
import { createPartsReceiver } from './parts.ts'
import type { PartsReceiver } from './parts.ts'
import type { FromWorker, WorkerPort } from './protocol.ts'
import { difference, nothing } from './replica.ts'
import type { JobName, JobTypes } from './table.ts'
import { jobTraits } from './traits.ts'
import type { JobTraits } from './traits.ts'

/** A pool of workers: what runs now, and what waits. The same under Node, in a browser, and in one thread. */
export interface Pool {
  readonly size: number
  /** The premises that every run asked for from now on computes with; runs asked for before keep theirs. */
  readonly setPremises: (premises: Premises) => void
  /**
   * Runs a job on the first free worker. Rejects with `JobAborted` at once after an abort, with `PersonError` where the
   * job cannot be done; never resolves with half a result.
   */
  readonly run: <Name extends JobName>(
    name: Name,
    input: JobTypes[Name]['input'],
    options?: RunOptions<JobTypes[Name]['progress']>,
  ) => Promise<JobTypes[Name]['result']>
  /** Ends all workers; what runs or waits is aborted. */
  readonly close: () => void
}

export interface RunOptions<Progress> {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

/** A job that has not stopped so long after an abort is ended with its worker, milliseconds. */
const graceMs = 100

/** Workers lost one after another before they were ready: the browser or a policy refuses them. */
const refusals = 3

interface Run {
  readonly number: number
  readonly name: JobName
  readonly traits: JobTraits
  readonly input: unknown
  readonly premises: Premises
  readonly onProgress: ((progress: unknown) => void) | undefined
  readonly settle: (error: Error | null, result?: unknown) => void
}

type Done = Extract<FromWorker, { kind: 'done' }>

interface Member {
  readonly port: WorkerPort
  ready: boolean
  /** The state that its replica is in. */
  premises: Premises
  run: Run | null
  readonly receivers: Map<JobName, PartsReceiver>
  /** The last job it ran, whose kept state makes the next answer quick. */
  last: JobName | null
  grace: ReturnType<typeof setTimeout> | null
}

/** The scheduler of both pools: `spawn` makes a worker, at most `size` of them, when there is work for it. */
export function createPool(spawn: () => WorkerPort, size: number): Pool {
  const members = new Set<Member>()
  const queue: Run[] = []
  let premises = nothing
  let runs = 0
  let refused = 0
  let closed = false

  function dispatch(): void {
    for (let next = queue[0]; next; next = queue[0]) {
      const member = freeMember(next)
      if (member === null) return
      queue.shift()
      start(member, next)
    }
  }

  /**
   * A free worker, best the one that ran this job last; a new one where all are busy and there is room. A job that ends its
   * worker takes a new one before it takes one that has something kept.
   */
  function freeMember({ name, traits }: Run): Member | null {
    const free = [...members].filter((member) => member.run === null)
    const used = free.find((member) => member.last === name) ?? free.at(traits.endsWorker ? -1 : 0)
    const isRoom = members.size < size
    if (used && !(traits.endsWorker && isRoom)) return used
    return isRoom ? spawnMember() : null
  }

  function spawnMember(): Member | null {
    try {
      const member: Member = {
        port: spawn(),
        ready: false,
        premises: nothing,
        receivers: new Map(),
        run: null,
        last: null,
        grace: null,
      }
      members.add(member)
      member.port.onMessage((message) => hear(member, message))
      member.port.onLost((detail) => lose(member, detail))
      return member
    } catch (thrown) {
      refuseAll(thrown instanceof Error ? thrown.message : String(thrown))
      return null
    }
  }

  function start(member: Member, run: Run): void {
    member.run = run
    member.last = run.name
    try {
      if (run.traits.readsPremises && member.premises !== run.premises) {
        member.port.post({ kind: 'patch', patch: difference(member.premises, run.premises) })
        member.premises = run.premises
      }
      member.port.post({ kind: 'run', run: run.number, job: run.name, input: run.input })
    } catch (thrown) {
      // The input cannot be copied to a thread (a function in it, say), or the patch came through in part: start afresh.
      end(member)
      run.settle(toError({ kind: 'fault', detail: String(thrown) }, run.name))
    }
  }

  function hear(member: Member, message: FromWorker): void {
    if (!members.has(member)) return
    if (message.kind === 'ready') {
      member.ready = true
      refused = 0
      return
    }
    const run = member.run
    if (run === null || run.number !== message.run) return
    if (message.kind === 'progress') {
      run.onProgress?.(message.progress)
      return
    }
    release(member)
    if (message.kind === 'done') run.settle(null, wholeResult(member, run, message))
    else run.settle(toError(message.failure, run.name))
    if (run.traits.endsWorker) end(member)
    dispatch()
  }

  function wholeResult(member: Member, { name, traits }: Run, { result, parts }: Done): unknown {
    if (parts === undefined || traits.partsIn === undefined) return result
    let receive = member.receivers.get(name)
    if (receive === undefined) member.receivers.set(name, (receive = createPartsReceiver()))
    return { ...(result as object), [traits.partsIn]: receive(parts) }
  }

  function lose(member: Member, detail: string): void {
    if (!members.has(member)) return
    const { run, ready } = member
    end(member)
    if (!ready) refused += 1
    run?.settle(new PersonError('workerLost', { job: run.name, detail }))
    if (refused >= refusals) refuseAll(detail)
    else dispatch()
  }

  function refuseAll(detail: string): void {
    refused = 0
    for (const run of queue.splice(0)) run.settle(new PersonError('workersRefused', { detail }))
  }

  function abort(run: Run): void {
    const waiting = queue.indexOf(run)
    if (waiting >= 0) queue.splice(waiting, 1)
    const member = [...members].find((each) => each.run === run)
    if (member) {
      member.port.post({ kind: 'abort', run: run.number })
      member.grace ??= setTimeout(() => {
        end(member)
        dispatch()
      }, graceMs)
    }
    run.settle(new JobAborted())
  }

  function release(member: Member): void {
    member.run = null
    if (member.grace !== null) clearTimeout(member.grace)
    member.grace = null
  }

  function end(member: Member): void {
    release(member)
    members.delete(member)
    member.port.terminate()
  }

  return {
    size,
    setPremises: (next) => {
      premises = next
    },
    run: (name, input, { signal, onProgress } = {}) =>
      new Promise((resolve, reject) => {
        if (closed || signal?.aborted) return reject(new JobAborted())
        let settled = false
        const run: Run = {
          number: ++runs,
          name,
          traits: jobTraits[name],
          input,
          premises,
          onProgress: (progress) => {
            if (!settled) onProgress?.(progress as never)
          },
          settle: (error, result) => {
            if (settled) return
            settled = true
            signal?.removeEventListener('abort', onAbort)
            if (error) reject(error)
            else resolve(result as never)
          },
        }
        const onAbort = (): void => abort(run)
        signal?.addEventListener('abort', onAbort)
        queue.push(run)
        dispatch()
      }),
    close: () => {
      closed = true
      for (const run of queue.splice(0)) run.settle(new JobAborted())
      for (const member of members) {
        const { run } = member
        end(member)
        run?.settle(new JobAborted())
      }
    },
  }
}
