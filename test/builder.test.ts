import { describe, expect, it } from 'vitest'
import { slopeLengthM } from '../src/premises/stairs.ts'
import { buildPremises, openingId, stairId, zoneId } from './builder.ts'

describe('the test builder', () => {
  const premises = buildPremises((b) => {
    b.level('T1')
    b.zone('Office', [0, 0, 5, 4], { occupants: 4 })
    b.zone('Corridor', [0, 4.2, 20, 6], { use: 'corridor' })
    b.door('Office', 'Corridor', { at: [2, 4] })
    b.exit('Corridor', { at: [20, 5], name: 'E1', width: 1.2 })
    b.level('T2')
    b.stair('S', [20.2, 0, 23, 6], ['T1', 'T2'])
    b.door('Corridor', 'S T1')
  })

  it('puts a door in the middle of the wall that two zones share, the first zone on its left', () => {
    const door = premises.openings[openingId('Office|Corridor')]
    expect(door?.sides).toEqual([zoneId('Office'), zoneId('Corridor')])
    const [[x0, y0], [x1, y1]] = door?.segment ?? [
      [0, 0],
      [0, 0],
    ]
    expect([y0, y1]).toEqual([4.1, 4.1])
    expect([x0, x1]).toEqual([2.45, 1.55])
  })

  it('puts an exit into the outer wall nearest to the point', () => {
    const exit = premises.openings[openingId('E1')]
    expect(exit?.exit).toBe('final')
    expect(exit?.segment).toEqual([
      [20, 4.4],
      [20, 5.6],
    ])
  })

  it('climbs 3.6 m in 22 even risers', () => {
    const run = premises.stairs[stairId('S')]?.runs[0]
    expect(run?.flights.map((flight) => flight.risers)).toEqual([11, 11])
    expect(run && slopeLengthM(run)).toBeCloseTo(3.6 * Math.sqrt(1 + (0.28 / (3.6 / 22)) ** 2) + 2.4, 9)
  })

  it('refuses names that repeat or are not known', () => {
    expect(() =>
      buildPremises((b) => {
        b.zone('A', [0, 0, 1, 1])
        b.zone('A', [1, 0, 2, 1])
      }),
    ).toThrow('zone-a')
    expect(() => buildPremises((b) => b.lift('L', ['nowhere']))).toThrow('nowhere')
  })
})
