import type { FilePlace, Page } from './page.ts'

const channelName = 'loi-thoat'
const prefix = 'loi-thoat.'

/** The browser that the app runs in. Nothing here needs https: what is missing on plain http is done without. */
export function browserPage(): Page {
  return {
    hash: () => location.hash,
    setHash: (hash) => {
      if (location.hash !== hash) history.replaceState(history.state, '', hash)
    },
    onHash: (listener) => window.addEventListener('hashchange', listener),
    onReturn: (listener) => {
      window.addEventListener('focus', listener)
      window.addEventListener('pageshow', listener)
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') listener()
      })
    },
    askBeforeLeaving: (unsaved) =>
      window.addEventListener('beforeunload', (event) => {
        if (unsaved()) event.preventDefault()
      }),
    setting: (key, scope = 'device') => {
      try {
        return storageOf(scope).getItem(prefix + key)
      } catch {
        return null
      }
    },
    keepSetting: (key, value, scope = 'device') => {
      try {
        storageOf(scope).setItem(prefix + key, value)
      } catch {
        // Storage refused: the setting lasts until the page is closed.
      }
    },
    channel: (onMessage) => {
      if (typeof BroadcastChannel === 'undefined') return null
      const channel = new BroadcastChannel(channelName)
      channel.addEventListener('message', (event: MessageEvent<unknown>) => onMessage(event.data))
      return (message) => channel.postMessage(message)
    },
    persist: async () => {
      // Missing on plain http, and the DOM types do not know that.
      const storage = navigator.storage as StorageManager | undefined
      return storage === undefined ? false : (await storage.persisted()) || (await storage.persist())
    },
    choosePlace,
    putFile: async (name, bytes, place) => {
      if (place === null) {
        download(name, bytes)
        return
      }
      const file = await place.createWritable()
      await file.write(bytes)
      await file.close()
    },
  }
}

interface SaveFilePicker {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string
    readonly types: readonly {
      readonly description: string
      readonly accept: Readonly<Record<string, readonly string[]>>
    }[]
  }) => Promise<FilePlace>
}

/** Asks where to put the file; null where the browser cannot ask (Firefox, Safari, plain http). */
async function choosePlace(name: string): Promise<FilePlace | null | 'cancelled'> {
  const { showSaveFilePicker } = window as SaveFilePicker
  if (showSaveFilePicker === undefined) return null
  try {
    const types = [{ description: 'Lối Thoát', accept: { 'application/x-loithoat': ['.loithoat'] } }]
    return await showSaveFilePicker.call(window, { suggestedName: name, types })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled'
    // Forbidden by policy, or called without a click just before: the downloads always work.
    return null
  }
}

function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // Some browsers read the address only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

function storageOf(scope: 'device' | 'tab'): Storage {
  return scope === 'tab' ? sessionStorage : localStorage
}
