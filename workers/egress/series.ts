import type { QueueSeries } from './job.ts'
import { queueNumber } from './ended.ts'
import type { Ended } from './ended.ts'

/** Queues over time at the openings that somebody passes. */
export function seriesOf(ended: Ended): QueueSeries | null {
  const { net, flow, taken } = ended
  const { series } = flow
  if (series === null) return null
  const passed = taken.flatMap((crossing) => {
    const link = net.graph.links[crossing >> 1]!
    return link.kind === 'opening' ? [{ id: link.id, queue: queueNumber(ended, crossing) }] : []
  })
  return {
    stepS: series.stepS,
    openings: passed.map(({ id }) => id),
    // Nobody can wait where the number is −1: at doors that only close ones lead to.
    queues: passed.map(
      ({ queue }) => series.queues[queue]?.slice(0, series.samples) ?? new Float32Array(series.samples),
    ),
    outside: series.outside.slice(0, series.samples),
  }
}
