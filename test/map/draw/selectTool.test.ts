import { describe, expect, test } from 'vitest'
import { editOf, labelOf, type Command } from '../../../src/map/draw/commands.ts'
import { gripsOf } from '../../../src/map/draw/handles.ts'
import { selectPicture } from '../../../src/map/draw/selectPicture.ts'
import { selectSketch, type SelectSketch } from '../../../src/map/draw/selectSketch.ts'
import type { Effect } from '../../../src/map/draw/sketch.ts'
import type { RecordRef } from '../../../src/premises/operation.ts'
import { apply } from '../../../src/premises/operations/index.ts'
import { area } from '../../../src/premises/geometry/measure.ts'
import type { Premises } from '../../../src/premises/model.ts'
import { buildPremises, levelId, openingId, zoneId } from '../../builder.ts'
import { boardOf, click, play } from './board.ts'

const premises = buildPremises((b) => {
  b.building('A')
  b.level('T1')
  b.zone('Left', [0, 0, 6, 4])
  b.zone('Right', [6, 0, 10, 4])
  b.door('Left', 'Right', { at: [6, 2], width: 0.9 })
})
const left: RecordRef = { table: 'zones', id: zoneId('Left') }
const right: RecordRef = { table: 'zones', id: zoneId('Right') }
const door: RecordRef = { table: 'openings', id: openingId('Left|Right') }
const nothing = boardOf(premises)

const commandsOf = (effects: readonly Effect[]): Command[] =>
  effects.flatMap((effect) => (effect.do === 'command' ? [effect.command] : []))

const carriedOut = (command: Command): Premises => {
  const { changes } = editOf(command, premises, levelId('T1'))
  const step = { id: '', actor: '', counter: 0, time: '', action: '', before: null }
  return apply(
    premises,
    changes.map((change) => ({ ...step, ...change })),
  )
}

describe('a tap picks', () => {
  test('the room in its middle', () => {
    expect(play(selectSketch(), nothing, [['tap', [3, 2]]]).effects).toEqual([
      { do: 'pick', record: left, add: false },
    ])
  })

  test('the door before the wall that it stands in', () => {
    expect(play(selectSketch(), nothing, [['tap', [6.03, 2.2]]]).effects).toEqual([
      { do: 'pick', record: door, add: false },
    ])
  })

  test('the whole straight wall where there is no door, and the room beneath with a second tap', () => {
    const { sketch, effects } = play(selectSketch(), nothing, [['tap', [2, 0.04]]])
    expect(effects[0]).toEqual({ do: 'pick', record: null, add: false })
    const wall = effects[1]?.do === 'drawing' ? effects[1].change?.wall : null
    expect(wall?.map(([, y]) => y)).toEqual([0, 0])
    const again = play(sketch, boardOf(premises, { wall: wall ?? null }), [
      ['tap', [2, 0.04], { time: 2000 }],
    ])
    expect(again.effects).toEqual([{ do: 'pick', record: left, add: false }])
  })

  test('nothing beside the building, and adds with Shift', () => {
    expect(play(selectSketch(), nothing, [['tap', [3, -2]]]).effects).toEqual([
      { do: 'pick', record: null, add: false },
    ])
    expect(play(selectSketch(), nothing, [['tap', [8, 2], { add: true }]]).effects).toEqual([
      { do: 'pick', record: right, add: true },
    ])
  })

  test('a long press adds', () => {
    expect(play(selectSketch(), nothing, [['hold', [8, 2], { touch: true }]]).effects).toEqual([
      { do: 'pick', record: right, add: true },
    ])
  })

  test('a band drawn with Shift picks the rooms in it', () => {
    const add = { add: true }
    const { effects } = play(selectSketch(), nothing, [
      ['press', [-1, -1], add],
      ['move', [11, 5], add],
      ['release', [11, 5], true, add],
    ])
    expect(effects).toHaveLength(2)
    expect(effects).toEqual(expect.arrayContaining([{ do: 'pick', record: left, add: true }]))
  })

  test('a double tap on a wall makes a corner there', () => {
    const { effects } = play(selectSketch(), nothing, [
      ['tap', [2, 0.04], { time: 1000 }],
      ['tap', [2, 0.04], { time: 1200 }],
    ])
    expect(commandsOf(effects)).toMatchObject([{ kind: 'addCorner', at: [expect.closeTo(2, 2), 0] }])
  })
})

describe('what is picked', () => {
  test('has handles: corners and walls of rooms, jambs and swing of doors', () => {
    const kinds = (picked: RecordRef) =>
      gripsOf(boardOf(premises, { picked: [picked] })).reduce<Record<string, number>>(
        (counts, { kind }) => ({ ...counts, [kind]: (counts[kind] ?? 0) + 1 }),
        {},
      )
    expect(kinds(left)).toEqual({ corner: 4, wall: 4, move: 1 })
    expect(kinds(door)).toEqual({ jamb: 2, swing: 1 })
  })

  test('a shared wall dragged moves once for both rooms, as one edit', () => {
    const board = boardOf(premises, { picked: [left] })
    const { sketch, effects } = play(selectSketch(), board, [
      ['press', [6, 3.5]],
      ['move', [7, 3.5]],
      ['release', [7.002, 3.5], true],
    ])
    const [command] = commandsOf(effects)
    if (!command) throw new Error('no edit')
    expect(labelOf(command)).toBe('moveWall')
    const after = carriedOut(command)
    expect(area(after.zones[zoneId('Left')]?.polygon ?? { outer: [], holes: [] })).toBeCloseTo(28, 6)
    expect(area(after.zones[zoneId('Right')]?.polygon ?? { outer: [], holes: [] })).toBeCloseTo(12, 6)
    expect(after.openings[openingId('Left|Right')]?.segment.map(([x]) => x)).toEqual([7, 7])
    expect(sketch).toMatchObject({ held: null })
  })

  test('is shown while it is dragged, with the lengths that change', () => {
    const board = boardOf(premises, { picked: [left] })
    const { sketch } = play(selectSketch(), board, [['press', [6, 3.5]], ['move', [7, 3.5]]]) // prettier-ignore
    const picture = selectPicture(sketch as SelectSketch, board)
    expect(picture.areas.filter(({ look }) => look === 'cover')).toHaveLength(2)
    expect(picture.tags.map(({ text }) => text)).toEqual(expect.arrayContaining(['28,0 m²', '12,0 m²']))
  })

  test('a press without movement is a tap, not an edit', () => {
    const board = boardOf(premises, { picked: [left] })
    expect(commandsOf(play(selectSketch(), board, click([6, 0])).effects)).toEqual([])
  })

  test('a corner touched last is what Delete means; else what is picked', () => {
    const board = boardOf(premises, { picked: [left] })
    expect(commandsOf(play(selectSketch(), board, [{ on: 'remove' }]).effects)).toEqual([
      { kind: 'remove', records: [left] },
    ])
    expect(
      commandsOf(play(selectSketch(), board, [...click([0, 0]), { on: 'remove' }]).effects),
    ).toMatchObject([{ kind: 'removeCorner', at: [0, 0] }])
    const wall = [[0, 0], [0, 4]] as const // prettier-ignore
    expect(commandsOf(play(selectSketch(), boardOf(premises, { wall }), [{ on: 'remove' }]).effects)).toEqual(
      [{ kind: 'removeWall', wall }],
    )
  })

  test('arrow keys that follow each other become one edit', () => {
    const board = boardOf(premises, { picked: [door] })
    const { effects } = play(selectSketch(), board, [
      { on: 'nudge', by: [0, 0.1] },
      { on: 'nudge', by: [0, 0.1] },
      { on: 'nudge', by: [0, 0.01] },
      { on: 'settle' },
    ])
    const [command, ...others] = commandsOf(effects)
    expect(others).toEqual([])
    if (!command) throw new Error('no edit')
    const before = premises.openings[openingId('Left|Right')]?.segment[0][1] ?? 0
    expect(carriedOut(command).openings[openingId('Left|Right')]?.segment[0][1]).toBeCloseTo(before + 0.21, 6)
  })

  test('a room nudged is moved by exactly that', () => {
    const board = boardOf(premises, { picked: [left, right] })
    const { effects } = play(selectSketch(), board, [{ on: 'nudge', by: [0.01, 0] }, { on: 'settle' }])
    const [command] = commandsOf(effects)
    if (!command) throw new Error('no edit')
    expect(carriedOut(command).zones[zoneId('Left')]?.polygon.outer[0]).toEqual([0.01, 0])
  })
})

test('Esc lets go, unpicks, and then leaves the drawing', () => {
  const picked = boardOf(premises, { picked: [left] })
  const held = play(selectSketch(), picked, [['press', [6, 3.5]], ['move', [7, 3.5]], { on: 'drop' }]) // prettier-ignore
  expect(held.effects).toEqual([])
  expect(held.sketch).toMatchObject({ held: null })
  expect(play(selectSketch(), picked, [{ on: 'drop' }]).effects).toEqual([
    { do: 'pick', record: null, add: false },
  ])
  expect(play(selectSketch(), nothing, [{ on: 'drop' }]).effects).toEqual([{ do: 'drawing', change: null }])
})
