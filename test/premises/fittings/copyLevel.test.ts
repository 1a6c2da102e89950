import { describe, expect, it } from 'vitest'
import { addLevel, copyLevel, levelNames } from '../../../src/premises/fittings/index.ts'
import type { LevelId } from '../../../src/premises/ids.ts'
import { PersonError } from '../../../src/premises/message.ts'
import type { Level, Premises } from '../../../src/premises/model.ts'
import { reachability } from '../../../src/premises/reachability.ts'
import { riseM } from '../../../src/premises/stairs.ts'
import { applyChanges } from '../../applyChanges.ts'
import {
  buildPremises,
  levelId,
  liftId,
  openingId,
  stairId,
  zoneId,
  type PremisesBuilder,
} from '../../builder.ts'
import { routesOf } from '../../workers/routes/ask.ts'

const heightM = 3.6

/** A floor of two offices, a corridor and the foot of a stair; bare storeys round it as asked. */
function floor(b: PremisesBuilder): void {
  b.zone('Phòng 101', [0, 0, 5, 4], { number: 'P.101', occupants: 4 })
  b.zone('Phòng 105', [5, 0, 10, 4], { occupants: 7 })
  b.zone('Hành lang', [0, 4, 10, 6], { use: 'corridor' })
  b.door('Phòng 101', 'Hành lang', { at: [2, 4] })
  b.door('Phòng 105', 'Hành lang', { at: [7, 4] })
}

/** The ground floor drawn, with the foot of a stair to Tầng 2 and an exit; storeys above bare. */
function ground(more: (b: PremisesBuilder) => void = () => {}): Premises {
  return buildPremises((b) => {
    for (const [ordinal, name] of ['T1', 'T2', 'T3', 'T4'].entries())
      b.level(name, {
        ordinal,
        elevationM: ordinal === 0 ? 0 : 4.5 + (ordinal - 1) * heightM,
        heightM: ordinal === 0 ? 4.5 : heightM,
      })
    b.on('T1')
    floor(b)
    b.stair('S', [10, 0, 13, 6], ['T1', 'T2'], { riserM: 0.16, treadM: 0.3 })
    b.door('Hành lang', 'S T1', { at: [10, 5] })
    b.exit('Hành lang', { at: [0, 5], name: 'E', width: 1.4 })
    b.assemblyPoint('A', [-20, 5])
    more(b)
  })
}

const copied = (premises: Premises, from: string, to: readonly string[]): Premises =>
  applyChanges(premises, copyLevel(premises, levelId(from), to.map(levelId)).changes)

const zonesOn = (premises: Premises, level: LevelId) =>
  Object.values(premises.zones).filter((zone) => zone.levelId === level)

describe('a level copied to bare levels', () => {
  const before = ground()
  const after = copied(before, 'T1', ['T2', 'T3'])

  it('has the same rooms, persons and doors there', () => {
    for (const level of ['T2', 'T3'].map(levelId)) {
      expect(zonesOn(after, level).map((zone) => [zone.use, zone.occupants, zone.polygon])).toEqual(
        expect.arrayContaining(
          zonesOn(before, levelId('T1')).map((zone) => [zone.use, zone.occupants, zone.polygon]),
        ),
      )
      expect(zonesOn(after, level)).toHaveLength(4)
    }
  })

  it('numbers the rooms as its storey is numbered', () => {
    expect(zonesOn(after, levelId('T2')).map(({ name, number }) => [name, number])).toEqual(
      expect.arrayContaining([
        ['Phòng 201', 'P.201'],
        ['Phòng 205', undefined],
      ]),
    )
    expect(zonesOn(after, levelId('T3')).map(({ name }) => name)).toContain('Phòng 305')
  })

  it('joins the stair from storey to storey, each run as high as its storey', () => {
    const stair = after.stairs[stairId('S')]
    expect(stair?.zoneIds.map((id) => after.zones[id]?.levelId)).toEqual(['T1', 'T2', 'T3'].map(levelId))
    expect(stair?.runs.map(riseM)).toEqual([4.5, heightM].map((m) => expect.closeTo(m, 9) as number))
    const [first, second] = stair?.runs ?? []
    // 4.5 m in 29 risers of 155 mm; 3.6 m in 23 of 157 mm.
    expect(first?.flights.reduce((sum, flight) => sum + flight.risers, 0)).toBe(29)
    expect(second?.flights.reduce((sum, flight) => sum + flight.risers, 0)).toBe(23)
  })

  it('keeps the stair zone that was there, under its own id', () => {
    expect(after.zones[zoneId('S T2')]?.levelId).toBe(levelId('T2'))
    expect(zonesOn(after, levelId('T2')).filter(({ use }) => use === 'stair')).toHaveLength(1)
  })

  it('has no exit further up: the door leads into the air', () => {
    const out = Object.values(after.openings).filter(({ sides }) => sides.includes(null))
    expect(out.map(({ levelId: level, exit }) => [level, exit])).toEqual(
      expect.arrayContaining([
        [levelId('T1'), 'final'],
        [levelId('T2'), 'none'],
        [levelId('T3'), 'none'],
      ]),
    )
    expect(after.assemblyPoints).toEqual(before.assemblyPoints)
  })

  it('leads out of every zone to the exit', async () => {
    expect(reachability(after).unreachable).toEqual([])
    const routes = await routesOf(after)
    expect(routes.unreachable).toEqual([])
    expect(new Set(routes.zones.map(({ first }) => first.exitId))).toEqual(new Set([openingId('E')]))
    expect(routes.zones).toHaveLength(12)
  })

  it('goes on where it was left off: the third storey copied to the fourth', async () => {
    const third = copied(after, 'T3', ['T4'])
    expect(third.stairs[stairId('S')]?.zoneIds).toHaveLength(4)
    expect((await routesOf(third)).unreachable).toEqual([])
    expect(zonesOn(third, levelId('T4')).map(({ name }) => name)).toContain('Phòng 401')
  })
})

describe('a level copied where it cannot simply lie', () => {
  it('is refused where something is drawn', () => {
    const full = ground((b) => {
      b.on('T3')
      b.zone('Kho', [0, 0, 1, 1])
    })
    expect(() => copied(full, 'T1', ['T2', 'T3'])).toThrow(new PersonError('levelNotBare').message)
    expect(() => copied(full, 'T4', ['T2'])).toThrow('levelEmpty')
    expect(() => copied(full, 'T1', ['T1'])).toThrow('levelElsewhere')
  })

  it('joins a stair downwards into a basement', async () => {
    const base = ground()
    const withBasement = applyChanges(
      base,
      addLevel(base, Object.values(base.buildings)[0]!.id, 'below', 3, levelNames()).changes,
    )
    const basement = Object.values(withBasement.levels).find(({ ordinal }) => ordinal === -1) as Level
    const after = applyChanges(withBasement, copyLevel(withBasement, levelId('T1'), [basement.id]).changes)
    const stair = after.stairs[stairId('S')]
    expect(stair?.zoneIds.map((id) => after.zones[id]?.levelId)).toEqual([
      basement.id,
      levelId('T1'),
      levelId('T2'),
    ])
    expect(stair?.runs.map(riseM)).toEqual([3, 4.5].map((m) => expect.closeTo(m, 9) as number))
    expect((await routesOf(after)).unreachable.map(({ zoneId: id }) => id)).toEqual([])
    expect(zonesOn(after, basement.id).map(({ name }) => name)).toContain('Phòng B101')
  })

  it('does not carry a stair over a storey without it; a storey put between later joins both parts', async () => {
    const gap = copied(ground(), 'T1', ['T4'])
    expect(gap.stairs[stairId('S')]?.zoneIds).toHaveLength(2)
    expect(reachability(gap).unreachable).toHaveLength(4)
    const whole = copied(gap, 'T1', ['T2', 'T3'])
    expect(Object.values(whole.stairs)).toHaveLength(1)
    expect(whole.stairs[stairId('S')]?.zoneIds.map((id) => whole.zones[id]?.levelId)).toEqual(
      ['T1', 'T2', 'T3', 'T4'].map(levelId),
    )
    expect((await routesOf(whole)).unreachable).toEqual([])
  })

  it('makes two parts of a stair one when the storey between them is filled', () => {
    const parts = copied(
      ground((b) => b.level('T5', { ordinal: 4, elevationM: 15.3, heightM })),
      'T1',
      ['T4', 'T5'],
    )
    expect(Object.values(parts.stairs).map(({ zoneIds }) => zoneIds.length)).toEqual([2, 2])
    const whole = copied(copied(parts, 'T1', ['T2']), 'T2', ['T3'])
    expect(Object.values(whole.stairs).map(({ zoneIds }) => zoneIds.length)).toEqual([5])
    expect(reachability(whole).unreachable).toEqual([])
  })

  it('leaves a stair zone of no stair a zone', () => {
    const lone = buildPremises((b) => {
      b.level('T1')
      b.level('T2')
      b.on('T1')
      b.zone('Thang', [0, 0, 3, 6], { use: 'stair' })
    })
    const after = copied(lone, 'T1', ['T2'])
    expect(Object.values(after.stairs)).toEqual([])
    expect(Object.values(after.zones)).toHaveLength(2)
  })

  it('carries lifts on, and leaves the yard of the ground floor on the ground', () => {
    const before = ground((b) => {
      b.on('T1')
      b.zone('Sân', [-10, 0, 0, 6], { use: 'yard' })
      b.zone('TM', [0, 6, 2, 8], { use: 'lift' })
      b.door('TM', 'Hành lang')
      b.lift('TM1', ['TM'])
      b.door('Phòng 101', 'Sân', { name: 'cửa sân', fields: { exit: 'final' } })
    })
    const after = copied(before, 'T1', ['T2', 'T3'])
    expect(after.lifts[liftId('TM1')]?.zoneIds.map((id) => after.zones[id]?.levelId)).toEqual(
      ['T1', 'T2', 'T3'].map(levelId),
    )
    expect(Object.values(after.zones).filter(({ use }) => use === 'yard')).toHaveLength(1)
    const copies = Object.values(after.openings).filter(({ name }) => name === 'cửa sân')
    expect(copies.map(({ exit, sides }) => `${exit} ${sides.includes(null)}`).toSorted()).toEqual([
      'final false',
      'none true',
      'none true',
    ])
  })
})

describe('what is copied is known less well', () => {
  it('takes what was measured on one storey as assumed on another', () => {
    const measured = { clearWidthM: { mark: 'measured' as const, who: 'A' } }
    const before = ground((b) => {
      b.on('T1')
      b.zone('Kho', [0, 6, 4, 9], { evidence: { occupants: { mark: 'measured' } } })
      b.door('Kho', 'Hành lang', { name: 'đo', fields: { evidence: measured, surveyedState: 'locked' } })
    })
    const after = copied(before, 'T1', ['T2'])
    const copy = Object.values(after.openings).find(({ name, id }) => name === 'đo' && id !== openingId('đo'))
    expect(copy?.evidence['clearWidthM']).toEqual({ mark: 'assumed', note: 'copiedLevel' })
    expect(copy?.surveyedState).toBeUndefined()
    const kho = Object.values(after.zones).find(({ name, id }) => name === 'Kho' && id !== zoneId('Kho'))
    expect(kho?.evidence['occupants']?.mark).toBe('assumed')
  })
})
