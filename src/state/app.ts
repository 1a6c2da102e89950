import type { ClearingInput, ClearingStudy } from '../analysis/questions.ts'
import type { BoundResult } from '../../workers/bound/job.ts'
import type { RoutesResult } from '../../workers/routes/job.ts'
import type { ImportProgress, ImportResult, Revision } from '../import/result.ts'
import type { LevelId, OpeningId, ZoneId } from '../premises/ids.ts'
import type { Message } from '../premises/message.ts'
import type { Premises } from '../premises/model.ts'
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
  readonly panel: 'answer' | 'levels' | 'layers' | 'review' | 'survey' | 'search'
  readonly dialog: null | 'newFacility' | 'help' | 'commands' | 'details' | 'place' | 'open' | 'present'
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
  readonly setLanguage: (language: 'vi' | 'en') => void
  readonly setTheme: (theme: AppState['theme']) => void
  readonly set: (patch: Partial<Pick<AppState, 'panel' | 'dialog' | 'printing'>>) => void
  readonly dismissNotice: (id: string) => void
}

/** The six fields of "Tạo hồ sơ cơ sở mới"; everything else later. */
export interface NewFacility {
  readonly name: string
  readonly address: string
  readonly headName: string
  readonly buildingName: string
  readonly storeysAbove: number
  readonly storeysBelow: number
}
