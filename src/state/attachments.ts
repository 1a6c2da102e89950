import type { FilePart } from '../premises/file/format.ts'
import type { Context } from './context.ts'
import { joinedParts, type Session } from './session.ts'

/** Attachments of the open project: kept with it, found again, and shown. */
export interface Attachments {
  /** Keeps parts with the project, on the device first; a session in memory where storage is refused. */
  readonly keep: (session: Session, parts: readonly FilePart[]) => Promise<void>
  /** The part of that name; null where neither this tab nor the device has it. */
  readonly part: (name: string) => Promise<FilePart | null>
  /** An address that an image element shows, the same for as long as the project is open. */
  readonly url: (name: string) => Promise<string | null>
}

export function createAttachments(context: Context): Attachments {
  const { storage, store } = context
  const addresses = new Map<string, Promise<string | null>>()
  let shown: string | null = null

  store.subscribe(({ project }) => {
    if (shown === (project?.id ?? null)) return
    shown = project?.id ?? null
    for (const address of addresses.values())
      void address.then((each) => {
        if (each !== null) URL.revokeObjectURL(each)
      })
    addresses.clear()
  })

  async function part(name: string): Promise<FilePart | null> {
    const { session } = context
    if (session === null) return null
    const held = session.parts.find((each) => each.name === name)
    if (held !== undefined) return held
    // Another tab may have brought it since.
    const stored = await storage.parts(session.id).catch(() => [])
    session.parts = joinedParts(
      session.parts,
      stored.map(({ name: storedName, bytes }) => ({ name: storedName, bytes })),
    )
    return session.parts.find((each) => each.name === name) ?? null
  }

  async function address(name: string): Promise<string | null> {
    const found = await part(name)
    return found === null ? null : URL.createObjectURL(new Blob([new Uint8Array(found.bytes)]))
  }

  return {
    keep: async (session, parts) => {
      session.parts = joinedParts(session.parts, parts)
      await storage.keepParts(parts.map((each) => ({ project: session.id, ...each }))).catch(() => undefined)
    },
    part,
    url: async (name) => {
      const project = shown
      const pending = addresses.get(name) ?? address(name)
      addresses.set(name, pending)
      const found = await pending
      // What is missing may still come, from another tab or a file.
      if (found === null && addresses.get(name) === pending) addresses.delete(name)
      return project === shown ? found : null
    },
  }
}
