import { planFeatures } from '../../src/map/drawingFeatures.ts'
import { planDrawing } from '../../src/premises/drawing/plan.ts'
import { drawRoom, floorOf, startDrag, wallAt } from '../../src/premises/floor/index.ts'
import type { Handle } from '../../src/premises/floor/index.ts'
import { area } from '../../src/premises/geometry/measure.ts'
import type { Point, Polygon } from '../../src/premises/geometry/plane.ts'
import { union } from '../../src/premises/geometry/polygonOps.ts'
import { isSound } from '../../src/premises/geometry/validity.ts'
import type { Premises } from '../../src/premises/model.ts'
import { applyChanges } from '../applyChanges.ts'
import { buildPremises, levelId } from '../builder.ts'
import { type Row, clock, median, quantile } from './measuring.ts'

/** One move of a drag, where the plan must be known to be sound, costs at most this on the main thread. */
const goalMs = 16
const peer = 'whole level checked by clipper2'
const fromScratch = 'drawing from scratch'
const level = levelId('T1')

/**
 * A level of 400 rooms with a door each: ten corridors with twenty rooms on either side. A corner, the wall of one room and a
 * corridor wall along twenty rooms are dragged; beside them what a check of the whole level costs per move.
 */
export default function bench(): Row[] {
  const premises = largeLevel()
  const rooms = Object.keys(premises.zones).length
  if (rooms < 400) throw new Error(`the level has only ${rooms} zones`)
  const rows: Row[] = []
  const first = clock(() => floorOf(premises, level))
  rows.push(row('floorOf a level of 410 zones, from scratch, first time', first, null))
  const scratch = Array.from({ length: 20 }, () => {
    const other = renamed(premises)
    return clock(() => floorOf(other, level))
  })
  rows.push(row('the same after an edit of one room, median', median(scratch), null))
  const hits = Array.from({ length: 500 }, (_, at) =>
    clock(() => wallAt(premises, level, [(at * 7.3) % 60, (at * 3.1) % 110], 0.5)),
  )
  rows.push(row('wallAt under the pointer, median', median(hits), null))

  const whole = median(Array.from({ length: 5 }, () => clock(() => wholeLevelCheck(premises))))
  const drags: readonly (readonly [string, Handle, Point])[] = [
    ['a corner of four rooms', { kind: 'corner', at: [3, 5] }, [3, 5]],
    [
      'the wall between two rooms',
      {
        kind: 'wall',
        segment: [
          [6, 0],
          [6, 5],
        ],
      },
      [6, 2],
    ],
    [
      'the corridor wall along twenty rooms',
      {
        kind: 'wall',
        segment: [
          [3, 5],
          [6, 5],
        ],
      },
      [4, 5],
    ],
    [
      "one room's stretch of the corridor wall",
      {
        kind: 'wall',
        segment: [
          [3, 5],
          [6, 5],
        ],
        alone: true,
      },
      [4, 5],
    ],
  ]
  for (const [what, handle, from] of drags) {
    const start = clock(() => startDrag(premises, level, handle, from))
    const drag = startDrag(premises, level, handle, from)
    if (drag === null) throw new Error(`${what} cannot be dragged`)
    const moves = Array.from({ length: 400 }, (_, at) => {
      const to: Point = [from[0] + 0.4 * Math.sin(at / 9), from[1] + 0.4 * Math.sin(at / 7)]
      return clock(() => drag.move(to))
    })
    checkSame(premises, drag)
    rows.push(row(`drag of ${what}: a move, median`, median(moves), whole))
    rows.push(row(`drag of ${what}: a move, 95 of 100 (goal ${goalMs} ms)`, quantile(moves, 0.95), whole))
    rows.push(row(`drag of ${what}: taking hold`, start, null))
    rows.push(
      row(
        `drag of ${what}: letting go, all changes`,
        clock(() => drag.changes()),
        null,
      ),
    )
  }
  const drawn = Array.from({ length: 9 }, (_, at) => {
    const [x, y] = [1 + at * 6, 1]
    return clock(() =>
      drawRoom(premises, level, [
        [x, y],
        [x + 1, y],
        [x + 1, y + 2],
        [x, y + 2],
      ]),
    )
  })
  rows.push(row('drawRoom on the level, median', median(drawn), null))
  rows.push(...planRows(premises))
  return rows
}

/** The plan that map and paper show, after a wall was let go: beside it the same plan with nothing kept from before. */
function planRows(premises: Premises): Row[] {
  planDrawing(premises, level)
  planFeatures(premises, level)
  let now = premises
  const after = Array.from({ length: 20 }, (_, at) => {
    const from: Point = [3 * at + 3, 2]
    const wall = { kind: 'wall', segment: [[from[0], 0], [from[0], 5]] } as const // prettier-ignore
    const drag = startDrag(now, level, wall, from)
    drag?.move([from[0] + 0.3, 2])
    const changes = drag?.changes() ?? []
    if (changes.length === 0) return null
    now = applyChanges(now, changes)
    const edited = now
    const kept = clock(() => planDrawing(edited, level))
    const features = clock(() => planFeatures(edited, level))
    const copy = structuredClone(edited)
    const scratch = clock(() => planDrawing(copy, level))
    if (JSON.stringify(planDrawing(edited, level)) !== JSON.stringify(planDrawing(copy, level)))
      throw new Error('the plan after an edit is not the one from scratch')
    return { kept, features, scratch }
  }).filter((each) => each !== null)
  if (after.length < 10) throw new Error('too few walls could be dragged')
  const scratch = median(after.map((each) => each.scratch))
  const row = (name: string, values: readonly number[], peerValue: number | null): Row => {
    const value = median(values)
    const ratio = peerValue === null ? null : peerValue / value
    return { name, value, unit: 'ms', peer: peerValue === null ? null : fromScratch, peerValue, ratio }
  }
  return [
    row(
      'plan of a level after one edit among 400 rooms, median (goal 30 ms)',
      after.map((each) => each.kept),
      scratch,
    ),
    row(
      'its features on the map after the edit, median',
      after.map((each) => each.features),
      null,
    ),
  ]
}

/** What judging a move without local knowledge takes: every outline, and whether the zones overlap anywhere. */
function wholeLevelCheck(premises: Premises): boolean {
  const polygons = Object.values(premises.zones).map(({ polygon }) => polygon)
  return polygons.every(isSound) && isWithoutOverlap(polygons)
}

function isWithoutOverlap(polygons: readonly Polygon[]): boolean {
  const sum = polygons.reduce((all, polygon) => all + area(polygon), 0)
  return Math.abs(sum - union(polygons).reduce((all, polygon) => all + area(polygon), 0)) < 0.001
}

/** A figure beside a peer counts only where both judge alike: what the drag called sound is. */
function checkSame(
  premises: Premises,
  drag: { readonly changes: () => Parameters<typeof applyChanges>[1] },
): void {
  const changes = drag.changes()
  if (changes.length === 0) throw new Error('nothing was dragged')
  if (!wholeLevelCheck(applyChanges(premises, changes))) throw new Error('a drag broke the level')
}

function renamed(premises: Premises): Premises {
  const [id = ''] = Object.keys(premises.zones)
  const zone = premises.zones[id]
  return zone
    ? { ...premises, zones: { ...premises.zones, [id]: { ...zone, name: `${zone.name}'` } } }
    : premises
}

/** Corridors pass through the corners of their rooms, as they do on a level that was drawn. */
function largeLevel(): Premises {
  return buildPremises((b) => {
    b.level('T1')
    for (let strip = 0; strip < 10; strip += 1) {
      const y = strip * 12
      const corridor = `C${strip}`
      const along = Array.from({ length: 21 }, (_, at) => at * 3)
      b.zone(
        corridor,
        [...along.map((x): Point => [x, y + 5]), ...along.toReversed().map((x): Point => [x, y + 7])],
        { use: 'corridor' },
      )
      for (let room = 0; room < 20; room += 1) {
        const x = room * 3
        b.zone(`S${strip} ${room}`, [x, y, x + 3, y + 5])
        b.zone(`N${strip} ${room}`, [x, y + 7, x + 3, y + 12])
        b.door(`S${strip} ${room}`, corridor, { at: [x + 0.9, y + 5] })
        b.door(`N${strip} ${room}`, corridor, { at: [x + 0.9, y + 7] })
      }
    }
  })
}

function row(name: string, value: number, peerValue: number | null): Row {
  const beside =
    peerValue === null
      ? { peer: null, peerValue, ratio: null }
      : { peer, peerValue, ratio: peerValue / value }
  return { name, value, unit: 'ms', ...beside }
}
