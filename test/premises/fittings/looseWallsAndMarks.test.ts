import { describe, expect, it } from 'vitest'
import {
  placeAssemblyPoint,
  placeOpening,
  placeStair,
  swingTowards,
} from '../../../src/premises/fittings/index.ts'
import { drawRoom, drawWall, type FloorEdit } from '../../../src/premises/floor/index.ts'
import { asId } from '../../../src/premises/ids.ts'
import type { Premises, Underlay } from '../../../src/premises/model.ts'
import { applyChanges } from '../../applyChanges.ts'
import { buildPremises, levelId, openingId, zoneId } from '../../builder.ts'

const T1 = levelId('T1')
const done = (premises: Premises, edit: (premises: Premises) => FloorEdit) =>
  applyChanges(premises, edit(premises).changes)
const hall = () =>
  buildPremises((b) => {
    b.level('T1')
    b.level('T2')
    b.on('T1')
    b.zone('Sảnh', [0, 0, 10, 8], { use: 'lobby' })
  })

describe('a door in a wall that parts no rooms yet', () => {
  it('joins the rooms on both sides once the wall is closed', () => {
    let premises = done(hall(), (p) =>
      drawWall(p, T1, [
        [4, 0],
        [4, 5],
      ]),
    )
    premises = done(premises, (p) => placeOpening(p, T1, [4, 2], { kind: 'door', widthM: 0.9 }, 0.3, true))
    const door = () => Object.values(premises.openings)[0]
    expect(door()?.segment.map(([x]) => x)).toEqual([4, 4])
    expect(door()?.exit).toBeUndefined()
    premises = done(premises, (p) =>
      drawWall(p, T1, [
        [4, 5],
        [4, 8],
      ]),
    )
    expect(Object.values(premises.zones)).toHaveLength(2)
    expect(new Set(door()?.sides)).toEqual(new Set(Object.values(premises.zones).map(({ id }) => id)))
  })

  it('stops being a candidate once a room is drawn behind it', () => {
    let premises = done(hall(), (p) => placeOpening(p, T1, [10, 4], { kind: 'door', widthM: 0.9 }, 0.3, true))
    expect(Object.values(premises.openings)[0]?.exit).toBe('undecided')
    premises = done(premises, (p) =>
      drawRoom(p, T1, [
        [10, 0],
        [14, 0],
        [14, 8],
        [10, 8],
      ]),
    )
    const [door] = Object.values(premises.openings)
    expect(door?.sides).not.toContain(null)
    expect(door?.exit).toBeUndefined()
  })
})

describe('how what is drawn is known', () => {
  const picture = (mark: 'drawing' | 'assumed'): Underlay => ({
    id: asId('u'),
    levelId: T1,
    name: 'tang-1.pdf, trang 2',
    picture: 'attachments/0',
    mediaType: 'image/png',
    widthPx: 100,
    heightPx: 100,
    origin: [0, 0],
    metresPerPx: 0.1,
    turnDeg: 0,
    opacity: 0.5,
    evidence: { metresPerPx: { mark } },
  })
  const over = (mark: 'drawing' | 'assumed') => ({ ...hall(), underlays: { u: picture(mark) } })
  const opening = (premises: Premises, assumed: boolean) =>
    Object.values(
      done(premises, (p) => placeOpening(p, T1, [10, 4], { kind: 'door', widthM: 0.9 }, 0.3, assumed))
        .openings,
    )[0]?.evidence

  it('names the picture beneath once that has its scale', () => {
    expect(opening(over('drawing'), false)).toMatchObject({
      segment: { mark: 'drawing', source: 'tang-1.pdf, trang 2' },
      clearWidthM: { mark: 'drawing', source: 'tang-1.pdf, trang 2' },
    })
    expect(opening(over('drawing'), true)?.['clearWidthM']).toEqual({ mark: 'assumed', note: 'usualWidth' })
    expect(opening(over('assumed'), false)?.['segment']).toEqual({ mark: 'assumed', note: 'drawnFreely' })
  })

  it('holds for assembly points and stairs too', () => {
    const point = done(over('drawing'), (p) => placeAssemblyPoint(p, T1, [30, 30]))
    expect(Object.values(point.assemblyPoints)[0]?.evidence['position']?.mark).toBe('drawing')
    const stair = done(over('drawing'), (p) =>
      placeStair(
        p,
        T1,
        {
          template: 'straight',
          kind: 'enclosed',
          riserM: 0.18,
          treadM: 0.25,
          clearWidthM: 0.9,
          climbsDeg: 0,
          turnsLeft: true,
        },
        [5, 4],
      ),
    )
    expect(Object.values(stair.stairs)[0]?.evidence['runs']).toEqual({
      mark: 'drawing',
      source: 'tang-1.pdf, trang 2',
    })
  })
})

describe('the swing of doors without one', () => {
  it('is left alone for a passage, and has no hinge with two leaves', () => {
    const premises = buildPremises((b) => {
      b.level('T1')
      b.zone('A', [0, 0, 4, 4])
      b.zone('B', [4, 0, 8, 4])
      b.passage('A', 'B', { at: [4, 1], width: 0.9, name: 'P' })
      b.door('A', 'B', { at: [4, 3], width: 1.4, name: 'D', door: { leaves: 2 } })
    })
    expect(swingTowards(premises, openingId('P'), [1, 1]).changes).toEqual([])
    const after = done(premises, (p) => swingTowards(p, openingId('D'), [1, 3]))
    const door = after.openings[openingId('D')]
    expect(door?.door?.hinge).toBeUndefined()
    expect(door?.sides[door.door?.opensTo === 'left' ? 0 : 1]).toBe(zoneId('A'))
  })
})
