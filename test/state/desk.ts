import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import type { Analyst, ClearingStudy } from '../../src/analysis/questions.ts'
import type { Message } from '../../src/premises/message.ts'
import type { Premises } from '../../src/premises/model.ts'
import { createApp } from '../../src/state/createApp.ts'
import { idbStorage } from '../../src/state/idbStorage.ts'
import type { FilePlace, Page } from '../../src/state/page.ts'
import type { ProjectStorage } from '../../src/state/storage.ts'
import { createAppStore } from '../../src/state/store.ts'
import { buildPremises } from '../builder.ts'

/** A device: what outlives a tab. */
export interface Device {
  readonly settings: Map<string, string>
  readonly database: string
  /** The tabs' message handlers; a message reaches all but its sender. */
  readonly tabs: Set<(message: unknown) => void>
  readonly downloads: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[]
}

let devices = 0

/** A fresh device with an empty database. */
export function device(): Device {
  devices += 1
  if (devices === 1) globalThis.indexedDB = new IDBFactory()
  return { settings: new Map(), database: `device-${devices}`, tabs: new Set(), downloads: [] }
}

export interface TabOptions {
  readonly analyst?: Analyst
  readonly storage?: ProjectStorage
  readonly sample?: Premises
  readonly hash?: string
  readonly place?: FilePlace | 'cancelled' | null
  readonly now?: () => Date
  readonly tabSettings?: Map<string, string>
}

/** A tab of the app on a device. */
export function tab(on: Device, options: TabOptions = {}) {
  let hash = options.hash ?? ''
  const hashListeners: (() => void)[] = []
  const returnListeners: (() => void)[] = []
  let leave: () => boolean = () => false
  let deaf = false
  const own = options.tabSettings ?? new Map<string, string>()
  const page: Page = {
    hash: () => hash,
    setHash: (next) => {
      hash = next
    },
    onHash: (listener) => hashListeners.push(listener),
    onReturn: (listener) => returnListeners.push(listener),
    askBeforeLeaving: (unsaved) => {
      leave = unsaved
    },
    setting: (key, scope) => (scope === 'tab' ? own : on.settings).get(key) ?? null,
    keepSetting: (key, value, scope) => (scope === 'tab' ? own : on.settings).set(key, value),
    channel: (onMessage) => {
      const hear = (message: unknown) => {
        if (!deaf) onMessage(message)
      }
      on.tabs.add(hear)
      return (message) => {
        for (const each of on.tabs) if (each !== hear) queueMicrotask(() => each(structuredClone(message)))
      }
    },
    persist: () => Promise.resolve(true),
    choosePlace: () => Promise.resolve(options.place ?? null),
    putFile: (name, bytes) => {
      on.downloads.push({ name, bytes })
      return Promise.resolve()
    },
  }
  const store = createAppStore()
  const app = createApp({
    store,
    page,
    analyst: options.analyst ?? null,
    storage: options.storage ?? idbStorage(on.database),
    loadSample: () => Promise.resolve(options.sample ?? sample),
    ...(options.now ? { now: options.now } : {}),
  })
  return {
    ...app,
    device: on,
    state: store.getState,
    premises: () => {
      const { project } = store.getState()
      if (project === null) throw new Error('no project is open')
      return project.premises
    },
    page: {
      hash: () => hash,
      visit: (next: string) => {
        hash = next
        for (const listener of hashListeners) listener()
      },
      comeBack: () => {
        for (const listener of returnListeners) listener()
      },
      unsaved: () => leave(),
    },
    /** The tab no longer hears the others, as one that the browser has put to sleep. */
    deafen: () => {
      deaf = true
    },
  }
}

export type Tab = ReturnType<typeof tab>

/** Resolves when the condition holds; fails with what the state says after a while. */
export async function until(condition: () => boolean, what = 'the condition'): Promise<void> {
  for (let round = 0; round < 2000; round++) {
    if (condition()) return
    await new Promise((resolve) => {
      setTimeout(resolve, 1)
    })
  }
  throw new Error(`waited in vain for ${what}`)
}

export const sample = buildPremises((b) => {
  b.facility({ name: 'Hồ sơ mẫu', fictional: true })
  b.level('T1', { ordinal: 0 })
  b.zone('Phòng họp', [0, 0, 5, 4], { use: 'meeting', occupants: 12 })
  b.zone('Hành lang', [0, 4, 20, 6], { use: 'corridor' })
  b.door('Phòng họp', 'Hành lang')
  b.exit('Hành lang', { at: [20, 5], name: 'Cửa chính', width: 1.2 })
  b.level('T2', { ordinal: 1 })
  b.zone('Kho', [0, 0, 5, 4], { use: 'archive' })
})

export const refusing: ProjectStorage = new Proxy({} as ProjectStorage, {
  get: () => () => Promise.reject(new DOMException('storage is refused', 'SecurityError')),
})

export const codes = (messages: readonly Message[]) => messages.map(({ code }) => code)

/** An analyst whose answers the test gives: every question waits until `answer` is called. */
export function puppetAnalyst() {
  interface Asked {
    readonly question: string
    readonly input: unknown
    readonly signal: AbortSignal | undefined
    readonly onProgress: ((share: number) => void) | undefined
    readonly answer: (value: unknown) => void
    readonly fail: (error: unknown) => void
    settled: boolean
  }
  const asked: Asked[] = []
  const waiting = ({ settled, signal }: Asked) => !settled && signal?.aborted !== true
  const replica: Premises[] = []
  const ask =
    (question: string) =>
    (
      input: unknown,
      options?: { signal?: AbortSignal; onProgress?: (share: number) => void; onStage?: unknown },
    ) =>
      new Promise<never>((resolve, reject) => {
        const signal = options?.signal
        signal?.addEventListener('abort', () =>
          reject(Object.assign(new Error('aborted'), { name: 'AbortError' })),
        )
        const each: Asked = {
          question,
          input,
          signal,
          onProgress: options?.onProgress,
          answer: (value) => {
            each.settled = true
            resolve(value as never)
          },
          fail: (error) => {
            each.settled = true
            reject(error)
          },
          settled: false,
        }
        asked.push(each)
      })
  const analyst: Analyst = {
    load: (premises) => void replica.push(premises),
    patch: (_operations, premises) => void replica.push(premises),
    routes: ask('routes'),
    egress: ask('egress'),
    clearing: ask('clearing'),
    bound: ask('bound'),
    faults: (options) => ask('faults')(null, options),
    importFiles: ask('import'),
    underlay: ask('underlay'),
    close: () => undefined,
  }
  return {
    analyst,
    replica,
    asked,
    /** The last question of this kind that is neither answered nor called off. */
    last: (question: string): Asked => {
      const found = asked.findLast((each) => each.question === question && waiting(each))
      if (found === undefined) throw new Error(`nobody asks for ${question}`)
      return found
    },
    open: () => asked.filter(waiting).map(({ question }) => question),
  }
}

export const clearingOf = (evacuationTimeS: number) => {
  const result = {
    evacuationTimeS,
    movementTimeS: evacuationTimeS / 2,
    provenance: { engine: '1', seed: 0, inputHash: 'h' },
  }
  return { allOpen: result, worst: null } as unknown as ClearingStudy
}
