import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  confirmExit,
  exitCandidates,
  moveJamb,
  openingPlace,
  placeOpening,
  setOpeningWidth,
  slideOpening,
  swingTowards,
  type OpeningSpec,
} from '../../../src/premises/fittings/index.ts'
import { insideEvenOdd } from '../../../src/premises/geometry/inside.ts'
import type { Point, Segment } from '../../../src/premises/geometry/plane.ts'
import { distance, midpoint, segmentLength } from '../../../src/premises/geometry/segment.ts'
import type { OpeningId } from '../../../src/premises/ids.ts'
import type { Opening, Premises } from '../../../src/premises/model.ts'
import { reachability } from '../../../src/premises/reachability.ts'
import { applyChanges } from '../../applyChanges.ts'
import { buildPremises, levelId, openingId, zoneId } from '../../builder.ts'

const door = (widthM = 0.9): OpeningSpec => ({
  kind: 'door',
  widthM,
  door: { operation: 'swing', leaves: 1 },
})
const T1 = levelId('T1')

/** Two offices above a corridor, all walls shared: corners where they meet stand in the corridor's ring too. */
const plan = (): Premises =>
  buildPremises((b) => {
    b.level('T1')
    b.zone('A', [
      [0, 2],
      [4, 2],
      [4, 6],
      [0, 6],
    ])
    b.zone('B', [
      [4, 2],
      [10, 2],
      [10, 6],
      [4, 6],
    ])
    b.zone(
      'C',
      [
        [0, 0],
        [10, 0],
        [10, 2],
        [4, 2],
        [0, 2],
      ],
      { use: 'corridor' },
    )
  })

function placed(
  premises: Premises,
  at: Point,
  spec: OpeningSpec = door(),
  assumed = false,
): [Premises, Opening] {
  const { changes, made } = placeOpening(premises, T1, at, spec, 0.5, assumed)
  const after = applyChanges(premises, changes)
  const [record] = made
  const opening = record && record.table === 'openings' ? after.openings[record.id] : undefined
  if (!opening) throw new Error('nothing was made')
  return [after, opening]
}

const sidesAsSet = ({ sides }: Pick<Opening, 'sides'>) => new Set(sides)

describe('an opening in a shared wall', () => {
  it('lies on the wall, as wide as asked, between the two rooms', () => {
    const [, opening] = placed(plan(), [2, 2.1])
    expect(opening.segment.map(([, y]) => y)).toEqual([2, 2])
    expect(segmentLength(opening.segment)).toBeCloseTo(0.9, 6)
    expect(midpoint(opening.segment)[0]).toBeCloseTo(2, 6)
    expect(sidesAsSet(opening)).toEqual(new Set([zoneId('A'), zoneId('C')]))
    expect(opening.exit).toBeUndefined()
  })

  it('has the zone left of its direction on its left', () => {
    const [, { segment, sides }] = placed(plan(), [2, 2.1])
    const isToTheRight = segment[1][0] > segment[0][0]
    expect(sides[0]).toBe(isToTheRight ? zoneId('A') : zoneId('C'))
  })

  it('keeps 5 cm from the corner where another wall meets', () => {
    const [, opening] = placed(plan(), [3.95, 2])
    const xs = opening.segment.map(([x]) => x).toSorted((a, b) => a - b)
    expect(xs[1]).toBeCloseTo(3.95, 6)
    expect(sidesAsSet(opening)).toEqual(new Set([zoneId('A'), zoneId('C')]))
  })

  it('does not lie over another: it goes beside, or is refused', () => {
    const [once] = placed(plan(), [2, 2])
    const [, second] = placed(once, [2.2, 2])
    const xs = second.segment.map(([x]) => x).toSorted((a, b) => a - b)
    expect(xs[0]).toBeCloseTo(2.5, 6)
    expect(() => placed(once, [2, 2], door(2))).toThrow('openingsOverlap')
    expect(() => placed(plan(), [2, 2], door(4))).toThrow('openingTooWide')
    expect(() => placed(plan(), [2, 4])).toThrow('noWallHere')
  })

  it('shows how wide it can be where the wall is too short', () => {
    const place = openingPlace(plan(), T1, [2, 2], door(5), 0.5)
    expect(place?.narrow).toBe(true)
    expect(segmentLength(place?.segment as Segment)).toBeCloseTo(3.9, 6)
  })

  it('opens to the side of the pointer, with its hinge towards the nearer corner', () => {
    for (const [at, into] of [
      [[1, 2.2], 'A'],
      [[1, 1.8], 'C'],
    ] as const) {
      const [, { door: made, sides, segment }] = placed(plan(), at)
      expect(sides[made?.opensTo === 'left' ? 0 : 1]).toBe(zoneId(into))
      const hinge = segment[made?.hinge === 'start' ? 0 : 1]
      expect(hinge[0]).toBeCloseTo(0.55, 6)
    }
  })

  it('says how its width is known', () => {
    expect(placed(plan(), [2, 2], door(), true)[1].evidence['clearWidthM']?.mark).toBe('assumed')
    expect(placed(plan(), [2, 2], door(), false)[1].evidence['clearWidthM']?.mark).toBe('drawing')
  })

  it('has sill and head as a window, and leads nobody out', () => {
    const [, made] = placed(plan(), [10, 4], { kind: 'window', widthM: 1.2 })
    expect(made).toMatchObject({ kind: 'window', sillM: 0.9, headM: 2.1 })
    expect(made.exit).toBeUndefined()
    expect(made.evidence['sillM']?.mark).toBe('assumed')
  })
})

describe('an opening in an outer wall', () => {
  it('is a candidate for an exit until somebody says so', () => {
    const [after, opening] = placed(plan(), [0, 1])
    expect(opening.exit).toBe('undecided')
    expect(sidesAsSet(opening)).toEqual(new Set([zoneId('C'), null]))
    expect(exitCandidates(after)).toEqual([{ openingId: opening.id, proposal: 'final' }])
    const final = applyChanges(after, confirmExit(after, opening.id, 'final').changes)
    expect(reachability(final).reached).toContain(zoneId('C'))
    expect(exitCandidates(final)).toEqual([])
  })

  it('leads to the yard behind the wall of the ground floor, where one is drawn', () => {
    const yard = buildPremises((b) => {
      b.level('T1')
      b.zone('C', [0, 0, 10, 2], { use: 'corridor' })
      b.outdoor('Sân', [-8, -5, -0.2, 10], { use: 'yard' })
    })
    const [, opening] = placed(yard, [0, 1])
    expect(sidesAsSet(opening)).toEqual(new Set([zoneId('C'), zoneId('Sân')]))
    expect(opening.exit).toBe('undecided')
  })

  it('leads into the air on an upper floor, and is proposed as none', () => {
    const upper = buildPremises((b) => {
      b.level('T1')
      b.level('T2')
      b.zone('C2', [0, 0, 10, 2], { use: 'corridor' })
      b.outdoor('Sân', [-8, -5, -0.2, 10], { use: 'yard' })
    })
    const { changes } = placeOpening(upper, levelId('T2'), [0, 1], door(), 0.5, true)
    const after = applyChanges(upper, changes)
    expect(exitCandidates(after).map(({ proposal }) => proposal)).toEqual(['none'])
    expect(Object.values(after.openings)[0]?.sides).toContain(null)
  })
})

describe('an opening in a wall with two faces', () => {
  const thick = () =>
    buildPremises((b) => {
      b.level('T1')
      b.zone('A', [0, 0.2, 4, 4])
      b.zone('B', [4.2, 0.2, 8, 4])
      b.zone('C', [0, -2, 8, 0], { use: 'corridor' })
      b.wall('outer', [-0.3, -2, 0, 4])
    })

  it('lies in the middle of the wall', () => {
    for (const y of [0.25, -0.05]) {
      const [, opening] = placed(thick(), [2, y])
      expect(opening.segment.map((point) => point[1])).toEqual([0.1, 0.1])
      expect(sidesAsSet(opening)).toEqual(new Set([zoneId('A'), zoneId('C')]))
    }
  })

  it('does not reach into the wall that meets it', () => {
    const [, opening] = placed(thick(), [4.1, -0.02])
    expect(sidesAsSet(opening)).not.toContain(null)
    const xs = opening.segment.map(([x]) => x).toSorted((a, b) => a - b)
    expect((xs[1] as number) <= 3.95 + 1e-6 || (xs[0] as number) >= 4.25 - 1e-6).toBe(true)
  })

  it('lies in the middle of an outer wall that was drawn as a body', () => {
    const [, opening] = placed(thick(), [0.05, 2])
    expect(opening.segment.map(([x]) => x)).toEqual([-0.15, -0.15])
    expect(sidesAsSet(opening)).toEqual(new Set([zoneId('A'), null]))
  })
})

describe('an opening changed', () => {
  const base = () => {
    const [after, opening] = placed(plan(), [2, 2.1])
    return { after, id: opening.id }
  }
  const edited = (
    change: (premises: Premises, id: OpeningId) => { readonly changes: Parameters<typeof applyChanges>[1] },
  ) => {
    const { after, id } = base()
    return applyChanges(after, change(after, id).changes).openings[id] as Opening
  }
  const xs = ({ segment }: Opening) => segment.map(([x]) => x).toSorted((a, b) => a - b)

  it('slides along its wall as far as the corner', () => {
    expect(xs(edited((p, id) => slideOpening(p, id, [3, 2.3])))).toEqual([2.55, 3.45])
    expect(xs(edited((p, id) => slideOpening(p, id, [3.9, 2])))).toEqual([3.05, 3.95])
  })

  it('slides into another wall, where it joins what that wall parts', () => {
    const { after, id } = base()
    const moved = applyChanges(after, slideOpening(after, id, [0.1, 1]).changes).openings[id] as Opening
    expect(sidesAsSet(moved)).toEqual(new Set([zoneId('C'), null]))
    expect(moved.exit).toBe('undecided')
    const again = applyChanges(after, slideOpening(after, id, [4.1, 4]).changes).openings[id] as Opening
    expect(sidesAsSet(again)).toEqual(new Set([zoneId('A'), zoneId('B')]))
    expect(again.exit).toBeUndefined()
  })

  it('keeps the other jamb where one is moved', () => {
    const { after, id } = base()
    const [start] = (after.openings[id] as Opening).segment
    const opening = applyChanges(after, moveJamb(after, id, 'end', [start[0] < 2 ? 3 : 1, 2.4]).changes)
      .openings[id] as Opening
    expect(opening.segment[0]).toEqual(start)
    expect(opening.clearWidthM).toBeCloseTo(1.45, 6)
    expect(opening.evidence['clearWidthM']?.mark).toBe('drawing')
  })

  it('is made wider about its middle, and moved where a corner is in the way', () => {
    expect(xs(edited((p, id) => setOpeningWidth(p, id, 1.4)))).toEqual([1.3, 2.7])
    expect(xs(edited((p, id) => setOpeningWidth(p, id, 3.9)))).toEqual([0.05, 3.95])
    expect(() => edited((p, id) => setOpeningWidth(p, id, 4))).toThrow('openingTooWide')
  })

  it('is opened towards a point, hinged at the farther jamb', () => {
    const { segment, sides, door: made } = edited((p, id) => swingTowards(p, id, [2.3, 1.5]))
    expect(sides[made?.opensTo === 'left' ? 0 : 1]).toBe(zoneId('C'))
    expect(segment[made?.hinge === 'start' ? 0 : 1][0]).toBeCloseTo(1.55, 6)
  })

  it('keeps its place in the thickness of an imported wall', () => {
    const imported = buildPremises((b) => {
      b.level('T1')
      b.zone('A', [0, 0.2, 4, 4])
      b.zone('C', [0, -2, 4, 0], { use: 'corridor' })
      b.door('A', 'C', {
        name: 'D',
        fields: {
          segment: [
            [1, 0.05],
            [1.9, 0.05],
          ],
        },
      })
    })
    const id = openingId('D')
    const after = applyChanges(imported, setOpeningWidth(imported, id, 1.1).changes).openings[id]
    expect(after?.segment).toEqual([
      [0.9, 0.05],
      [2, 0.05],
    ])
  })
})

/** A random plan: a grid of rooms with shared walls, each T-junction a corner of all rings that pass it. */
const randomPlan = fc
  .record({
    rows: fc.array(fc.array(fc.integer({ min: 8, max: 60 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    }),
    heights: fc.array(fc.integer({ min: 8, max: 50 }), { minLength: 4, maxLength: 4 }),
    turn: fc.constantFrom(0, 0.3, 1),
  })
  .map(({ rows, heights, turn }) => {
    const width = 12
    const [c, s] = [Math.cos(turn), Math.sin(turn)]
    const at = (x: number, y: number): Point => [
      Math.round((x * c - y * s) * 1e4) / 1e4,
      Math.round((x * s + y * c) * 1e4) / 1e4,
    ]
    const cuts = rows.map((row) => {
      const sum = row.reduce((all, each) => all + each, 0)
      let done = 0
      return [0, ...row.map((each) => ((done += each) / sum) * width)].map((x) => Math.round(x * 100) / 100)
    })
    let bottom = 0
    return buildPremises((b) => {
      b.level('T1')
      rows.forEach((_, row) => {
        const top = bottom + (heights[row] ?? 10) / 10
        const own = cuts[row] ?? []
        const between = (other: readonly number[] | undefined, from: number, to: number) =>
          (other ?? []).filter((x) => x > from && x < to)
        own.slice(1).forEach((to, index) => {
          const from = own[index] ?? 0
          b.zone(`Z${row}-${index}`, [
            at(from, bottom),
            ...between(cuts[row - 1], from, to).map((x) => at(x, bottom)),
            at(to, bottom),
            at(to, top),
            ...between(cuts[row + 1], from, to)
              .toReversed()
              .map((x) => at(x, top)),
            at(from, top),
          ])
        })
        bottom = top
      })
    })
  })

describe('openings at random places of random plans', () => {
  /** The zone at a point, by looking at all of them. */
  const zoneAt = (premises: Premises, point: Point) =>
    Object.values(premises.zones).find(({ polygon }) => insideEvenOdd(polygon, point))?.id ?? null

  it('join what lies beside them, do not overlap, and straddle no corner', () => {
    fc.assert(
      fc.property(
        randomPlan,
        fc.array(
          fc.record({
            x: fc.double({ min: -1, max: 13, noNaN: true }),
            y: fc.double({ min: -1, max: 20, noNaN: true }),
            widthM: fc.constantFrom(0.3, 0.7, 0.9, 1.2, 1.6, 2.4),
            kind: fc.constantFrom('door', 'passage', 'window'),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        (start, taps) => {
          let premises = start
          for (const { x, y, widthM, kind } of taps) {
            try {
              premises = applyChanges(
                premises,
                placeOpening(premises, T1, [x, y], { kind, widthM }, 2, true).changes,
              )
            } catch (error) {
              expect(['noWallHere', 'openingTooWide', 'openingsOverlap']).toContain((error as Error).message)
            }
          }
          const openings = Object.values(premises.openings)
          const corners = Object.values(premises.zones).flatMap(({ polygon }) => polygon.outer)
          for (const { segment, sides, clearWidthM } of openings) {
            const [a, b] = segment
            const length = segmentLength(segment)
            expect(length).toBeCloseTo(clearWidthM ?? 0, 3)
            const n: Point = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length]
            for (const share of [0.02, 0.25, 0.5, 0.75, 0.98]) {
              const [px, py] = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
              const beside = [0.01, -0.01].map((m) => zoneAt(premises, [px + n[0] * m, py + n[1] * m]))
              expect(beside).toEqual(sides)
            }
            expect(sides[0]).not.toBe(sides[1])
            for (const corner of corners) {
              const nearest = Math.min(distance(corner, a), distance(corner, b))
              const isBetween = distance(corner, a) + distance(corner, b) < length + 1e-3
              expect(isBetween || nearest < 0.0497).toBe(false)
            }
          }
          openings.forEach((one, index) => {
            for (const other of openings.slice(index + 1)) {
              const away = Math.min(...one.segment.flatMap((p) => other.segment.map((q) => distance(p, q))))
              expect(away).toBeGreaterThan(0.0497)
              const m = midpoint(one.segment)
              const isOver =
                distance(m, other.segment[0]) + distance(m, other.segment[1]) <
                segmentLength(other.segment) + 1e-3
              expect(isOver).toBe(false)
            }
          })
        },
      ),
      { numRuns: 200 },
    )
  })
})

/** The same with walls between the rooms: each a rectangle drawn in by half of the wall. */
const thickPlan = fc.record({
  columns: fc.array(fc.integer({ min: 12, max: 60 }), { minLength: 1, maxLength: 4 }),
  rows: fc.array(fc.integer({ min: 12, max: 50 }), { minLength: 1, maxLength: 4 }),
  halfCm: fc.integer({ min: 3, max: 20 }),
})

describe('openings in walls with two faces, at random places', () => {
  it('lie midway between the faces, and join the zones on both sides all along', () => {
    fc.assert(
      fc.property(
        thickPlan,
        fc.array(
          fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
          {
            minLength: 1,
            maxLength: 8,
          },
        ),
        ({ columns, rows, halfCm }, taps) => {
          const half = halfCm / 100
          const sums = (list: readonly number[]) =>
            list.reduce<number[]>((all, each) => [...all, (all.at(-1) ?? 0) + each / 10], [0])
          const [xs, ys] = [sums(columns), sums(rows)]
          let premises = buildPremises((b) => {
            b.level('T1')
            columns.forEach((_, i) =>
              rows.forEach((__, j) => {
                const [x0, x1, y0, y1] = [xs[i], xs[i + 1], ys[j], ys[j + 1]] as [
                  number,
                  number,
                  number,
                  number,
                ]
                b.zone(`Z${i}-${j}`, [x0 + half, y0 + half, x1 - half, y1 - half])
              }),
            )
          })
          for (const [u, v] of taps) {
            const at: Point = [u * (xs.at(-1) ?? 0), v * (ys.at(-1) ?? 0)]
            try {
              const { changes } = placeOpening(premises, T1, at, { kind: 'passage', widthM: 0.6 }, 1, true)
              premises = applyChanges(premises, changes)
            } catch (error) {
              expect(['noWallHere', 'openingTooWide', 'openingsOverlap']).toContain((error as Error).message)
            }
          }
          for (const { segment, sides } of Object.values(premises.openings)) {
            const [a, b] = segment
            const length = segmentLength(segment)
            const n: Point = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length]
            const isInner = !sides.includes(null)
            for (const share of [0, 0.25, 0.5, 0.75, 1]) {
              const [px, py] = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
              const beside = (m: number) => zoneBeside(premises, [px + n[0] * m, py + n[1] * m])
              expect([beside(half + 0.01), beside(-half - 0.01)]).toEqual(sides)
              if (isInner) expect([beside(half - 0.01), beside(0.01 - half)]).toEqual([null, null])
            }
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  const zoneBeside = (premises: Premises, point: Point) =>
    Object.values(premises.zones).find(({ polygon }) => insideEvenOdd(polygon, point))?.id ?? null
})
