import type { DoorProperties, Opening } from '../model.ts'

/**
 * The language in which data/sample describes the fictional head office: an architect's axes, and rooms, doors and
 * windows placed on them. Coordinates are metres on the axes of walls; the code of this folder gives walls their
 * thickness. Keys become ids: room `07` of level `3` is the zone `z-3-07`.
 */
export type AxisPoint = readonly [number, number]

/** Two opposite corners. */
export type Box = readonly [number, number, number, number]

/** Two opposite corners on wall axes, or a ring of corners with right angles, counter-clockwise. */
export type AxisShape = Box | readonly AxisPoint[]

/** Wall axes that carry a partition of 0.1 m; every other axis carries a wall of 0.2 m. */
export interface ThinAxes {
  readonly x: readonly number[]
  readonly y: readonly number[]
}

export interface LevelLayout {
  readonly level: string
  readonly outline: AxisShape
  readonly thin: ThinAxes
  readonly rooms: readonly RoomLayout[]
  readonly doors: readonly DoorLayout[]
  readonly windows: readonly WindowRow[]
  readonly columns: readonly ColumnLayout[]
  /** Walls that stand inside a zone, as the solid itself: between two lift cars. */
  readonly dividers: readonly Box[]
  readonly furniture?: readonly FurnitureRows[]
}

export interface RoomFacts {
  readonly key: string
  readonly name: string
  readonly number?: string
  readonly use: string
  readonly persons?: number
  /** Of the persons, those who cannot use stairs. */
  readonly assisted?: number
  readonly ceilingM?: number
  /** Functional group and hazard category where they differ from the building's. */
  readonly group?: string
  readonly hazard?: string
  readonly compartment?: string
  readonly usedBy?: string
  readonly managedBy?: string
}

export interface RoomLayout extends RoomFacts {
  readonly at: AxisShape
  readonly hole?: Box
}

export interface DoorLayout {
  /** The zone that it belongs to and is named after, and the one behind it; null: outside. */
  readonly of: string
  readonly to: string | null
  readonly name?: string
  /** Centre of the opening, on the axis of its wall. */
  readonly at: AxisPoint
  readonly width: number
  /** Key of the zone that the leaf opens into, or `outside`; the zone of the door unless given. */
  readonly into?: string
  /** Jamb with the hinge: at the lower or the higher coordinate. */
  readonly hinge?: 'low' | 'high'
  readonly leaves?: 1 | 2
  /** `none`: an opening without a door. */
  readonly operation?: DoorProperties['operation'] | 'none'
  readonly exit?: Opening['exit']
  readonly lock?: DoorProperties['lock']
  readonly lockReleasesOnAlarm?: boolean
  readonly ratingMin?: number
  readonly heightM?: number
}

/** Equal windows at even steps in one façade. */
export interface WindowRow {
  readonly from: AxisPoint
  readonly step: AxisPoint
  readonly count: number
  readonly width: number
  readonly sillM: number
  readonly headM: number
}

/** Columns: a solid box around each of several points, or a round one by centre and diameter. */
export interface ColumnLayout {
  readonly box?: Box
  readonly at?: readonly AxisPoint[]
  readonly round?: readonly [number, number, number]
}

/** Equal rectangles in rows: seats of the hall, tables, parking bays. */
export interface FurnitureRows {
  readonly from: AxisPoint
  readonly size: AxisPoint
  readonly step: AxisPoint
  readonly count: readonly [number, number]
}

/** The upper floors: one skeleton, and per floor three strips of rooms along the corridor. */
export interface UpperLayout {
  readonly skeleton: Omit<LevelLayout, 'level'>
  readonly corridor: RoomLayout
  readonly strips: Readonly<Record<StripName, StripAxes>>
  readonly floors: readonly FloorLayout[]
}

export type StripName = 'south' | 'northWest' | 'northEast'

/** The axes that cut a strip into fields, west to east, its two long sides, and the wall towards the corridor. */
export interface StripAxes {
  readonly x: readonly number[]
  readonly y: readonly [number, number]
  readonly doorY: number
}

export interface FloorLayout extends Readonly<Record<StripName, readonly StripRoom[]>> {
  readonly level: string
  /** Corridors in place of the one that runs through. */
  readonly corridors?: readonly RoomLayout[]
  readonly more?: readonly DoorLayout[]
}

export interface StripRoom extends RoomFacts {
  /** Fields of the strip that it takes. */
  readonly fields: number
  /** End of the room at which its door stands; neighbours pair their doors unless it is given. */
  readonly door?: 'w' | 'e' | 'both' | 'none'
  readonly doorWidth?: number
  /** Of its doors, where they are fire doors. */
  readonly ratingMin?: number
}

/** Dog-leg stairs and lifts, stacked through the levels. */
export interface StairsLayout {
  readonly clearWidthM: number
  /** Landings at the floors, and the far end of the half landings. */
  readonly floorLandingY: readonly [number, number]
  readonly halfLandingEndY: number
  /** By the height between two storeys: risers and tread of each of the two flights. */
  readonly runs: readonly { readonly riseM: number; readonly risers: number; readonly treadM: number }[]
  readonly stairs: readonly StairLayout[]
  readonly lifts: readonly {
    readonly key: string
    readonly name: string
    readonly use: 'ordinary' | 'fire'
  }[]
  readonly liftLevels: readonly string[]
  readonly liftDoors: {
    readonly x: readonly number[]
    readonly y: number
    readonly widthM: number
    readonly heightM: number
  }
}

export interface StairLayout {
  readonly key: string
  readonly name: string
  readonly levels: readonly string[]
  /** Faces of its side walls, and the walking lines of the flight that leaves a storey and of the one that arrives. */
  readonly sidesX: readonly [number, number]
  readonly upX: number
  readonly arriveX: number
}

/** What a survey of the (fictional) building found, by opening. */
export interface SurveyLayout {
  /** Clear widths as measured, metres. */
  readonly measured: Readonly<Record<string, number>>
  /** Openings whose width nobody has measured or drawn. */
  readonly assumed: readonly string[]
  readonly states: Readonly<Record<string, NonNullable<Opening['surveyedState']>>>
}

export interface FacilityLayout {
  readonly facility: {
    readonly name: string
    readonly address: string
    readonly headName: string
    readonly organisation: string
    readonly groundFloorName: 'tang1' | 'tret'
    readonly placement: { readonly longitude: number; readonly latitude: number; readonly bearingDeg: number }
  }
  readonly organisations: readonly { readonly key: string; readonly name: string; readonly parent?: string }[]
  readonly building: {
    readonly key: string
    readonly name: string
    readonly fireResistanceGrade: 'I' | 'II' | 'III' | 'IV' | 'V'
    readonly functionalGroup: string
    readonly fireHeightM: number
  }
  readonly levels: readonly {
    readonly key: string
    readonly name: string
    readonly shortName: string
    readonly ordinal: number
    readonly elevationM: number
    readonly heightM: number
  }[]
  readonly compartments: readonly {
    readonly key: string
    readonly name: string
    readonly ratingMin: number
  }[]
  readonly study: {
    readonly key: string
    readonly name: string
    readonly detectionS: number
    readonly alarmS: number
    readonly preMovementFirstS: number
    readonly preMovementLastS: number
    readonly assistedBy: string
  }
}

/** What lies outdoors on the premises: yards, gates, the stand of the fire trucks, assembly points, the vehicle ramp. */
export interface SiteLayout {
  readonly zones: readonly {
    readonly key: string
    readonly name: string
    readonly use: string
    /** Two opposite corners; or centre and radius of a round place, and the radius of its middle. */
    readonly at: Box
    readonly round?: true
  }[]
  readonly assemblyPoints: readonly {
    readonly key: string
    readonly name: string
    readonly at: AxisPoint
    readonly capacity: number
  }[]
  readonly ramp: {
    readonly key: string
    readonly name: string
    readonly lower: string
    readonly upper: string
    readonly lengthM: number
    readonly riseM: number
    readonly clearWidthM: number
    readonly line: readonly AxisPoint[]
  }
}

/** Everything of data/sample that becomes premises. */
export interface SampleLayout {
  readonly facility: FacilityLayout
  readonly basement: LevelLayout
  readonly ground: LevelLayout
  readonly upper: UpperLayout
  readonly stairs: StairsLayout
  readonly site: SiteLayout
  readonly survey: SurveyLayout
}
