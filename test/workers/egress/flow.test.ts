import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advance } from '../../../workers/egress/flow.ts'
import { startFlow } from '../../../workers/egress/flowRun.ts'
import { levelK, maxSpecificFlow, mostShare, transition } from '../../../workers/egress/relations.ts'
import { cellSize } from '../../../workers/egress/stream.ts'
import { addNode, buildTree } from '../../../workers/egress/tree.ts'
import type { FlowTree, NodeDraft, TreeDraft } from '../../../workers/egress/tree.ts'
import { runPlain } from './plainFlow.ts'

const stepS = 1.25
const door = (effectiveM: number) => maxSpecificFlow(levelK) * effectiveM * stepS
const way = (effectiveM: number) => cellSize(effectiveM, levelK, stepS)

describe('unhindered walking', () => {
  it('is exact: a person 7.7 s from a door and ten cells from the exit is outside after 20.2 s', () => {
    const run = finish(tree((draft) => room(draft, chain(draft, exit(draft, 0.6), 10, 1.1), 0.8, 1, 7.7)))
    expect(run.outsideS[0]).toBeCloseTo(20.2, 9)
  })

  it('does not spread: everybody of a thin flow keeps their distance', () => {
    const run = startFlow(
      tree((draft) => room(draft, chain(draft, exit(draft, 0.6), 40, 1.1), 0.8, 4, 20)),
      null,
    )
    while (!advance(run, 1)) {
      const outS = run.steps * stepS - 40 * stepS
      const due = Math.min(4, Math.max(0, (4 * outS) / 20))
      expect(run.passed[run.tree.count]).toBeCloseTo(due, 9)
    }
  })
})

describe('steady flow', () => {
  it.each([0.3, 0.6, 0.9, 1.0])(
    'of %s p/s in a corridor of We 0.80 settles on the density of the hand method',
    (flowPerS) => {
      const run = startFlow(
        tree((draft) => source(draft, chain(draft, exit(draft, 2), 8, 0.8), 200 * flowPerS, 0, 200)),
        null,
      )
      advance(run, 100)
      const { densityPerM2 } = transition(flowPerS, levelK, 0.8)
      const areaM2 = 0.8 * 0.85 * levelK * stepS
      for (let node = 0; node < run.tree.count; node++)
        if (run.tree.kind[node] === 1) expect(run.persons[node]! / areaM2).toBeCloseTo(densityPerM2, 3)
    },
  )
})

describe('queues', () => {
  it('at a door of 0.60 m effective width 100 persons pass in 126.7 s; 99 of them wait at first', () => {
    const run = finish(tree((draft) => source(draft, exit(draft, 0.6), 100, 0, 0)))
    expect(run.outsideS[0]).toBeCloseTo(100 / 0.78947, 1)
    expect(run.queueMax[0]).toBeCloseTo(99, 0)
    expect(run.queueToS[0]).toBeCloseTo(126, 0)
    expect(run.activeToS[run.tree.count - 1]).toBeCloseTo(126, 0)
  })

  it('in a corridor of We 1.1 before that door, whether drawn in 10, 25 or 50 cells, pass within 1 % of it', () => {
    for (const cells of [10, 25, 50]) {
      const run = finish(
        tree((draft) => {
          const first = draft.nodes.length + 1
          const last = chain(draft, exit(draft, 0.6), cells, 1.1)
          for (let cell = first; cell <= last; cell++) start(draft, cell, 100 / cells)
        }),
      )
      expect(Math.abs(Math.max(...run.outsideS) / 126.67 - 1)).toBeLessThan(0.01)
    }
  })

  it('spill back: people wait in their room while the corridor before the final door is full', () => {
    const run = startFlow(
      tree((draft) => room(draft, chain(draft, exit(draft, 0.3), 3, 0.8), 0.9, 60, 0)),
      null,
    )
    advance(run, 40)
    const inCorridor = [...run.persons].filter((_, node) => run.tree.kind[node] === 1)
    for (const persons of inCorridor) expect(persons).toBeGreaterThan(way(0.8) / 2)
    while (!advance(run, 100));
    expect(Math.max(...run.outsideS) - 3 * stepS - 60 / (maxSpecificFlow(levelK) * 0.3)).toBeLessThan(
      2 * stepS,
    )
  })
})

describe('the kernel on any tree of ways', () => {
  it('moves as the book says (an implementation by densities and widths)', () => {
    fc.assert(
      fc.property(trees, (made) => {
        const plain = runPlain(made)
        const run = startFlow(made, null)
        for (const outside of plain.outside) {
          advance(run, 1)
          if (run.inside > 0) expect(Math.abs(run.passed[made.count]! - outside)).toBeLessThan(1e-6)
        }
      }),
    )
  })

  it('neither makes nor loses persons: to 1e-9 after every step', () => {
    fc.assert(
      fc.property(trees, (made) => {
        const run = startFlow(made, null)
        const all = total(made)
        while (!advance(run, 1))
          expect(Math.abs(inside(run) + run.passed[made.count]! - all)).toBeLessThan(1e-9)
        expect(Math.abs(run.passed[made.count]! - all)).toBeLessThan(1e-6)
      }),
    )
  })

  it('fills no cell beyond jam density, and lets no door pass more than its capacity', () => {
    fc.assert(
      fc.property(trees, (made) => {
        const run = startFlow(made, null)
        let [over, under] = [0, 0]
        while (!advance(run, 1)) {
          for (let node = 0; node < made.count; node++) {
            under = Math.min(under, run.persons[node]!)
            if (made.kind[node] !== 1) continue
            over = Math.max(over, run.persons[node]! - Math.max(made.size[node]!, made.start[node]!))
          }
        }
        expect(over).toBeLessThan(1e-9)
        expect(under).toBeGreaterThan(-1e-12)
        for (let node = 0; node < made.count; node++) {
          const share = made.kind[node] === 0 ? 1 : made.kind[node] === 1 ? mostShare : Infinity
          const most = share * made.size[node]!
          expect(run.mostPerStep[node]).toBeLessThanOrEqual(most + 1e-9)
        }
      }),
    )
  })

  it('lets the last person of nobody out before an unhindered walk would be over, or after the last flow has ended', () => {
    fc.assert(
      fc.property(trees, (made) => {
        const run = startFlow(made, null)
        let emptyS = 0
        while (!advance(run, 1))
          if (total(made) - run.passed[made.count]! > 1e-6) emptyS = (run.steps + 1) * stepS
        made.followed.forEach((node, m) => {
          const freeS = made.lastS[node]! + cellsBelow(made, node) * stepS
          expect(run.outsideS[m]).toBeGreaterThanOrEqual(freeS - 1e-6)
        })
        expect(Math.max(...run.outsideS)).toBeLessThanOrEqual(emptyS + stepS)
        expect(Math.max(...run.outsideS)).toBeGreaterThanOrEqual(emptyS - 3 * stepS)
      }),
    )
  })

  it('with one bottleneck: a wider door never lengthens, more persons never shorten', () => {
    const clearing = (persons: number, effectiveM: number) =>
      finish(tree((draft) => room(draft, chain(draft, exit(draft, effectiveM), 6, 1.4), 1.6, persons, 6)))
        .outsideS[0]!
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 300, noNaN: true }),
        fc.double({ min: 0, max: 80, noNaN: true }),
        fc.double({ min: 0.2, max: 1.6, noNaN: true }),
        fc.double({ min: 0, max: 0.8, noNaN: true }),
        (persons, more, effectiveM, wider) => {
          const before = clearing(persons, effectiveM)
          expect(clearing(persons, effectiveM + wider)).toBeLessThanOrEqual(before + 1e-6)
          expect(clearing(persons + more, effectiveM)).toBeGreaterThanOrEqual(before - 1e-6)
        },
      ),
    )
  })
})

describe('merging', () => {
  it.each([0.3, 0.5, 0.7])('with a stair share of %s both saturated, the stair gets just that', (share) => {
    const run = startFlow(
      tree((draft) => {
        const shared = chain(draft, exit(draft, 2), 2, 0.8)
        source(draft, shared, 200, 0, 0).weight = share
        source(draft, shared, 200, 0, 0).weight = 1 - share
      }),
      null,
    )
    advance(run, 60)
    const [first, second] = [...run.tree.kind.keys()].filter((node) => run.tree.kind[node] === 2)
    const got = [run.passed[first!]!, run.passed[second!]!]
    const stair = run.tree.weight[first!] === share ? got[0]! : got[1]!
    expect(stair / (got[0]! + got[1]!)).toBeCloseTo(share, 6)
    expect(got[0]! + got[1]!).toBeCloseTo(60 * mostShare * way(0.8), 6)
  })

  it('passes on what one branch does not use', () => {
    const run = startFlow(
      tree((draft) => {
        const shared = chain(draft, exit(draft, 2), 2, 0.8)
        source(draft, shared, 200, 0, 0)
        source(draft, shared, 6, 0, 75)
      }),
      null,
    )
    advance(run, 60)
    const passed = [...run.tree.kind.keys()].flatMap((node) =>
      run.tree.kind[node] === 2 ? [run.passed[node]!] : [],
    )
    expect(Math.min(...passed)).toBeCloseTo(6, 6)
    expect(Math.max(...passed)).toBeCloseTo(60 * mostShare * way(0.8) - 6, 6)
  })
})

/** Trees of 2 to 25 nodes: an exit, then doors, cells with or without persons, and rooms, each on one before it. */
const trees = fc
  .array(
    fc.record({
      kind: fc.constantFrom('junction', 'cell', 'cell', 'source'),
      below: fc.nat(1000),
      effectiveM: fc.double({ min: 0.2, max: 3, noNaN: true }),
      persons: fc.double({ min: 0.1, max: 60, noNaN: true }),
      starts: fc.boolean(),
      firstS: fc.double({ min: 0, max: 10, noNaN: true }),
      takesS: fc.double({ min: 0, max: 30, noNaN: true }),
      weight: fc.double({ min: 0.05, max: 2, noNaN: true }),
    }),
    { minLength: 1, maxLength: 24 },
  )
  .map((parts) =>
    tree((draft) => {
      const ways = [exit(draft, 0.7)]
      for (const { kind, below, effectiveM, persons, starts, firstS, takesS, weight } of parts) {
        const down = ways[below % ways.length]!
        if (kind === 'source') {
          source(draft, down, persons, firstS, firstS + takesS).weight = weight
          continue
        }
        const size = kind === 'cell' ? way(effectiveM) : door(effectiveM)
        ways.push(addNode(draft, { kind, down, size, weight, queueOf: 0 }))
        if (kind === 'cell' && starts) start(draft, ways.at(-1)!, persons / 10)
      }
      source(draft, ways[0]!, 1, 0, 1)
    }),
  )

function tree(draw: (draft: TreeDraft) => unknown): FlowTree {
  const draft: TreeDraft = { stepS, nodes: [] }
  draw(draft)
  return buildTree(draft, 1).tree
}

function exit(draft: TreeDraft, effectiveM: number): number {
  return addNode(draft, { kind: 'junction', down: null, size: door(effectiveM) })
}

function chain(draft: TreeDraft, below: number, cells: number, effectiveM: number): number {
  let down = below
  for (let n = 0; n < cells; n++)
    down = addNode(draft, { kind: 'cell', down, size: way(effectiveM), queueOf: 0 })
  return down
}

function source(draft: TreeDraft, down: number, persons: number, firstS: number, lastS: number): NodeDraft {
  const handle = addNode(draft, {
    kind: 'source',
    down,
    size: persons,
    firstS,
    lastS,
    queueOf: 0,
    follow: true,
  })
  return draft.nodes[handle]!
}

function room(draft: TreeDraft, below: number, doorM: number, persons: number, lastS: number): void {
  source(draft, addNode(draft, { kind: 'junction', down: below, size: door(doorM) }), persons, 0, lastS)
}

function start(draft: TreeDraft, handle: number, persons: number): void {
  const node = draft.nodes[handle]!
  node.start = persons
  node.lastS = stepS
  node.follow = true
}

function finish(made: FlowTree) {
  const run = startFlow(made, null)
  while (!advance(run, 1000));
  return run
}

function total(made: FlowTree): number {
  let sum = 0
  for (let node = 0; node < made.count; node++)
    sum += made.start[node]! + (made.kind[node] === 2 ? made.size[node]! : 0)
  return sum
}

/** Everybody who is not outside: in cells, at doors, and still walking to the doors of their rooms. */
function inside(run: ReturnType<typeof startFlow>): number {
  const { tree: made, persons, steps } = run
  const nowS = steps * stepS
  let sum = 0
  for (let node = 0; node < made.count; node++) {
    sum += persons[node]!
    if (made.kind[node] !== 2 || nowS >= made.lastS[node]!) continue
    const [firstS, lastS] = [made.firstS[node]!, made.lastS[node]!]
    sum += nowS <= firstS ? made.size[node]! : (made.size[node]! * (lastS - nowS)) / (lastS - firstS)
  }
  return sum
}

function cellsBelow(made: FlowTree, node: number): number {
  let cells = 0
  for (let at = made.down[node]!; at < made.count; at = made.down[at]!) if (made.kind[at] === 1) cells += 1
  return cells
}
