import { describe, expect, it } from 'vitest'
import { faultsOf } from '../../../src/premises/faults/faults.ts'
import {
  addLevel,
  confirmExit,
  copyLevel,
  exitCandidates,
  levelNames,
  newLevels,
  placeLift,
  placeOpening,
  placeStair,
  setLevelHeight,
} from '../../../src/premises/fittings/index.ts'
import { drawRoom, type FloorEdit } from '../../../src/premises/floor/index.ts'
import type { Point, Ring } from '../../../src/premises/geometry/plane.ts'
import type { Premises } from '../../../src/premises/model.ts'
import { riseM } from '../../../src/premises/stairs.ts'
import { applyChanges } from '../../applyChanges.ts'
import { buildingId, buildPremises } from '../../builder.ts'
import { routesOf } from '../../workers/routes/ask.ts'

const rectangle = (x0: number, y0: number, x1: number, y1: number): Ring => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
]

/** A floor drawn by hand: a corridor, six rooms on each side of it, a stair, a lift, and a door at each end. */
function drawnByHand(): {
  readonly premises: Premises
  readonly level: (ordinal: number) => Premises['levels'][string]
} {
  const bare = buildPremises((b) => b.building('A'))
  let premises: Premises = applyChanges(
    bare,
    newLevels(buildingId('A'), 3, 0, 3.6, levelNames()).map((level) => ({
      record: { table: 'levels', id: level.id },
      field: null,
      after: level,
    })),
  )
  const level = (ordinal: number) => {
    const found = Object.values(premises.levels).find((each) => each.ordinal === ordinal)
    if (!found) throw new Error(`no level ${ordinal}`)
    return found
  }
  const ground = level(0).id
  const draw = (edit: (premises: Premises) => FloorEdit) => {
    premises = applyChanges(premises, edit(premises).changes)
  }
  draw((p) => drawRoom(p, ground, rectangle(0, 6, 36, 8), { name: 'Hành lang', use: 'corridor' }))
  for (let room = 0; room < 6; room += 1) {
    const x = room * 6
    draw((p) =>
      drawRoom(p, ground, rectangle(x, 0, x + 6, 6), {
        name: `Phòng 1${String(room + 1).padStart(2, '0')}`,
        use: 'office',
      }),
    )
    draw((p) =>
      drawRoom(p, ground, rectangle(x, 8, x + 6, 14), {
        name: `Phòng 1${String(room + 7).padStart(2, '0')}`,
        use: 'office',
      }),
    )
  }
  const door = (at: Point, widthM = 0.9) =>
    draw((p) => placeOpening(p, ground, at, { kind: 'door', widthM }, 0.3, true))
  // The stair and the lift stand in rooms 112 and 111, their doors on the corridor.
  const stair = {
    template: 'dogLeg',
    kind: 'enclosed',
    riserM: 0.16,
    treadM: 0.3,
    clearWidthM: 1.2,
    climbsDeg: 90,
    turnsLeft: true,
  } as const
  draw((p) => placeStair(p, ground, stair, [33, 8 + 2.9]))
  draw((p) => placeLift(p, [ground], [25.1, 9.1], { widthM: 2, depthM: 2.2, turnDeg: 0 }))
  for (let room = 0; room < 6; room += 1) door([room * 6 + 3, 6])
  for (let room = 0; room < 4; room += 1) door([room * 6 + 3, 8])
  door([28.5, 8])
  door([31, 8])
  door([33, 8], 1.2)
  door([25.1, 8], 1)
  door([0, 7], 1.4)
  door([36, 7], 1.4)
  return { premises, level }
}

describe('a building drawn on one level and copied', () => {
  const { premises: drawn, level } = drawnByHand()
  const confirmed = exitCandidates(drawn).reduce(
    (premises, { openingId, proposal }) =>
      applyChanges(premises, confirmExit(premises, openingId, proposal).changes),
    drawn,
  )
  const copied = applyChanges(
    confirmed,
    copyLevel(confirmed, level(0).id, [level(1).id, level(2).id]).changes,
  )
  const bad = (premises: Premises) =>
    faultsOf(premises)
      .map(({ kind }) => kind)
      .filter((kind) => kind !== 'widthAssumed')

  it('has a way out of every zone of the drawn level', async () => {
    expect(exitCandidates(drawn).map(({ proposal }) => proposal)).toEqual(['final', 'final'])
    const routes = await routesOf(confirmed)
    expect(routes.unreachable.filter(({ reason }) => reason !== 'shaft' && reason !== 'onlyLift')).toEqual([])
  })

  it('has a way out of every zone of all three, down the stair and out on the ground', async () => {
    const routes = await routesOf(copied)
    expect(routes.unreachable.filter(({ reason }) => reason !== 'shaft' && reason !== 'onlyLift')).toEqual([])
    const offices = Object.values(copied.zones).filter(({ use }) => use === 'office')
    expect(offices).toHaveLength(36)
    for (const { id } of offices) expect(routes.zones.some(({ zoneId }) => zoneId === id)).toBe(true)
    const exits = new Set(routes.zones.map(({ first }) => copied.openings[first.exitId]?.levelId))
    expect(exits).toEqual(new Set([level(0).id]))
  })

  it('has three stair zones and two runs in one stair, three lift zones in one lift', () => {
    expect(Object.values(copied.stairs).map(({ zoneIds, runs }) => [zoneIds.length, runs.length])).toEqual([
      [3, 2],
    ])
    expect(Object.values(copied.lifts).map(({ zoneIds }) => zoneIds.length)).toEqual([3])
    expect(
      Object.values(copied.zones)
        .filter(({ use, levelId }) => use === 'office' && levelId === level(2).id)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(Array.from({ length: 12 }, (_, room) => `Phòng 3${String(room + 1).padStart(2, '0')}`))
  })

  it('is a sound drawing on every level', () => {
    // Before the copies, nothing is drawn where the stair arrives.
    expect(bad(confirmed)).toEqual(['stairLeadsNowhere'])
    expect(bad(copied)).toEqual([])
  })

  it('stays sound when a storey is raised, and goes on with a storey added', async () => {
    const raised = applyChanges(copied, setLevelHeight(copied, level(0).id, 4.5).changes)
    expect(Object.values(raised.stairs)[0]?.runs.map((run) => Math.round(riseM(run) * 1e6) / 1e6)).toEqual([
      4.5, 3.6,
    ])
    const more = applyChanges(raised, addLevel(raised, buildingId('A'), 'above', 3.6, levelNames()).changes)
    const top = Object.values(more.levels).find(({ ordinal }) => ordinal === 3)
    const whole = applyChanges(more, copyLevel(more, level(2).id, top ? [top.id] : []).changes)
    expect(bad(whole)).toEqual([])
    expect(
      (await routesOf(whole)).unreachable
        .map(({ reason }) => reason)
        .filter((r) => r !== 'shaft' && r !== 'onlyLift'),
    ).toEqual([])
  })
})
