import { weakestMark } from './evidence.ts'
import type { EnteredMark } from './evidence.ts'
import { area } from './geometry/measure.ts'
import type { Zone } from './model.ts'
import { zoneUse } from './uses.ts'

export interface Persons {
  readonly count: number
  /** Entered by a person or brought by a file; from the floor area; or nobody is counted here. */
  readonly source: 'entered' | 'area' | 'none'
  /** Square metres per person that the count rests on, where it is from the area. */
  readonly m2PerPerson: number | null
  readonly mark: EnteredMark
}

/**
 * Persons in a zone and where the number comes from: the count where there is one, else the floor area by the factor of
 * the zone or of its use (QCVN 06 table G.9 where the table names it), rounded up. Its mark is the weaker of the factor's
 * and the outline's.
 */
export function personsOf(zone: Zone): Persons {
  if (zone.occupants !== undefined) {
    const count = zone.occupants > 0 ? zone.occupants : 0
    return {
      count,
      source: 'entered',
      m2PerPerson: null,
      mark: zone.evidence['occupants']?.mark ?? 'assumed',
    }
  }
  const { countsPersons, floorSpace } = zoneUse(zone.use)
  const factor = zone.floorSpaceM2PerPerson ?? floorSpace?.m2PerPerson
  if (!countsPersons || factor === undefined || !(factor > 0))
    return { count: 0, source: 'none', m2PerPerson: null, mark: 'rule' }
  const factorMark: EnteredMark =
    zone.floorSpaceM2PerPerson !== undefined
      ? (zone.evidence['floorSpaceM2PerPerson']?.mark ?? 'assumed')
      : floorSpace?.mark === 'seen'
        ? 'rule'
        : 'assumed'
  const outline = zone.evidence['polygon']?.mark
  const mark = outline === undefined ? factorMark : weakestMark([factorMark, outline])
  return { count: Math.ceil(area(zone.polygon) / factor - 1e-9), source: 'area', m2PerPerson: factor, mark }
}
