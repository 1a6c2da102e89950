import { queueIndex } from './assemble.ts'
import type { QueueSeries } from './job.ts'
import type { Ended } from './ended.ts'

/** Queues over time at the openings that somebody passes. */
export function seriesOf({ net, flow, taken }: Ended): QueueSeries | null {
  const { series } = flow
  if (series === null) return null
  const passed = taken.flatMap((crossing) => {
    const link = net.graph.links[crossing >> 1]!
    return link.kind === 'opening' ? [{ id: link.id, queue: queueIndex(net, crossing) }] : []
  })
  return {
    stepS: series.stepS,
    openings: passed.map(({ id }) => id),
    queues: passed.map(({ queue }) => series.queues[queue]!.slice(0, series.samples)),
    outside: series.outside.slice(0, series.samples),
  }
}
