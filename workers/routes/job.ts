import type { OpeningId, ZoneId } from '../../src/premises/ids.ts'
import type { UnreachableZone } from '../../src/premises/reachability.ts'
import type { Provenance } from '../job.ts'

export type { UnreachableReason } from '../../src/premises/reachability.ts'
/** A zone without a way out, why, and what to look at first. */
export type Unreachable = UnreachableZone

/** What crosses the thread for the job `routes`. Lengths in metres, times in seconds. */
export interface RoutesInput {
  /** `final`: openings with exit 'final'. `storey`: those, and doors of enclosed stairs and adjoining compartments. */
  readonly targets: 'final' | 'storey'
  /**
   * How the zones that a way passes are walked. `shortest`: the exact shortest way inside the polygon. `centreLine`: straight
   * to the zone's medial line (equally far from the walls on both sides), along it, and straight to the next door. Where it
   * starts, from the zone's farthest point to its door, a way is always the shortest.
   */
  readonly along: 'shortest' | 'centreLine'
  readonly shutOpenings: readonly OpeningId[]
  readonly closedZones: readonly ZoneId[]
}

export interface RoutesResult {
  readonly zones: readonly ZoneRoute[]
  readonly unreachable: readonly Unreachable[]
  readonly provenance: Provenance
}

export interface ZoneRoute {
  readonly zoneId: ZoneId
  /**
   * From the farthest point: the point of the zone from which the quickest way out takes longest. In a zone with several
   * doors that point is far from all of them, and the way leaves by the door that is quickest from there.
   */
  readonly first: Way
  /**
   * From the same point, the quickest way to another exit among those that share the fewest openings with the first; null
   * if no other exit can be reached.
   */
  readonly second: Way | null
  /**
   * Length from the zone's farthest point of the stretch that both ways have in common; the whole way if no second. In the
   * zone where they leave by different doors they part at once if their directions are 45° or more apart, else where the
   * second's next bend or door lies abeam of who walks the first.
   */
  readonly deadEndM: number
}

export interface Way {
  readonly exitId: OpeningId
  /** From the centre of the zone's door to the centre of the exit. */
  readonly doorM: number
  /** From the zone's farthest point to the centre of the exit. */
  readonly farthestM: number
  /** Unhindered walking time from the farthest point. */
  readonly timeS: number
  /** Openings passed, the zone's own door first, the exit last. */
  readonly openings: readonly OpeningId[]
  /** What is walked, stretch by stretch, to draw it: plan coordinates on the zone's level. */
  readonly stretches: readonly Stretch[]
}

export interface Stretch {
  readonly zoneId: ZoneId
  /** x0, y0, x1, y1, … in local metres of the building. */
  readonly line: readonly number[]
}
