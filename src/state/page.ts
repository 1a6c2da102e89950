/** What the app needs of the browser around it; tests put their own in its place. */
export interface Page {
  readonly hash: () => string
  /** Replaces the part of the address behind #, without a step in the history. */
  readonly setHash: (hash: string) => void
  readonly onHash: (listener: () => void) => void
  /** The tab is looked at again. */
  readonly onReturn: (listener: () => void) => void
  /** Asks before the page goes, while the listener answers true. */
  readonly askBeforeLeaving: (unsaved: () => boolean) => void
  /** Small settings of this device, and of this tab; null where there is none, or storage is refused. */
  readonly setting: (key: string, scope?: 'device' | 'tab') => string | null
  readonly keepSetting: (key: string, value: string, scope?: 'device' | 'tab') => void
  /** Other tabs of this app; null where the browser has no channel between tabs. */
  readonly channel: (onMessage: (message: unknown) => void) => ((message: unknown) => void) | null
  /** Asks the browser not to clear what the app has stored. */
  readonly persist: () => Promise<boolean>
  /** Asks where to put a file; null where the browser cannot ask, and the downloads are the place. Needs a click just before. */
  readonly choosePlace: (name: string) => Promise<FilePlace | null | 'cancelled'>
  /** Puts the file there; null: into the downloads. */
  readonly putFile: (name: string, bytes: Uint8Array<ArrayBuffer>, place: FilePlace | null) => Promise<void>
}

/** A file that may be written again without asking. */
export interface FilePlace {
  readonly name: string
  readonly createWritable: () => Promise<{
    readonly write: (data: Uint8Array<ArrayBuffer>) => Promise<void>
    readonly close: () => Promise<void>
  }>
}
