import type { Segment } from '../../premises/geometry/plane.ts'
import { placeFilling, type Filling } from './filling.ts'
import type { Origin } from './mesh.ts'
import type { IfcModel } from './model.ts'
import type { Pace } from './pace.ts'
import { probeSides, type SpaceAt } from './probe.ts'
import type { Space } from './spaces.ts'

/** A window with the rooms beside it. */
export interface Window extends Filling {
  readonly segment: Segment
  readonly left: Space | null
  readonly right: Space | null
}

/** Every IfcWindow that stands in the wall of a room; skylights and windows of no room are left out. */
export async function readWindows(
  model: IfcModel,
  at: SpaceAt,
  origin: Origin,
  pace: Pace,
): Promise<readonly Window[]> {
  const windows: Window[] = []
  const ids = model.ids('IFCWINDOW', true)
  for (const [index, id] of ids.entries()) {
    await pace.at(index / ids.length)
    const filling = placeFilling(model, id, origin)
    if (filling === null) continue
    // In the middle of its height: high windows stand above a door's height, low ones below.
    const z = filling.sillZ + filling.heightM / 2
    const { left, right } = probeSides(at, filling.start, filling.end, z, filling.depthM / 2 + 0.5)
    if ((left === null && right === null) || left === right) continue
    windows.push({ ...filling, segment: [filling.start, filling.end], left, right })
  }
  return windows
}
