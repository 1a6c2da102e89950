import { isAssumedWidth } from '../../premises/faults/values.ts'
import type { Premises } from '../../premises/model.ts'
import { personsOf } from '../../premises/persons.ts'
import { openingName, stairName, zoneName } from './names.ts'
import { studyOf } from './study.ts'

/** What the figures rest on without anyone having seen it, by cause; the sentence is `planning.assumption.<cause>`. */
export interface AssumptionGroup {
  readonly cause: 'width' | 'stair' | 'persons' | 'state' | 'undecided' | 'preMovement'
  readonly names: readonly string[]
}

/** The assumptions of one level, or of the whole premises: widths, stairs, counts, door states, exits, start times. */
export function assumptionsOf(premises: Premises, levelId: string | null = null): readonly AssumptionGroup[] {
  const here = (id: string | null | undefined) => levelId === null || id === levelId
  const zones = Object.values(premises.zones).filter((zone) => here(zone.levelId))
  const openings = Object.values(premises.openings).filter(
    (opening) => here(opening.levelId) && (opening.kind === 'door' || opening.kind === 'passage'),
  )
  const stairs = Object.values(premises.stairs).filter(
    (stair) =>
      stair.zoneIds.some((id) => here(premises.zones[id]?.levelId)) &&
      (stair.evidence['runs']?.mark ?? 'assumed') === 'assumed',
  )
  const study = studyOf(premises)
  const defaulted = (['detectionS', 'alarmS', 'preMovementFirstS', 'preMovementLastS'] as const).some(
    (field) => study?.[field] === undefined || (study.evidence[field]?.mark ?? 'assumed') === 'assumed',
  )
  const groups: AssumptionGroup[] = [
    { cause: 'width', names: openings.filter(isAssumedWidth).map((each) => openingName(premises, each)) },
    { cause: 'stair', names: stairs.map(stairName) },
    {
      cause: 'persons',
      names: zones
        .filter((zone) => {
          const { count, mark } = personsOf(zone)
          return count > 0 && mark === 'assumed'
        })
        .map(zoneName),
    },
    {
      cause: 'undecided',
      names: openings.filter((each) => each.exit === 'undecided').map((each) => openingName(premises, each)),
    },
    // Not surveyed is taken as usable: an assumption about every such door.
    {
      cause: 'state',
      names: openings
        .filter((each) => each.kind === 'door' && each.surveyedState === undefined)
        .map((each) => openingName(premises, each)),
    },
    { cause: 'preMovement', names: defaulted ? [''] : [] },
  ]
  return groups.filter((group) => group.names.length > 0)
}

export function assumptionCount(groups: readonly AssumptionGroup[]): number {
  return groups.reduce((sum, group) => sum + group.names.length, 0)
}
