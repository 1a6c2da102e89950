import { describe, expect, it } from 'vitest'
import { openingPlace } from '../../../src/premises/fittings/index.ts'
import { distance, midpoint, segmentLength } from '../../../src/premises/geometry/segment.ts'
import type { ZoneId } from '../../../src/premises/ids.ts'
import { loadSample } from '../../../src/premises/sample/index.ts'

/** Doors that somebody drew, in walls with two faces: taken out and put in again they come to lie where they lay. */
describe('doors of the sample put in again', () => {
  it('join the same zones, in the same wall', async () => {
    const premises = await loadSample()
    const drawn = Object.values(premises.openings).filter(({ kind }) => kind === 'door' || kind === 'passage')
    // The sample leaves the courtyard away as a side; what is meant is the outside.
    const side = (id: ZoneId | null) => (id !== null && premises.zones[id]?.levelId === null ? null : id)
    expect(drawn.length).toBeGreaterThan(200)
    for (const opening of drawn) {
      const { [opening.id]: _, ...openings } = premises.openings
      const { levelId, segment, sides } = opening
      const spec = { kind: 'door', widthM: segmentLength(segment) } as const
      const place = openingPlace({ ...premises, openings }, levelId, midpoint(segment), spec, 0.5)
      expect([opening.id, new Set(place?.sides.map(side))]).toEqual([opening.id, new Set(sides.map(side))])
      expect(place?.narrow).toBe(false)
      expect(distance(midpoint(place?.segment ?? segment), midpoint(segment))).toBeLessThan(0.1)
    }
  })
})
