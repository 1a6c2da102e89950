import type { Point, Polygon } from './geometry/plane.ts'
import type { LiftId, RampId, StairId, ZoneId } from './ids.ts'
import type { RecordBase } from './recordBase.ts'

export type StairKind =
  'enclosed' | 'smokeFreeN1' | 'smokeFreeN2' | 'smokeFreeN3' | 'openInside' | 'outdoor' | 'unknown'

/** A stair through two or more levels: one zone per level, one run between each two of them. */
export interface Stair extends RecordBase {
  readonly id: StairId
  readonly name: string
  readonly kind: StairKind
  /** Bottom to top; the same zone may stand twice where one zone runs through both levels. */
  readonly zoneIds: readonly ZoneId[]
  /** runs[i] joins zoneIds[i] to zoneIds[i + 1]. */
  readonly runs: readonly StairRun[]
}

export interface StairRun {
  readonly flights: readonly StairFlight[]
  readonly landings: readonly StairLanding[]
}

export interface StairFlight {
  readonly risers: number
  readonly riserM: number
  readonly treadM: number
  readonly clearWidthM: number
  /** Handrails that stand into the clear width, on how many sides; the width is taken between walls or rail edges. */
  readonly handrails?: 0 | 1 | 2
  readonly widthBetween?: 'walls' | 'handrailEdges' | 'handrailCentres'
  /** Walking line in plan, foot to head; the drawing puts the treads across it. */
  readonly line?: readonly Point[]
}

export interface StairLanding {
  readonly lengthM: number
  readonly widthM: number
  readonly polygon?: Polygon
}

export interface Ramp extends RecordBase {
  readonly id: RampId
  readonly name: string
  readonly lowerZoneId: ZoneId
  readonly upperZoneId: ZoneId
  readonly lengthM: number
  readonly riseM: number
  readonly clearWidthM: number
  /** A vehicle ramp is no way out unless designed as one. */
  readonly use: 'persons' | 'vehicles' | 'both'
  readonly line?: readonly Point[]
}

/** A lift; never a way out unless declared an evacuation lift, and not moved by the hydraulic model even then. */
export interface Lift extends RecordBase {
  readonly id: LiftId
  readonly name: string
  readonly zoneIds: readonly ZoneId[]
  readonly use: 'ordinary' | 'fire' | 'evacuation'
}
