import { describe, expect, test } from 'vitest'
import { linePicture, lineSketch } from '../../../src/map/draw/lineTool.ts'
import type { Point } from '../../../src/premises/geometry/plane.ts'
import { buildPremises } from '../../builder.ts'
import { aimAt, boardOf, click, play } from './board.ts'

const bare = buildPremises((b) => {
  b.building('A')
  b.level('T1')
})
const drawn = buildPremises((b) => {
  b.building('A')
  b.level('T1')
  b.zone('Hall', [0, 0, 6, 4])
})
const board = boardOf(bare, { use: 'office' })

describe('a rectangle', () => {
  test('by two clicks, with the use of rooms to come', () => {
    const { sketch, effects } = play(lineSketch('rectangle'), board, [...click([1, 1]), ...click([4, 3])])
    expect(effects).toEqual([
      {
        do: 'command',
        command: { kind: 'room', outline: [[1, 1], [4, 1], [4, 3], [1, 3]], use: 'office' }, // prettier-ignore
      },
    ])
    expect(sketch).toMatchObject({ corners: [] })
  })

  test('by one press drawn to the opposite corner, anticlockwise whichever way', () => {
    const { effects } = play(lineSketch('rectangle'), board, [
      ['press', [4, 1]],
      ['move', [1, 3]],
      ['release', [1, 3], true],
    ])
    expect(effects).toMatchObject([{ command: { outline: [[4, 1], [4, 3], [1, 3], [1, 1]] } }]) // prettier-ignore
  })

  test('a slip of the hand makes no room, and the first corner stays', () => {
    const { sketch, effects } = play(lineSketch('rectangle'), board, [...click([1, 1]), ...click([4, 1.02])])
    expect(effects).toEqual([])
    expect(sketch).toMatchObject({ corners: [[1, 1]] })
  })

  test('by numbers, in the quarter where the pointer is', () => {
    const { effects } = play(lineSketch('rectangle'), board, [
      ...click([1, 1]),
      ['move', [0, 5]],
      { on: 'numbers', first: 3.6, second: 4.2 },
    ])
    expect(effects).toMatchObject([{ command: { outline: [[1, 1], [1, 5.2], [-2.6, 5.2], [-2.6, 1]] } }]) // prettier-ignore
  })

  test('turned as the wall that it starts on', () => {
    const turned = buildPremises((b) => {
      b.building('A')
      b.level('T1')
      b.zone('Wing', [[0, 0], [4, 3], [1, 7], [-3, 4]]) // prettier-ignore
    })
    const { sketch } = play(lineSketch('rectangle'), boardOf(turned), click([4, 3]))
    expect(sketch).toMatchObject({ axis: [expect.closeTo(0.8, 9), expect.closeTo(0.6, 9)] })
  })

  test('shows its sides and its area while it grows', () => {
    const { sketch } = play(lineSketch('rectangle'), board, [...click([1, 1]), ['move', [4, 3]]])
    const texts = linePicture(sketch as never, board).tags.map((tag) => tag.text)
    expect(texts).toEqual(['3,00 m', '2,00 m', '6,0 m²'])
  })
})

describe('an outline', () => {
  const three: Point[] = [[0, 0], [5, 0], [5, 3]] // prettier-ignore

  test('closes on its first corner', () => {
    const { effects } = play(lineSketch('room'), board, [
      ...three.flatMap((at) => click(at)),
      ...click([0.03, 0.02]),
    ])
    // Within reach of the first corner the guides through it cross there.
    expect(effects).toMatchObject([{ command: { kind: 'room', outline: three } }])
  })

  test('or with Enter, or by a second tap on the same place', () => {
    const moves = three.flatMap((at) => click(at))
    expect(play(lineSketch('room'), board, [...moves, { on: 'finish' }]).effects).toHaveLength(1)
    expect(play(lineSketch('room'), board, [...moves, ...click([5, 3])]).effects).toHaveLength(1)
  })

  test('is none with two corners', () => {
    const moves = three.slice(0, 2).flatMap((at) => click(at))
    expect(play(lineSketch('room'), board, [...moves, { on: 'finish' }]).effects).toEqual([])
  })
})

describe('a wall', () => {
  test('that starts and ends on walls ends itself there', () => {
    const { sketch, effects } = play(lineSketch('wall'), boardOf(drawn), [
      ...click([3, 0.02]),
      ...click([3, 3.97]),
    ])
    expect(effects).toMatchObject([{ command: { kind: 'wall', line: [[3, 0], [3, 4]] } }]) // prettier-ignore
    expect(sketch).toMatchObject({ corners: [] })
  })

  test('goes on until it is ended, and Backspace takes its last corner back', () => {
    const { sketch, effects } = play(lineSketch('wall'), board, [
      ...click([0, 0]),
      ...click([4, 0]),
      ...click([4, 9]),
      { on: 'back' },
      ...click([4, 2]),
      { on: 'finish' },
    ])
    expect(effects).toMatchObject([{ command: { kind: 'wall', line: [[0, 0], [4, 0], [4, 2]] } }]) // prettier-ignore
    expect(sketch).toMatchObject({ corners: [] })
  })

  test('takes a length along the way that the pointer was caught by', () => {
    const { sketch } = play(lineSketch('wall'), board, [
      ...click([0, 0]),
      ['move', [5, 0.03]],
      { on: 'numbers', first: 3.25, second: null },
    ])
    expect(sketch).toMatchObject({ corners: [[0, 0], [3.25, 0]] }) // prettier-ignore
  })

  test('a finger aims first and sets its corner where it is lifted', () => {
    const touch = { touch: true }
    const { sketch } = play(lineSketch('wall'), board, [
      ['press', [0, 0], touch],
      ['move', [1, 1], touch],
      ['release', [1, 1], true, touch],
    ])
    expect(sketch).toMatchObject({ corners: [[1, 1]], aim: null })
  })
})

test('Esc drops the line, then the tool', () => {
  const { sketch, effects } = play(lineSketch('wall'), board, [...click([0, 0]), { on: 'drop' }])
  expect(sketch).toMatchObject({ corners: [] })
  expect(effects).toEqual([])
  expect(play(sketch, board, [{ on: 'drop' }]).effects).toEqual([
    { do: 'drawing', change: { tool: 'select' } },
  ])
})

test('a second finger takes back the corner that the first has just set', () => {
  const sketch = lineSketch('rectangle')
  const touch = { touch: true }
  const after = play(sketch, board, [['press', [1, 1], touch], { on: 'cancel' }]).sketch
  expect(after).toMatchObject({ corners: [] })
  expect(aimAt([1, 1], after, board).snap.caught).toBeNull()
})
