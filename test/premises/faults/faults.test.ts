import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { importFiles } from '../../../src/import/index.ts'
import { type FaultKind, faultsOf } from '../../../src/premises/faults/faults.ts'
import type { Premises } from '../../../src/premises/model.ts'
import { loadSample } from '../../../src/premises/sample/index.ts'
import type { PremisesBuilder } from '../../builder.ts'
import { buildPremises, levelId, openingId, stairId, zoneId } from '../../builder.ts'
import { quiet } from '../../import/context.ts'
import { samples } from '../../import/samples.ts'
import { arbitraryRooms, arbitraryTurn, planOf, shapeFaults } from './plans.ts'

const plan = (draw: (b: PremisesBuilder) => void) =>
  buildPremises((b) => {
    b.level('T1')
    draw(b)
  })
const kinds = (premises: Premises, kind: FaultKind) => faultsOf(premises).filter((fault) => fault.kind === kind)
const found = (premises: Premises, kind: FaultKind) =>
  kinds(premises, kind).map(({ why, record }) => `${record.table === 'facility' ? '' : record.id}${why ? ` ${why}` : ''}`)

const measured = { evidence: { clearWidthM: { mark: 'measured' } } } as const

describe('a sound plan', () => {
  it('has no fault', () => {
    const house = plan((b) => {
      b.zone('A', [0, 0, 5, 4])
      b.zone('B', [5, 0, 10, 4])
      b.door('A', 'B', { fields: measured })
      b.exit('B', { at: [10, 2], fields: measured })
    })
    expect(faultsOf(house)).toEqual([])
  })

  test('of any cut and turn has none in its shape', () => {
    fc.assert(
      fc.property(arbitraryRooms, arbitraryTurn, (rooms, turn) => {
        expect(shapeFaults(planOf(rooms, turn))).toEqual([])
      }),
    )
  })
})

describe('a gap', () => {
  const two = (gapM: number) =>
    plan((b) => {
      b.zone('A', [0, 0, 5, 4])
      b.zone('B', [5 + gapM, 0, 10, 4])
    })

  test.each([
    [0, 0],
    [0.0005, 0],
    [0.001, 1],
    [0.02, 1],
    [0.049, 1],
    // A wall of 5 cm and more is a wall.
    [0.05, 0],
    [0.1, 0],
  ])('of %d m between two rooms: %d', (gapM, count) => {
    expect(kinds(two(gapM), 'wallGap')).toHaveLength(count)
  })

  it('says how wide it is, and where', () => {
    const [fault] = kinds(two(0.02), 'wallGap')
    expect(fault).toMatchObject({
      record: { table: 'zones', id: zoneId('A') },
      others: [{ table: 'zones', id: zoneId('B') }],
      levelId: levelId('T1'),
      params: { widthM: 0.02 },
    })
    expect(fault?.at?.[0]).toBeCloseTo(5.01, 6)
  })

  it('of a wedge counts once, and corners that only nearly meet do too', () => {
    const wedge = plan((b) => {
      b.zone('A', [0, 0, 5, 4])
      b.zone('B', [[5, 0], [10, 0], [10, 4], [5.06, 4]])
    })
    expect(kinds(wedge, 'wallGap')).toHaveLength(1)
    const corners = plan((b) => {
      b.zone('A', [0, 0, 5, 4])
      b.zone('B', [5.01, 4.01, 10, 8])
    })
    expect(kinds(corners, 'wallGap')).toHaveLength(1)
  })

  it('a recess of 3 cm that two rooms share is none', () => {
    const jog = plan((b) => {
      b.zone('A', [[0, 0], [5, 0], [5, 4], [2, 4], [2, 4.03], [0, 4.03]])
      b.zone('B', [[0, 4.03], [2, 4.03], [2, 4], [5, 4], [5, 8], [0, 8]])
      b.zone('C', [5, 0, 9, 4])
    })
    expect(shapeFaults(jog)).toEqual([])
  })

  it('is not looked for where walls have a thickness', () => {
    const thick = plan((b) => {
      for (let at = 0; at < 5; at += 1) b.zone(`A${at}`, [at * 5, 0, at * 5 + 4.8, 4])
      b.zone('thin', [24.83, 0, 30, 4])
    })
    expect(kinds(thick, 'wallGap')).toEqual([])
  })
})

describe('an overlap', () => {
  it('says how large it is', () => {
    const house = plan((b) => {
      b.zone('A', [0, 0, 5, 4])
      b.zone('B', [4.5, 0, 10, 4])
    })
    expect(kinds(house, 'overlap')).toMatchObject([{ params: { areaM2: 2 }, at: [4.75, 2] }])
  })

  it('of a room inside another counts; a room in the hole of another does not', () => {
    const inside = plan((b) => {
      b.zone('A', [0, 0, 10, 10])
      b.zone('B', [4, 4, 6, 6])
    })
    expect(kinds(inside, 'overlap')).toHaveLength(1)
    const hole = plan((b) => {
      b.zone('A', { outer: [[0, 0], [10, 0], [10, 10], [0, 10]], holes: [[[4, 4], [4, 6], [6, 6], [6, 4]]] })
      b.zone('B', [4, 4, 6, 6])
    })
    expect(shapeFaults(hole)).toEqual([])
  })

  it('of a zone through several levels is none', () => {
    const shaft = buildPremises((b) => {
      const up = b.level('T2', { ordinal: 1 })
      b.zone('A2', [0, 0, 5, 4])
      b.level('T1', { ordinal: 0 })
      b.zone('A', [0, 0, 5, 4])
      b.zone('Giếng', [1, 1, 2, 2], { use: 'shaft', spansLevelIds: [up] })
    })
    expect(kinds(shaft, 'overlap')).toEqual([])
  })
})

test('a sliver is narrower than 0.3 m or smaller than 0.5 m², and meant as a room', () => {
  const house = plan((b) => {
    b.zone('strip', [0, 0, 8, 0.29])
    b.zone('crumb', [0, 1, 0.7, 1.7])
    b.zone('room', [0, 3, 2, 5])
    b.zone('passage', [3, 3, 3.4, 9], { use: 'corridor' })
    b.zone('duct', [5, 3, 5.2, 5], { use: 'shaft' })
  })
  expect(found(house, 'sliver')).toEqual([`${zoneId('strip')} narrow`, `${zoneId('crumb')} small`])
})

describe('doors', () => {
  const rooms = (b: PremisesBuilder) => {
    b.zone('A', [0, 0, 5, 4])
    b.zone('B', [5, 0, 10, 4])
    b.zone('C', [20, 0, 25, 4])
  }
  const withDoor = (fields: object, kind: 'door' | 'window' = 'door') =>
    plan((b) => {
      rooms(b)
      b[kind]('A', 'B', { name: 'D', fields: { ...measured, ...fields } })
    })

  it('that stand in no wall', () => {
    const off = withDoor({ segment: [[3, 1], [3, 2]] })
    expect(faultsOf(off)).toMatchObject([
      { kind: 'doorOffWall', why: 'door', record: { id: openingId('D') }, params: { offM: 2 } },
    ])
    expect(found(withDoor({ segment: [[5.03, 1], [5.03, 2]] }), 'doorOffWall')).toEqual([])
    expect(found(withDoor({ segment: [[5, 1], [5.3, 2]] }), 'doorOffWall')).toHaveLength(1)
    expect(found(withDoor({ segment: [[3, 1], [3, 2]] }, 'window'), 'doorOffWall')).toEqual([`${openingId('D')} window`])
    expect(found(withDoor({ segment: [[900, 1], [900, 2]] }), 'doorOffWall')).toEqual([`${openingId('D')} alone`])
  })

  it('that a wall drawn by itself holds are in it', () => {
    const house = plan((b) => {
      rooms(b)
      b.wall('W', [2, 1, 2.1, 3], { line: [[2.05, 1], [2.05, 3]] })
      b.passage('A', 'B', { name: 'D', fields: { ...measured, segment: [[2.05, 1.5], [2.05, 2.5]] } })
    })
    expect(found(house, 'doorOffWall')).toEqual([])
  })

  it('that join nothing', () => {
    expect(found(withDoor({ sides: [null, null] }), 'doorJoinsNothing')).toEqual([`${openingId('D')} nothing`])
    expect(found(withDoor({ sides: [zoneId('A'), zoneId('A')] }), 'doorJoinsNothing')).toEqual([
      `${openingId('D')} sameZone`,
    ])
    expect(found(withDoor({ sides: [zoneId('A'), zoneId('C')] }), 'doorJoinsNothing')).toEqual([
      `${openingId('D')} notThere`,
    ])
    expect(found(withDoor({ sides: [zoneId('A'), null] }), 'doorJoinsNothing')).toEqual([])
    expect(found(withDoor({ sides: [null, null] }, 'window'), 'doorJoinsNothing')).toEqual([])
  })
})

test('stairs that lead nowhere: one storey, a zone that no stair runs through, a storey without a door', () => {
  const house = buildPremises((b) => {
    b.level('T1')
    b.zone('A', [0, 0, 5, 4])
    b.zone('alone', [5, 0, 8, 4], { use: 'stair' })
    b.level('T2')
    b.zone('A2', [0, 0, 5, 4])
    b.stair('S', [10, 0, 13, 4], ['T1', 'T2'])
    b.stair('half', [20, 0, 23, 4], ['T2'])
    b.on('T1')
    b.zone('hall', [8, 0, 10, 4], { use: 'lobby' })
    b.door('hall', 'S T1', { fields: measured })
  })
  expect(found(house, 'stairLeadsNowhere')).toEqual([
    `${stairId('half')} oneStorey`,
    `${zoneId('alone')} noStair`,
    `${zoneId('S T2')} noDoor`,
    `${zoneId('half T2')} noDoor`,
  ])
})

test('what is undecided, assumed or without use, in the order in which it is best mended', () => {
  const house = plan((b) => {
    b.zone('A', [0, 0, 5, 4], { use: 'unknown' })
    b.zone('B', [5, 0, 10, 4], { use: 'of another version' })
    b.door('A', 'B')
    b.passage('A', 'B', { name: 'P', width: 1, at: [5, 3.4] })
    b.exit('B', { at: [10, 2], name: 'E', fields: { exit: 'undecided', evidence: { clearWidthM: { mark: 'drawing' } } } })
  })
  expect(faultsOf(house).map(({ kind, params }) => [kind, params])).toEqual([
    ['exitUndecided', {}],
    ['noUse', {}],
    ['noUse', {}],
    ['widthAssumed', { count: 2 }],
  ])
})

describe('real and large plans are not flooded', () => {
  test('the sample has assumed widths, and no fault else', async () => {
    const others = faultsOf(await loadSample()).filter(({ kind }) => kind !== 'widthAssumed')
    expect(others).toEqual([])
  })

  const open = async (name: string) => {
    const path = join(samples, name)
    const files = list(path)
      .filter((file) => /\.(geo)?json$|\.ifc$/.test(file))
      .map((file) => ({ name: file.split(/[\\/]/).at(-1) ?? '', bytes: new Uint8Array(readFileSync(file)) }))
    return (await importFiles(files, null, quiet)).premises
  }
  describe.skipIf(!existsSync(samples))('(needs ../shared/samples)', () => {
    test.each(['Office_A_20110811.ifc', 'duplex.ifc', 'AC20-FZK-Haus.ifc', 'westport-house', 'spbstu-imdf-main'])(
      'the shape of %s',
      async (name) => expect(shapeFaults(await open(name))).toEqual([]),
      60_000,
    )
  })
})

function list(path: string): string[] {
  return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => list(join(path, name))) : [path]
}
