import { describe, expect, test } from 'vitest'
import { underlaySketch } from '../../../src/map/draw/underlayTool.ts'
import { claims } from '../../../src/map/draw/tools.ts'
import { underlaysShown } from '../../../src/map/underlay/shown.ts'
import { asId, type UnderlayId } from '../../../src/premises/ids.ts'
import type { Premises, Underlay } from '../../../src/premises/model.ts'
import { planPoint } from '../../../src/premises/underlay.ts'
import type { UnderlayWork } from '../../../src/state/app.ts'
import { distance } from '../../../src/premises/geometry/segment.ts'
import { buildPremises, levelId } from '../../builder.ts'
import { aimAt, boardOf, play } from './board.ts'

const id = asId<UnderlayId>('picture')
const underlay: Underlay = {
  id,
  levelId: levelId('T1'),
  name: 'mat bang.pdf',
  picture: 'attachments/0',
  mediaType: 'image/png',
  widthPx: 1000,
  heightPx: 800,
  origin: [0, 8],
  metresPerPx: 0.01,
  turnDeg: 0,
  opacity: 0.7,
  evidence: {},
}
const withUnderlay = (fields: Partial<Underlay> = {}, rooms = false): Premises => ({
  ...buildPremises((b) => {
    b.building('A')
    b.level('T1')
    if (rooms) b.zone('Hall', [0, 0, 4, 4])
  }),
  underlays: { [id]: { ...underlay, ...fields } },
})
const work = (fields: Partial<UnderlayWork> = {}): UnderlayWork => ({
  id,
  step: 'move',
  taps: [],
  pairs: [],
  ...fields,
})
const board = (fields: Partial<UnderlayWork> = {}, more: Partial<Underlay> = {}) =>
  boardOf(withUnderlay(more), { tool: 'underlay', underlay: work(fields) })

describe('a picture', () => {
  test('is dragged by itself, and stored once it is let go', () => {
    const { effects } = play(underlaySketch(), board(), [
      ['press', [5, 4]],
      ['move', [6, 4.5]],
      ['release', [6.25, 5], true],
    ])
    expect(effects).toEqual([
      {
        do: 'command',
        command: { kind: 'underlay', id, place: { origin: [1.25, 9], metresPerPx: 0.01, turnDeg: 0 } },
      },
    ])
  })

  test('is turned by its handle about its middle', () => {
    const middle = [5, 4] as const
    // The handle stands 32 px above the upper edge; a quarter turn clockwise takes it to the right.
    const { effects } = play(underlaySketch(), board(), [
      ['press', [5, 8.32]],
      ['move', [9.3, 4.05]],
      ['release', [9.32, 4], true],
    ])
    const [effect] = effects
    if (effect?.do !== 'command' || effect.command.kind !== 'underlay') throw new Error('no edit')
    const { place } = effect.command
    expect(place.turnDeg).toBe(90)
    expect(distance(planPoint(place, [500, 400]), middle)).toBeLessThan(1e-3)
  })

  test('is taken in hand by a tap', () => {
    const none = boardOf(withUnderlay(), { tool: 'underlay', underlay: null })
    expect(play(underlaySketch(), none, [['tap', [5, 4]]]).effects).toEqual([
      { do: 'drawing', change: { underlay: { id, step: 'move', taps: [], pairs: [] } } },
    ])
    expect(play(underlaySketch(), none, [['tap', [50, 4]]]).effects).toEqual([])
  })

  test('stays where it is when it is locked, and the map moves instead', () => {
    const locked = board({}, { locked: true })
    expect(claims(underlaySketch(), aimAt([5, 4], underlaySketch(), locked), locked)).toBe(false)
    expect(claims(underlaySketch(), aimAt([5, 4], underlaySketch(), board()), board())).toBe(true)
    expect(claims(underlaySketch(), aimAt([50, 4], underlaySketch(), board()), board())).toBe(false)
  })

  test('takes two taps for a length; a third begins anew', () => {
    const length = work({ step: 'length' })
    const tap = (taps: UnderlayWork['taps']) =>
      play(underlaySketch(), board({ ...length, taps }), [['tap', [2, 3]]]).effects
    expect(tap([[1, 1]])).toMatchObject([{ change: { underlay: { taps: [[1, 1], [2, 3]] } } }]) // prettier-ignore
    expect(tap([[1, 1], [2, 2]])).toMatchObject([{ change: { underlay: { taps: [[2, 3]] } } }]) // prettier-ignore
  })

  test('is matched by a point of it and its place on the plan in turn, and a half pair can be taken back', () => {
    const first = play(underlaySketch(), board({ step: 'match' }), [['tap', [2, 3]]]).effects
    expect(first).toMatchObject([{ change: { underlay: { taps: [[2, 3]], pairs: [] } } }])
    const half = board({ step: 'match', taps: [[2, 3]] })
    expect(play(underlaySketch(), half, [['tap', [7, 1]]]).effects).toMatchObject([
      {
        change: {
          underlay: {
            taps: [],
            pairs: [{ pixel: [expect.closeTo(200, 6), expect.closeTo(500, 6)], plan: [7, 1] }],
          },
        },
      },
    ])
    expect(play(underlaySketch(), half, [{ on: 'back' }]).effects).toMatchObject([
      { change: { underlay: { taps: [] } } },
    ])
  })
})

test('pictures are seen while the level is drawn or bare, and not beneath a finished plan', () => {
  const seen = (premises: Premises, drawing: boolean) =>
    underlaysShown({ premises, levelId: levelId('T1'), drawing: drawing ? board().drawing : null } as never)
      .length
  expect(seen(withUnderlay(), false)).toBe(1)
  expect(seen(withUnderlay({}, true), false)).toBe(0)
  expect(seen(withUnderlay({}, true), true)).toBe(1)
  expect(seen(withUnderlay({ hidden: true }), true)).toBe(0)
})
