import type { Language } from '../../i18n/format.ts'
import type { Point } from '../../premises/geometry/plane.ts'
import type { LevelId } from '../../premises/ids.ts'
import type { Premises } from '../../premises/model.ts'
import type { RecordRef } from '../../premises/operation.ts'
import type { Drawing } from '../../state/app.ts'
import type { Command } from './commands.ts'
import type { Snap } from './snap.ts'
import type { SnapScene } from './snapScene.ts'

/** What the tools see: the level, the desk's choices, and how near the map is. */
export interface Board {
  readonly premises: Premises
  readonly levelId: LevelId
  readonly drawing: Drawing
  readonly language: Language
  readonly metresPerPx: number
}

/** The pointer at one moment. */
export interface Aim {
  /** On the screen, CSS pixels of the map. */
  readonly px: Point
  /** On the plan, as it is and as it is caught. */
  readonly raw: Point
  readonly snap: Snap
  /** Nothing is to be caught just now: the desk's switch, or Alt. */
  readonly loose: boolean
  /** Ends of the lines of the level's pictures. */
  readonly ends: SnapScene['cornersNear'] | null
  readonly reachM: number
  readonly touch: boolean
  /** Adds to what is picked (Shift, Ctrl). */
  readonly add: boolean
  /** When, milliseconds of the page. */
  readonly time: number
}

/**
 * What happens to a tool. `press` … `release` is a gesture that the tool has claimed; `tap` one that it has not, without
 * movement. `numbers`: lengths typed for the next corner, the second an angle or a height.
 */
export type DrawEvent =
  | { readonly on: 'move' | 'press' | 'tap' | 'hold'; readonly aim: Aim }
  | { readonly on: 'release'; readonly aim: Aim; readonly moved: boolean }
  | { readonly on: 'cancel' | 'leave' | 'finish' | 'back' | 'drop' | 'remove' | 'settle' }
  | { readonly on: 'turn'; readonly quarters: number }
  | { readonly on: 'nudge'; readonly by: Point }
  | { readonly on: 'numbers'; readonly first: number; readonly second: number | null }

/** What a tool asks for. */
export type Effect =
  | { readonly do: 'command'; readonly command: Command }
  | { readonly do: 'pick'; readonly record: RecordRef | null; readonly add: boolean }
  | { readonly do: 'drawing'; readonly change: Partial<Drawing> | null }
  /** Picks the straight wall at this place again, once the edit has arrived. */
  | { readonly do: 'pickWallAt'; readonly at: Point }

/** A tool's state after an event, and what it asks for. */
export type Step<S> = readonly [S, readonly Effect[]]
