import { describe, expect, test } from 'vitest'
import { editOf, type Command } from '../../../src/map/draw/commands.ts'
import { placePicture, placeSketch, type PlaceSketch } from '../../../src/map/draw/placeTool.ts'
import type { Effect } from '../../../src/map/draw/sketch.ts'
import { buildPremises, levelId } from '../../builder.ts'
import { boardOf, click, play } from './board.ts'

const premises = buildPremises((b) => {
  b.building('A')
  b.level('T1')
  b.zone('Left', [0, 0, 6, 4])
  b.zone('Right', [6, 0, 10, 4])
  b.level('T2')
})
const board = boardOf(premises)

const commandOf = (effects: readonly Effect[]): Command => {
  const [effect] = effects
  if (effect?.do !== 'command') throw new Error('no edit')
  return effect.command
}

describe('a door', () => {
  test('is placed by a click on a wall, its width an assumption until somebody chooses one', () => {
    const command = commandOf(play(placeSketch('door'), board, click([6.1, 2])).effects)
    expect(command).toMatchObject({ kind: 'opening', spec: { kind: 'door', widthM: 0.9 }, assumed: true })
    const { changes } = editOf(command, premises, levelId('T1'))
    expect(changes.some(({ record }) => record.table === 'openings')).toBe(true)
    const chosen = boardOf(premises, { opening: { ...board.drawing.opening, widthM: 1.2, chosen: true } })
    expect(commandOf(play(placeSketch('door'), chosen, click([6.1, 2])).effects)).toMatchObject({
      spec: { widthM: 1.2 },
      assumed: false,
    })
  })

  test('drawn along the wall is as wide as the way of the pointer, by hand', () => {
    const { effects } = play(placeSketch('door'), board, [
      ['press', [6.05, 1]],
      ['move', [6.05, 2]],
      ['release', [6.05, 2.4], true],
    ])
    const command = commandOf(effects)
    expect(command).toMatchObject({ spec: { widthM: 1.4 }, assumed: false })
    if (command.kind !== 'opening') throw new Error('no opening')
    expect(command.at[1]).toBeCloseTo(1.7, 6)
    const [opening] = editOf(command, premises, levelId('T1')).changes.map(({ after }) => after)
    const [[, y0], [, y1]] = (opening as { segment: [[number, number], [number, number]] }).segment
    expect([Math.min(y0, y1), Math.max(y0, y1)]).toEqual([expect.closeTo(1, 3), expect.closeTo(2.4, 3)])
  })

  test('is seen under the pointer before, with its width and what is left of the wall on both sides', () => {
    const { sketch } = play(placeSketch('door'), board, [['move', [6.1, 1.5]]])
    const picture = placePicture(sketch as PlaceSketch, board)
    expect(picture.lines.some(({ look }) => look === 'leaf')).toBe(true)
    expect(picture.tags.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['0,90 m', '1,05 m', '2,05 m']),
    )
  })

  test('far from every wall is a cross that says no', () => {
    const { sketch } = play(placeSketch('door'), board, [['move', [3, 2]]])
    expect(placePicture(sketch as PlaceSketch, board).knobs).toMatchObject([{ kind: 'cross' }])
  })
})

describe('a stair', () => {
  test('is placed by its middle, at rest in the corner of a room', () => {
    const { sketch } = play(placeSketch('stair'), board, [['move', [1.3, 2.9]]])
    const outline = placePicture(sketch as PlaceSketch, board).areas[0]?.polygon.outer ?? []
    expect(outline.length).toBeGreaterThanOrEqual(4)
    const command = commandOf(play(placeSketch('stair'), board, click([3, 2])).effects)
    expect(command).toMatchObject({ kind: 'stair' })
    const tables = editOf(command, premises, levelId('T1')).changes.map(({ record }) => record.table)
    expect(tables).toContain('stairs')
  })

  test('turns by quarters, and comes round to where it was', () => {
    const turnOf = (degrees: number, quarters: number) => {
      const at = boardOf(premises, { stair: { ...board.drawing.stair, climbsDeg: degrees } })
      const [effect] = play(placeSketch('stair'), at, [{ on: 'turn', quarters }]).effects
      return effect?.do === 'drawing' ? effect.change?.stair?.climbsDeg : null
    }
    expect(turnOf(90, 1)).toBe(180)
    expect(turnOf(270, 1)).toBe(0)
    expect(turnOf(0, -1)).toBe(270)
  })
})

test('a lift goes from this level to the top, an assembly point to where the click is', () => {
  const lift = commandOf(play(placeSketch('lift'), board, click([8, 2])).effects)
  expect(lift).toMatchObject({ kind: 'lift', size: { widthM: 2, depthM: 2 } })
  const zones = editOf(lift, premises, levelId('T1')).changes.filter(({ record }) => record.table === 'zones')
  expect(zones.length).toBeGreaterThanOrEqual(2)
  expect(commandOf(play(placeSketch('assembly'), board, click([20, 2])).effects)).toEqual({
    kind: 'assembly',
    at: [20, 2],
  })
})

test('Esc goes back to picking', () => {
  expect(play(placeSketch('door'), board, [{ on: 'drop' }]).effects).toEqual([
    { do: 'drawing', change: { tool: 'select' } },
  ])
})
