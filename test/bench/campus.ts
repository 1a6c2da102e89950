import type { OpeningId, ZoneId } from '../../src/premises/ids.ts'
import type { Premises } from '../../src/premises/model.ts'
import { buildPremises } from '../builder.ts'

/**
 * A campus of 1,000 zones, always the same: five houses of five storeys, 40 zones on each. A storey has a corridor with
 * a side arm (a T), rooms on both sides of it, suites behind some of them, a hall with two doors, and two stairs; houses
 * stand 60 m apart and neighbours are joined by a bridge on the third storey.
 */
export interface Campus {
  readonly premises: Premises
  /** Every door, in the order of making. */
  readonly doors: readonly OpeningId[]
  readonly zones: readonly ZoneId[]
}

const houses = 5
const storeys = 5
const roomsPerSide = 15
const roomM = 4
const lengthM = roomsPerSide * roomM

export function campus(): Campus {
  const premises = buildPremises((b) => {
    for (let house = 0; house < houses; house++) {
      const x = house * (lengthM + 20)
      b.building(`House ${house}`)
      const name = (what: string, storey: number): string => `H${house} ${what} T${storey}`
      for (let storey = 0; storey < storeys; storey++) {
        b.level(`H${house} T${storey}`, { ordinal: storey })
        const corridor = name('Corridor', storey)
        const arm = x + lengthM / 2
        b.zone(
          corridor,
          [
            [x, 6],
            [x + lengthM, 6],
            [x + lengthM, 8],
            [arm + 1, 8],
            [arm + 1, 14],
            [arm - 1, 14],
            [arm - 1, 8],
            [x, 8],
          ],
          { use: 'corridor' },
        )
        for (let room = 0; room < roomsPerSide; room++) {
          const left = x + room * roomM
          const south = name(`South ${room}`, storey)
          b.zone(south, [left, 0, left + roomM, 6])
          b.door(south, corridor, { at: [left + 1, 6] })
          // Rooms on the north side leave space for the side arm and the hall at its end.
          if (room === 7) continue
          const north = name(`North ${room}`, storey)
          const isCut = Math.abs(left + roomM / 2 - arm) < 1 + roomM / 2
          const right = isCut && left < arm ? Math.min(left + roomM, arm - 1) : left + roomM
          b.zone(north, [isCut && left > arm - 1 ? Math.max(left, arm + 1) : left, 8, right, 14])
          // Every third is a suite, reached through its neighbour.
          if (room % 3 === 2 && room > 0 && room !== 8)
            b.door(north, name(`North ${room - 1}`, storey), { at: [left, 11] })
          else b.door(north, corridor, { at: [left + 2, 8] })
        }
        for (let part = 0; part < 8; part++) {
          const left = x + 2 + part * 7
          const hall = name(`Hall ${part}`, storey)
          b.zone(hall, [left, 14, left + 7, 24], { use: 'meetingRoom' })
          if (part > 0) b.door(name(`Hall ${part - 1}`, storey), hall, { at: [left, 20] })
        }
        b.door(name('Hall 3', storey), corridor, {
          at: [arm - 0.5, 14],
          name: name('Hall door', storey),
          width: 0.8,
        })
      }
      const on = Array.from({ length: storeys }, (_, storey) => `H${house} T${storey}`)
      b.stair(`H${house} West`, [x - 4, 4, x, 10], on)
      b.stair(`H${house} East`, [x + lengthM, 4, x + lengthM + 4, 10], on)
      for (let storey = 0; storey < storeys; storey++) {
        b.on(`H${house} T${storey}`)
        for (const side of ['West', 'East'])
          b.door(name('Corridor', storey), `H${house} ${side} H${house} T${storey}`, {
            name: name(`${side} stair door`, storey),
          })
        const edge = name('Hall 7', storey)
        if (storey === 0) b.exit(edge, { at: [x + 58, 19], name: name('Hall exit', storey) })
      }
      b.on(`H${house} T0`)
      b.exit(`H${house} West H${house} T0`, { at: [x - 2, 4], name: `H${house} West exit` })
      b.exit(`H${house} East H${house} T0`, { at: [x + lengthM + 2, 4], name: `H${house} East exit` })
    }
    for (let house = 0; house + 1 < houses; house++) {
      const x = house * (lengthM + 20) + lengthM + 4
      b.on(`H${house} T2`)
      const bridge = `Bridge ${house}`
      b.zone(bridge, [x, 6, x + 12, 8], { use: 'corridor' })
      b.door(`H${house} East H${house} T2`, bridge, { at: [x, 7] })
      b.door(bridge, `H${house + 1} West H${house + 1} T2`, { at: [x + 12, 7] })
    }
  })
  return {
    premises,
    doors: Object.values(premises.openings).map(({ id }) => id),
    zones: Object.values(premises.zones).map(({ id }) => id),
  }
}
