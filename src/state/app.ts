import type { ClearingInput, ClearingStudy } from '../analysis/questions.ts'
import type { BoundResult } from '../../workers/bound/job.ts'
import type { RoutesResult } from '../../workers/routes/job.ts'
import type { ImportProgress, ImportResult, Revision } from '../import/result.ts'
import type { Fault } from '../premises/faults/faults.ts'
import type { StairSpec } from '../premises/fittings/stairs.ts'
import type { FloorEdit } from '../premises/floor/floor.ts'
import type { Point, Segment } from '../premises/geometry/plane.ts'
import type { LevelId, OpeningId, UnderlayId, ZoneId } from '../premises/ids.ts'
import type { Message } from '../premises/message.ts'
import type { DoorOperation, Premises, Underlay } from '../premises/model.ts'
import type { GroundFloorName } from '../premises/naming.ts'
import type { Change, RecordRef } from '../premises/operation.ts'

/** The whole state of the app. Components read it through `useApp(selector)`; only actions of src/state change it. */
export interface AppState {
  readonly language: 'vi' | 'en'
  readonly theme: 'light' | 'dark' | 'system'
  readonly project: OpenProject | null
  /** Projects kept on this device, last used first; for the start page. */
  readonly recent: readonly RecentProject[]
  /** Of the desk: what is looked at. Kept in the address bar. */
  readonly view: View
  readonly whatIf: WhatIf | null
  readonly figures: Figures
  readonly importing: Importing | null
  readonly review: Review | null
  /** The drawing of the shown level under way; null while the desk only looks. */
  readonly drawing: Drawing | null
  readonly faults: Computed<readonly Fault[]>
  /** A picture between its file and the level: the page of a PDF is to be chosen. */
  readonly bringing: Bringing | null
  readonly panel: 'answer' | 'levels' | 'layers' | 'review' | 'survey' | 'search' | 'faults'
  /** Rises by one each time a panel is asked for: what stands in its place gives way. */
  readonly panelAsked: number
  readonly dialog:
    | null
    | 'newFacility'
    | 'help'
    | 'commands'
    | 'details'
    | 'place'
    | 'open'
    | 'present'
    | 'storeys'
    | 'paste'
    | 'straighten'
  readonly printing: null | 'level' | 'summary' | 'survey'
  /** What could not be done, newest last; each can be dismissed. */
  readonly notices: readonly (Message & { readonly id: string })[]
}

export interface OpenProject {
  readonly id: string
  readonly name: string
  readonly premises: Premises
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Code of the action that undo would take back, for its label (`action.<code>`). */
  readonly undoLabel: string | null
  readonly redoLabel: string | null
  /** ISO instant at which everything was in IndexedDB; null while writing or where storage is refused. */
  readonly savedAt: string | null
  readonly savedHere: 'saved' | 'saving' | 'refused'
  /** ISO instant of the last copy to a file; null = never. */
  readonly fileSavedAt: string | null
  /** ISO instants of the first and the last operation; `backupAgeDays` says how long there has been no copy. */
  readonly startedAt: string
  readonly changedAt: string | null
}

export interface RecentProject {
  readonly id: string
  readonly name: string
  /** ISO instant of the last change. */
  readonly savedAt: string
  readonly fictional: boolean
}

export interface View {
  readonly levelId: LevelId | null
  readonly selection: RecordRef | null
  readonly camera: {
    readonly longitude: number
    readonly latitude: number
    readonly zoom: number
    readonly bearing: number
  } | null
  readonly colourBy: 'use' | 'occupants' | 'exit' | 'time'
  readonly layers: Readonly<Record<LayerName, boolean>>
  /** Rises by one each time the map should fly to the selection. */
  readonly flyTo: number
}

export type LayerName = 'labels' | 'routes' | 'queues' | 'doors' | 'walls' | 'surroundings' | 'assembly'

/** Assumptions of the moment: framed on the screen, never stored unless applied. */
export interface WhatIf {
  readonly shutOpenings: readonly OpeningId[]
  readonly closedZones: readonly ZoneId[]
}

/** A figure, with the state of its computing. `stale`: its input has changed and the new one is not there yet. */
export interface Computed<T> {
  readonly value: T | null
  readonly status: 'none' | 'running' | 'done' | 'failed'
  readonly stale: boolean
  readonly share: number
  readonly error?: Message
}

export interface Figures {
  /** What `clearing` was asked with (defaults filled in), to be shown beside it; null before the first question. */
  readonly conditions: ClearingInput | null
  readonly routes: Computed<RoutesResult>
  readonly clearing: Computed<ClearingStudy>
  readonly bound: Computed<BoundResult>
  /** The same under the what-if, beside the figures above (before → after). */
  readonly whatIfRoutes: Computed<RoutesResult>
  readonly whatIfClearing: Computed<ClearingStudy>
}

export interface Importing {
  readonly fileName: string
  readonly progress: ImportProgress | null
}

/** The check after import; kept with the project until closed. */
export interface Review {
  readonly result: ImportResult
  readonly revision: Revision | null
  readonly settled: readonly number[]
}

export type DrawingTool =
  | 'select'
  | 'rectangle'
  | 'room'
  | 'wall'
  | 'door'
  | 'passage'
  | 'window'
  | 'stair'
  | 'lift'
  | 'assembly'
  | 'underlay'

/** The tools that put an opening into a wall. */
export type OpeningTool = Extract<DrawingTool, 'door' | 'passage' | 'window'>

/** An opening to come. A width that the person chose is no assumption. */
export interface OpeningChoice {
  readonly widthM: number
  readonly chosen: boolean
  readonly operation: DoorOperation
  readonly leaves: 1 | 2
}

/** Tools, what they make next, and what is picked. The line that is being drawn belongs to the map. */
export interface Drawing {
  readonly tool: DrawingTool
  /** Doors, passages or windows to come, whichever the tool makes. */
  readonly opening: OpeningChoice
  /** What was chosen for each kind of opening, for when its tool is taken up again. */
  readonly openings: Readonly<Record<OpeningTool, OpeningChoice>>
  readonly stair: StairSpec
  readonly lift: { readonly widthM: number; readonly depthM: number; readonly turnDeg: number }
  /** Use of rooms to come. */
  readonly use: string
  /** Everything picked; the last is `view.selection` as well. */
  readonly picked: readonly RecordRef[]
  /** A wall picked by itself, corner to corner. */
  readonly wall: Segment | null
  readonly snapping: boolean
  /** The tool `underlay`: what the next taps mean. */
  readonly underlay: UnderlayWork | null
}

export interface UnderlayWork {
  readonly id: UnderlayId
  /** Dragging it about; two points a known length apart; pixels matched with plan points, two to four pairs. */
  readonly step: 'move' | 'length' | 'match'
  /** Plan points tapped so far (`length`), or pairs of a pixel and a plan point. */
  readonly taps: readonly Point[]
  readonly pairs: readonly { readonly pixel: Point; readonly plan: Point }[]
  /** How the picture looks while its opacity is being chosen; stored when the slider is let go. */
  readonly opacity?: number
}

/** A file with pages to choose from. `thumbnail`: an address that an image element shows. */
export interface Bringing {
  readonly fileName: string
  readonly levelId: LevelId
  readonly pages: readonly {
    readonly page: number
    readonly thumbnail: string | null
    readonly lines: number
  }[]
}

/** What a person can do. Every entry undoes as one step where it changes the premises. */
export interface Actions {
  readonly openSample: () => Promise<void>
  readonly createFacility: (fields: NewFacility) => Promise<void>
  /** Opens a .loithoat, or imports; files of one drop belong together. Nothing changes if it fails. */
  readonly openFiles: (files: readonly File[]) => Promise<void>
  readonly cancelImport: () => void
  /** Reopens what IndexedDB holds, or does nothing. */
  readonly resume: () => Promise<void>
  readonly closeProject: () => void
  readonly openRecent: (id: string) => Promise<void>
  /** Takes a project off this device; the open one cannot be. */
  readonly removeRecent: (id: string) => Promise<void>
  readonly saveToFile: (as: boolean) => Promise<void>
  /** A copy to hand on, without names of persons if asked; does not count as the backup. */
  readonly saveCopy: (options: { readonly dropPersons: boolean }) => Promise<void>
  readonly edit: (label: string, changes: readonly Change[]) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly select: (record: RecordRef | null, options?: { fly?: boolean }) => void
  readonly setView: (view: Partial<View>) => void
  readonly stepLevel: (by: 1 | -1) => void
  readonly assumeShut: (opening: OpeningId, shut: boolean) => void
  readonly assumeClosed: (zone: ZoneId, closed: boolean) => void
  /** Stores the assumptions in the study as its shut openings and closed zones. */
  readonly applyWhatIf: () => void
  readonly dropWhatIf: () => void
  readonly settleFinding: (index: number, choice: string) => void
  /** Takes the revised file over; of its conflicts those named by `conflictKey`. */
  readonly landRevision: (takeTheirs: readonly string[]) => void
  /** Ends the check after import, or drops a revision that has not landed. */
  readonly closeReview: () => void
  readonly computeBound: () => void
  /** Asks again for every figure that could not be computed. */
  readonly recompute: () => void
  /** Tells the person something that a screen has found out, as a notice. */
  readonly tell: (message: Message) => void
  readonly startDrawing: (tool?: DrawingTool) => void
  readonly endDrawing: () => void
  readonly setDrawing: (change: Partial<Drawing>) => void
  /** Picks one thing, or adds it to (takes it from) what is picked. */
  readonly pick: (record: RecordRef | null, options?: { add?: boolean }) => void
  /** Carries out an edit of the drawing as one action, and picks what it made; says why where it cannot be. True if done. */
  readonly draw: (label: string, edit: (premises: Premises) => FloorEdit) => boolean
  /** Lays pictures beneath a level; a PDF of several pages asks for one first. Nothing changes if a file cannot be read. */
  readonly addUnderlays: (files: readonly File[], levelId: LevelId) => Promise<void>
  readonly choosePage: (page: number | null) => Promise<void>
  /** The photo of an underlay made upright and rectangular by its four corners (pixels of the photo before). */
  readonly straighten: (id: UnderlayId, corners: NonNullable<Underlay['photo']>['corners']) => Promise<void>
  /** The bytes of an attachment as an address for an image element; null where the project has them not. */
  readonly pictureUrl: (name: string) => Promise<string | null>
  /** Ends of lines of an underlay, pixels: pairs of u, v; empty where it has none. */
  readonly underlayEnds: (id: UnderlayId) => Promise<Float32Array>
  readonly setLanguage: (language: 'vi' | 'en') => void
  readonly setTheme: (theme: AppState['theme']) => void
  /** Brings a panel up in front of what stands in its place; `set` only says which it is. */
  readonly showPanel: (panel: AppState['panel']) => void
  readonly set: (patch: Partial<Pick<AppState, 'panel' | 'dialog' | 'printing'>>) => void
  readonly dismissNotice: (id: string) => void
}

/** The six fields of "Tạo hồ sơ cơ sở mới", and what may be said at once of its storeys; everything else later. */
export interface NewFacility {
  readonly name: string
  readonly address: string
  readonly headName: string
  readonly buildingName: string
  readonly storeysAbove: number
  readonly storeysBelow: number
  readonly groundFloorName?: GroundFloorName
  /** Floor to floor, of every storey; and of the ground floor where it differs. */
  readonly storeyHeightM?: number
  readonly groundHeightM?: number
  /** Beside the first building, in a row. */
  readonly furtherBuildings?: readonly {
    readonly name: string
    readonly storeysAbove: number
    readonly storeysBelow: number
  }[]
}
