import type { Premises } from '../../../src/premises/model.ts'
import { buildPremises } from '../../builder.ts'

export interface StoreysShape {
  readonly levels: number
  /** Rooms on either side of the corridor of every level. */
  readonly rooms: number
  /** Persons per room. */
  readonly persons: number
  readonly doorM?: number
  readonly finalDoorM?: number
}

/** A slab: on every level a corridor with rooms on both sides, a stair at either end, a final door at the foot of each. */
export function storeys({ levels, rooms, persons, doorM = 0.9, finalDoorM = 0.9 }: StoreysShape): Premises {
  const lengthM = rooms * 5
  return buildPremises((b) => {
    const names = Array.from({ length: levels }, (_, n) => `T${n + 1}`)
    for (const name of names) b.level(name)
    b.stair('A', [-4, 4, 0, 8], names)
    b.stair('B', [lengthM, 4, lengthM + 4, 8], names)
    for (const name of names) {
      b.on(name)
      const corridor = `Corridor ${name}`
      b.zone(corridor, [0, 5, lengthM, 7], { use: 'corridor' })
      b.door(corridor, `A ${name}`, { width: 1.2 })
      b.door(corridor, `B ${name}`, { width: 1.2 })
      for (let n = 0; n < rooms; n++) {
        for (const [side, low, high] of [
          ['south', 0, 5],
          ['north', 7, 12],
        ] as const) {
          const room = `${name} ${side} ${n + 1}`
          b.zone(room, [n * 5, low, n * 5 + 5, high], { occupants: persons })
          b.door(room, corridor, { width: doorM })
        }
      }
    }
    b.on('T1')
    b.exit('A T1', { at: [-4, 6], name: 'Final A', width: finalDoorM })
    b.exit('B T1', { at: [lengthM + 4, 6], name: 'Final B', width: finalDoorM })
  })
}
