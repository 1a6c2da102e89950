import type { DrawingTool } from '../../../state/app.ts'

const large: ReadonlySet<DrawingTool> = new Set(['underlay', 'stair', 'lift'])

/** Tools that ask for so much that it stands beside the map, where there is a side: over it, it would hide what is tapped. */
export function isBesideMap(tool: DrawingTool): boolean {
  return large.has(tool)
}
