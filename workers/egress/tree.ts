/**
 * What the hydraulic kernel runs on: everybody's way out drawn together into one tree that leads to the outside. A node
 * is a source (persons of a zone, walking to its door and waiting there), a junction (an opening: a capacity without
 * room), or a cell (a stretch of a way as long as an unhindered walker goes in one step). Every node has one node below
 * it and a larger index than all above it; index `count` is the outside.
 */
export interface FlowTree {
  readonly count: number
  /** Length of a step, seconds. */
  readonly stepS: number
  /** nodeKind, per node. */
  readonly kind: Uint8Array
  readonly down: Int32Array
  /** Cell: persons at jam density, We L / a. Junction: persons per step, Fsm We × step. Source: persons. */
  readonly size: Float64Array
  /**
   * Source: when its nearest and its farthest person reach the door unhindered, seconds. Cell with persons at the start:
   * when the last of them leaves it unhindered (within the first step).
   */
  readonly firstS: Float64Array
  readonly lastS: Float64Array
  /** Cell: persons in it at the start. */
  readonly start: Float64Array
  /** Share as a branch of the node below, where all branches are saturated; any scale. */
  readonly weight: Float64Array
  /** Components in whose queues the persons held here stand, numbered by `queueAt`; −1 = none. */
  readonly queueOf: Int32Array
  readonly queueToo: Int32Array
  readonly components: number
  /** Branches of node i (and of the outside, i = count): branch[branchFrom[i]] … branch[branchFrom[i + 1] − 1]. */
  readonly branchFrom: Int32Array
  readonly branch: Int32Array
  /** Nodes whose last person is followed to the outside. */
  readonly followed: Int32Array
  /** 1 where a person who enters has left the level (stair, ramp). */
  readonly offLevel: Uint8Array
}

export const nodeKind = { junction: 0, cell: 1, source: 2 } as const

/** A node as it is collected; `down` is its handle, or null for the outside. What it says of itself may be completed. */
export interface NodeDraft {
  readonly kind: keyof typeof nodeKind
  readonly down: number | null
  readonly size: number
  firstS?: number
  lastS?: number
  start?: number
  weight?: number
  readonly queueOf?: number
  readonly queueToo?: number
  readonly offLevel?: boolean
  /** Follow the last person that starts here. */
  follow?: boolean
}

/** A tree being collected. Nodes are named by handle, the order of their coming; a node comes after the one below it. */
export interface TreeDraft {
  readonly stepS: number
  readonly nodes: NodeDraft[]
}

export interface BuiltTree {
  readonly tree: FlowTree
  /** Index in the tree per handle. */
  readonly indexOf: Int32Array
  /** Handle per entry of `followed`. */
  readonly followedHandles: readonly number[]
  /** Number of a component among those at which somebody may wait; −1 = nobody. */
  readonly queueAt: Int32Array
}

export function addNode(draft: TreeDraft, node: NodeDraft): number {
  if (node.down !== null && node.down >= draft.nodes.length)
    throw new RangeError('the node below comes first')
  return draft.nodes.push(node) - 1
}

/** Sorts the nodes, farthest from the outside first, and lays them out flat; components that hold nobody drop out. */
export function buildTree(draft: TreeDraft, components: number): BuiltTree {
  const { nodes, stepS } = draft
  const queueAt = new Int32Array(components).fill(-1)
  let queues = 0
  const queueNumber = (component = -1): number => {
    if (component < 0) return -1
    if (queueAt[component] === -1) queueAt[component] = queues++
    return queueAt[component]!
  }
  const count = nodes.length
  const indexOf = sortedByDepth(nodes)
  const kind = new Uint8Array(count)
  const down = new Int32Array(count)
  const offLevel = new Uint8Array(count)
  const queueOf = new Int32Array(count)
  const queueToo = new Int32Array(count)
  const [size, firstS, lastS, start, weight] = Array.from({ length: 5 }, () => new Float64Array(count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  nodes.forEach((node, handle) => {
    const index = indexOf[handle]!
    kind[index] = nodeKind[node.kind]
    down[index] = node.down === null ? count : indexOf[node.down]!
    size[index] = node.size
    firstS[index] = node.firstS ?? 0
    lastS[index] = node.lastS ?? 0
    start[index] = node.start ?? 0
    weight[index] = node.weight ?? 1
    queueOf[index] = queueNumber(node.queueOf)
    queueToo[index] = queueNumber(node.queueToo)
    offLevel[index] = node.offLevel ? 1 : 0
  })
  const followedHandles = nodes.flatMap((node, handle) => (node.follow ? [handle] : []))
  const followed = Int32Array.from(followedHandles, (handle) => indexOf[handle]!)
  const { branchFrom, branch } = branches(down, count)
  const tree = {
    count,
    stepS,
    kind,
    down,
    size,
    firstS,
    lastS,
    start,
    weight,
    queueOf,
    queueToo,
    components: queues,
    branchFrom,
    branch,
    followed,
    offLevel,
  }
  return { tree, indexOf, followedHandles, queueAt }
}

/** Index per handle: by nodes still to pass, most first; of equals the later handle first. */
function sortedByDepth(nodes: readonly NodeDraft[]): Int32Array {
  const count = nodes.length
  const depth = new Int32Array(count)
  let deepest = 0
  for (let handle = 0; handle < count; handle++) {
    const below = nodes[handle]!.down
    depth[handle] = below === null ? 0 : depth[below]! + 1
    deepest = Math.max(deepest, depth[handle]!)
  }
  const next = new Int32Array(deepest + 1)
  for (let handle = 0; handle < count; handle++) next[depth[handle]!]!++
  // next[d]: one past the last index of depth d, where deeper nodes stand first.
  for (let d = deepest - 1; d >= 0; d--) next[d]! += next[d + 1]!
  const indexOf = new Int32Array(count)
  for (let handle = 0; handle < count; handle++) indexOf[handle] = --next[depth[handle]!]!
  return indexOf
}

function branches(down: Int32Array, count: number): { branchFrom: Int32Array; branch: Int32Array } {
  const branchFrom = new Int32Array(count + 2)
  for (let i = 0; i < count; i++) branchFrom[down[i]! + 1]!++
  for (let i = 0; i <= count; i++) branchFrom[i + 1]! += branchFrom[i]!
  const next = branchFrom.slice()
  const branch = new Int32Array(count)
  for (let i = 0; i < count; i++) branch[next[down[i]!]!++] = i
  return { branchFrom, branch }
}
