import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Opening, Premises } from '../../../src/premises/model.ts'
import { encodeNetwork } from '../../../workers/routes/encode.ts'
import { buildPremises, openingId } from '../../builder.ts'
import { routesOf } from './ask.ts'
import { cellBuildings } from './cells.ts'

describe('the network of the premises', () => {
  const premises = buildPremises((b) => {
    b.zone('Corridor', [0, 4, 20, 6], { use: 'corridor' })
    for (let room = 0; room < 5; room++) {
      b.zone(`Room ${room}`, [room * 4, 0, room * 4 + 4, 4])
      b.door(`Room ${room}`, 'Corridor', { at: [room * 4 + 2, 4] })
      b.window(`Room ${room}`, null, { at: [room * 4 + 2, 0] })
    }
    b.exit('Corridor', { at: [20, 5], name: 'E' })
  })
  const door = premises.openings[openingId('Room 3|Corridor')] as Opening

  it('measures anew only the zones that an edit touches', () => {
    const before = encodeNetwork(premises)
    const moved: Opening = {
      ...door,
      segment: [
        [12.5, 4],
        [13.4, 4],
      ],
    }
    const after = encodeNetwork({ ...premises, openings: { ...premises.openings, [door.id]: moved } }, before)
    const touched = after.pieces.flatMap((piece, place) =>
      before.pieces.includes(piece) ? [] : (after.zoneIds[after.placeZone[place] ?? -1] ?? []),
    )
    expect(new Set<string | null>(touched)).toEqual(new Set(door.sides))
    expect(after.hash).not.toBe(before.hash)
  })

  it('has no place for windows: none of its arrays grows by them', () => {
    const doors = Object.fromEntries(
      Object.entries(premises.openings).filter(([, { kind }]) => kind !== 'window'),
    )
    expect(encodeNetwork({ ...premises, openings: doors }).hash).toBe(encodeNetwork(premises).hash)
  })

  it('and the answers follow from what is in the tables, not from their order', async () => {
    const turned = <T>(table: Readonly<Record<string, T>>): Record<string, T> =>
      Object.fromEntries(Object.entries(table).toReversed())
    await fc.assert(
      fc.asyncProperty(cellBuildings, async ({ premises: drawn }) => {
        const other: Premises = {
          ...drawn,
          zones: turned(drawn.zones),
          openings: turned(drawn.openings),
          stairs: turned(drawn.stairs),
        }
        expect(JSON.stringify(await routesOf(other))).toBe(JSON.stringify(await routesOf(drawn)))
      }),
      { numRuns: 40 },
    )
  })
})
