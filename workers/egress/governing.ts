import { weakestMark } from '../../src/premises/evidence.ts'
import type { EnteredMark } from '../../src/premises/evidence.ts'
import { levelTime, timePerSecond } from '../routes/measure.ts'
import type { ComponentRef } from './job.ts'
import type { Ended } from './ended.ts'

/** A person later than this over an unhindered walk has waited somewhere, steps. */
const waitedSteps = 2

/**
 * The component that governs: of those on the way of the last person whose own capacity held people up, the one that did
 * so last; of equals the one nearest to the outside. Null where the last person hardly waits anywhere. `last` is the
 * person's place among the followed.
 */
export function bottleneckOf(ended: Ended, last: number): ComponentRef | null {
  const handle = bottleneckHandle(ended, last)
  if (handle === null) return null
  const { net, assembly } = ended
  const crossing = assembly.crossingOf[handle]!
  if (!assembly.isZone[handle]) return net.components[crossing >> 1]!.ref
  return { kind: 'zone', id: net.graph.zoneIds[net.graph.placeZone[net.graph.from[crossing]!]!]! }
}

function bottleneckHandle({ assembly, flow, ways }: Ended, last: number): number | null {
  const { built, followed } = assembly
  const { crossing, farthest, slower } = followed[last]!
  const freeS = (slower * levelTime(farthest) + ways.time[crossing]!) / timePerSecond
  if (flow.outsideS[last]! - freeS < waitedSteps * flow.tree.stepS) return null
  let best: number | null = null
  let activeToS = 0
  for (let node = flow.tree.followed[last]!; node < flow.tree.count; node = flow.tree.down[node]!) {
    if (flow.activeToS[node]! < activeToS || flow.activeToS[node] === 0) continue
    activeToS = flow.activeToS[node]!
    best = node
  }
  return best === null ? null : built.indexOf.indexOf(best)
}

/**
 * The weakest mark that the movement time rests on: of the widths on the last person's way, of the shape of a zone that
 * governs, and of the counts of all whose way passes the component that governs (of the last person's zone if none does).
 */
export function governingMarkOf(
  ended: Ended,
  last: number | null,
  bottleneck: ComponentRef | null,
): EnteredMark {
  if (last === null) return 'assumed'
  const { net, assembly, paths } = ended
  const departure = assembly.followed[last]!
  const marks: (EnteredMark | undefined)[] = []
  for (const crossing of paths.get(departure) ?? []) marks.push(net.components[crossing >> 1]!.mark)
  const handle = bottleneck === null ? null : bottleneckHandle(ended, last)
  const governing = handle === null ? null : assembly.crossingOf[handle]!
  for (const [{ zone }, path] of paths)
    if (zone === departure.zone || (governing !== null && path.includes(governing)))
      marks.push(net.personsMark[zone])
  if (bottleneck?.kind === 'zone')
    marks.push(net.zones.find(({ id }) => id === bottleneck.id)?.evidence['polygon']?.mark)
  return weakestMark(marks)
}
