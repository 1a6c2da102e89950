/** Queues and arrivals, sampled while a case runs. */
export interface Recorder {
  readonly stepS: number
  samples: number
  readonly queues: Float32Array[]
  outside: Float32Array
}

export function recorderOf(stepS: number, components: number): Recorder {
  return {
    stepS,
    samples: 0,
    queues: Array.from({ length: components }, () => new Float32Array(256)),
    outside: new Float32Array(256),
  }
}

/** What a step changed; one object, filled anew for every step. */
export interface StepChange {
  startS: number
  readonly stepS: number
  readonly queueBefore: Float64Array
  readonly queue: Float64Array
  /** Persons outside after the step, and of them those who came out in it. */
  outside: number
  arrived: number
}

/** Samples at multiples of the recorder's step, linear between the ends of steps. */
export function record(recorder: Recorder, change: StepChange): void {
  const { startS, stepS, queueBefore, queue, outside, arrived } = change
  while (recorder.samples * recorder.stepS <= startS + stepS) {
    const share = Math.max(0, (recorder.samples * recorder.stepS - startS) / stepS)
    if (recorder.samples === recorder.outside.length) grow(recorder)
    for (let c = 0; c < queue.length; c++)
      recorder.queues[c]![recorder.samples] = queueBefore[c]! + (queue[c]! - queueBefore[c]!) * share
    recorder.outside[recorder.samples] = outside - (1 - share) * arrived
    recorder.samples++
  }
}

function grow(recorder: Recorder): void {
  const longer = (old: Float32Array): Float32Array => {
    const array = new Float32Array(2 * old.length)
    array.set(old)
    return array
  }
  recorder.outside = longer(recorder.outside)
  recorder.queues.forEach((queue, c) => (recorder.queues[c] = longer(queue)))
}
