import type {
  AssemblyPointId,
  BuildingId,
  CompartmentId,
  LevelId,
  OpeningId,
  OrganisationId,
  StudyId,
  UnderlayId,
  WallId,
  ZoneId,
} from './ids.ts'
import type { Point, Polygon, Segment } from './geometry/plane.ts'
import type { RecordBase } from './recordBase.ts'
import type { Lift, Ramp, Stair } from './verticalRecords.ts'

export type * from './recordBase.ts'
export type * from './verticalRecords.ts'

/**
 * The premises: one plain, immutable value that every solver reads. Tables are keyed by id; a record is replaced, never
 * changed in place. Lengths in metres, angles in degrees clockwise from north, times in seconds.
 */
export interface Premises {
  readonly facility: Facility
  readonly organisations: Table<Organisation>
  readonly buildings: Table<Building>
  readonly levels: Table<Level>
  readonly zones: Table<Zone>
  readonly openings: Table<Opening>
  readonly walls: Table<Wall>
  readonly stairs: Table<Stair>
  readonly ramps: Table<Ramp>
  readonly lifts: Table<Lift>
  readonly assemblyPoints: Table<AssemblyPoint>
  readonly compartments: Table<Compartment>
  readonly studies: Table<Study>
  readonly underlays: Table<Underlay>
}

export type Table<T> = Readonly<Record<string, T>>

/** The tables of a premises, by name. */
export type TableName = Exclude<keyof Premises, 'facility'>

/** The facility (cơ sở): the root record; `fictional` puts the band of the sample on every screen and print. */
export interface Facility extends RecordBase {
  readonly name: string
  readonly address?: string
  readonly headName?: string
  readonly organisationId?: OrganisationId
  /** Frame of the site: outdoor zones and assembly points without a building are in its local metres. */
  readonly placement: Placement
  readonly groundFloorName?: 'tang1' | 'tret'
  readonly fictional?: boolean
  readonly confidentiality?: 'none' | 'confidential' | 'secret'
}

/** Anchor (WGS 84 degrees of the local origin) and bearing of the local y axis. `placed` is false until a person places it. */
export interface Placement {
  readonly longitude: number
  readonly latitude: number
  readonly bearingDeg: number
  readonly placed: boolean
}

export interface Organisation extends RecordBase {
  readonly id: OrganisationId
  readonly name: string
  readonly parentId?: OrganisationId
}

export interface Building extends RecordBase {
  readonly id: BuildingId
  readonly name: string
  readonly placement: Placement
  readonly footprint?: Polygon
  readonly fireResistanceGrade?: FireResistanceGrade
  readonly functionalGroup?: string
  readonly fireHeightM?: number
}

export type FireResistanceGrade = 'I' | 'II' | 'III' | 'IV' | 'V'

export interface Level extends RecordBase {
  readonly id: LevelId
  readonly buildingId: BuildingId
  readonly name: string
  /** At most three characters: T1, H1, M. */
  readonly shortName: string
  /** 0 = ground; −1 the first basement; halves for half-levels. Sorts the levels. */
  readonly ordinal: number
  readonly elevationM: number
  readonly heightM?: number
  readonly outline?: Polygon
}

/** A room, corridor, stair storey, shaft or outdoor area: a node of the building graph. */
export interface Zone extends RecordBase {
  readonly id: ZoneId
  /** null: outdoors or belonging to no level; always shown. */
  readonly levelId: LevelId | null
  /** The further levels it runs through (shaft, atrium, half-level). */
  readonly spansLevelIds?: readonly LevelId[]
  /** Frame of an outdoor zone; the site's frame if absent. */
  readonly buildingId?: BuildingId
  readonly name: string
  readonly number?: string
  /** Key of data/zone-uses.json. */
  readonly use: string
  readonly polygon: Polygon
  /** Persons counted or of the approved design; absent: computed from the floor-space factor of the use. */
  readonly occupants?: number
  /** Of the occupants, those who cannot use stairs. */
  readonly assisted?: number
  readonly floorSpaceM2PerPerson?: number
  readonly ceilingHeightM?: number
  readonly fireResistanceGrade?: FireResistanceGrade
  readonly functionalGroup?: string
  readonly hazardCategory?: string
  readonly compartmentId?: CompartmentId
  readonly usedById?: OrganisationId
  readonly managedById?: OrganisationId
  readonly fireLoadMJPerM2?: number
}

export type OpeningKind = 'door' | 'passage' | 'window' | 'floorOpening' | 'vent'

/** A door, passage or other opening: an edge of the building graph between its two sides. */
export interface Opening extends RecordBase {
  readonly id: OpeningId
  readonly levelId: LevelId
  readonly name: string
  readonly kind: OpeningKind
  /** Clear opening in plan, from jamb to jamb. */
  readonly segment: Segment
  /** The zones it joins, left and right of the segment; null = the outside, or nothing drawn yet. */
  readonly sides: readonly [ZoneId | null, ZoneId | null]
  readonly clearWidthM?: number
  readonly clearHeightM?: number
  readonly sillM?: number
  readonly headM?: number
  readonly leakageM2?: number
  readonly door?: DoorProperties
  /**
   * `final`: leads outside and counts as an exit. `storey`: leads into an enclosed stair or an adjoining compartment.
   * `undecided`: a candidate that a person must confirm. `none`: looked at, and not an exit.
   */
  readonly exit?: 'final' | 'storey' | 'undecided' | 'none'
  /** As surveyed; absent = not surveyed, taken as usable and counted as an assumption. */
  readonly surveyedState?: 'open' | 'closed' | 'locked' | 'blocked'
}

export type DoorOperation =
  | 'swing'
  | 'doubleSwing'
  | 'sliding'
  | 'folding'
  | 'revolving'
  | 'rollerShutter'
  | 'turnstile'
  | 'gate'
  | 'unknown'

export interface DoorProperties {
  readonly operation: DoorOperation
  readonly leaves: 1 | 2
  /** Jamb that carries the hinge of the first leaf, and the side (of the segment's direction) it opens to. */
  readonly hinge?: 'start' | 'end'
  readonly opensTo?: 'left' | 'right' | 'both'
  readonly lock?: 'none' | 'key' | 'card' | 'panicBar' | 'electromagnetic' | 'chain'
  readonly lockReleasesOnAlarm?: boolean
  readonly selfClosing?: boolean
  /** Fire-resistance rating, minutes of integrity and insulation. */
  readonly ratingMin?: number
  readonly smokeTight?: boolean
}

/** A solid part of the drawing (wall, column, parapet); computing does not read it. */
export interface Wall extends RecordBase {
  readonly id: WallId
  readonly levelId: LevelId
  readonly kind: 'wall' | 'column' | 'fireWall' | 'window' | 'furniture'
  readonly polygon: Polygon
  /** Centre line of a wall that was drawn by hand and parts no rooms yet; the polygon is the strip along it. */
  readonly line?: readonly Point[]
}

export interface AssemblyPoint extends RecordBase {
  readonly id: AssemblyPointId
  readonly name: string
  readonly buildingId?: BuildingId
  readonly position: Point
  readonly capacity?: number
}

export interface Compartment extends RecordBase {
  readonly id: CompartmentId
  readonly name: string
  readonly ratingMin?: number
}

/** The conditions under which the clearing time is computed, and the limit that the unit set for itself. */
export interface Study extends RecordBase {
  readonly id: StudyId
  readonly name: string
  readonly detectionS?: number
  readonly alarmS?: number
  readonly preMovementFirstS?: number
  readonly preMovementLastS?: number
  readonly limitS?: number
  readonly limitSource?: string
  /** Who fetches the persons that cannot use stairs. */
  readonly assistedBy?: string
  readonly shutOpeningIds?: readonly OpeningId[]
  readonly closedZoneIds?: readonly ZoneId[]
}

/** A picture that lies beneath a level to be drawn over: a page of a PDF, a scan, a photo. Computing does not read it. */
export interface Underlay extends RecordBase {
  readonly id: UnderlayId
  readonly levelId: LevelId
  /** Name of the file it came from; for a page of several, with the page. */
  readonly name: string
  /** Name of the attachment (`attachments/<sha256>`) with the picture as it is shown: upright, straightened, reduced. */
  readonly picture: string
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp'
  readonly widthPx: number
  readonly heightPx: number
  /**
   * Where it lies: the plan point of its upper left corner, metres a pixel, and the turn of its upper edge, degrees clockwise
   * from the plan's x axis. Pixel (u, v), v downwards, lies at origin + metresPerPx · (u·c − v·s, −u·s − v·c) with c, s of the turn.
   * The evidence of `metresPerPx` is `assumed` until somebody has set the scale.
   */
  readonly origin: Point
  readonly metresPerPx: number
  readonly turnDeg: number
  /** Width of the page on paper, metres, where the file says so (PDF): with it a printed scale such as 1:100 can be set. */
  readonly paperWidthM?: number
  /** Place in the pile of the level's pictures, lowest first; absent: 0. Equal ones lie in the order of their ids, i.e. of time. */
  readonly order?: number
  /** 0 … 1. */
  readonly opacity: number
  readonly locked?: boolean
  readonly hidden?: boolean
  /** Attachment with the ends of the lines of a PDF page, for snapping: pairs of little-endian float32, pixels. */
  readonly ends?: string
  /** The photo before it was straightened, and its four corners in pixels of that: upper left, upper right, lower right, lower left. */
  readonly photo?: { readonly picture: string; readonly corners: readonly [Point, Point, Point, Point] }
}
