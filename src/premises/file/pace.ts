/** How long work goes on before it lets the thread do something else, milliseconds. */
const sliceMs = 12

export interface PaceOptions {
  /** Lets the thread's other work go on; absent: no pause. */
  readonly breathe?: () => Promise<void>
  readonly signal?: AbortSignal
}

/** Called between small steps of long work: pauses when a slice is over; throws an `AbortError` after an abort. */
export type Pace = () => Promise<void> | undefined

export function paceOf({ breathe, signal }: PaceOptions): Pace {
  let since = performance.now()
  return () => {
    if (signal?.aborted) throw new ReadingAborted()
    if (breathe === undefined || performance.now() - since < sliceMs) return undefined
    return breathe().then(() => {
      since = performance.now()
      if (signal?.aborted) throw new ReadingAborted()
    })
  }
}

class ReadingAborted extends Error {
  constructor() {
    super('aborted')
    this.name = 'AbortError'
  }
}
