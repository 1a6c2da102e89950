import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import type { Batch, ProjectStorage, StoredPart, StoredProject, StoredReview } from './storage.ts'

interface Tables extends DBSchema {
  projects: { key: string; value: StoredProject }
  log: { key: [string, number, string, string]; value: Batch }
  parts: { key: [string, string]; value: StoredPart }
  reviews: { key: string; value: StoredReview & { readonly project: string } }
}

/** The device's storage in IndexedDB. The connection is made when first needed, and again after the browser took it away. */
export function idbStorage(name = 'loi-thoat'): ProjectStorage {
  let opening: Promise<IDBPDatabase<Tables>> | null = null
  const open = () => {
    opening ??= openDB<Tables>(name, 1, {
      upgrade: (db) => {
        db.createObjectStore('projects', { keyPath: 'id' })
        db.createObjectStore('log', { keyPath: ['project', 'counter', 'actor', 'id'] })
        db.createObjectStore('parts', { keyPath: ['project', 'name'] })
        db.createObjectStore('reviews', { keyPath: 'project' })
      },
      // A newer version of the app in another tab wants to change the tables: let it, and come back when needed.
      blocking: (_now, _wanted, event) => {
        ;(event.target as IDBDatabase).close()
        opening = null
      },
      terminated: () => {
        opening = null
      },
    }).catch((error: unknown) => {
      opening = null
      throw error
    })
    return opening
  }
  /** Runs the work; once more on a new connection where the old one was closed under it. */
  const on = async <T>(work: (db: IDBPDatabase<Tables>) => Promise<T>): Promise<T> => {
    try {
      return await work(await open())
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error
      opening = null
      return work(await open())
    }
  }

  return {
    projects: () => on((db) => db.getAll('projects')),
    project: (id) => on((db) => db.get('projects', id)),
    add: (id, fields, batches) =>
      on(async (db) => {
        const change = db.transaction(['projects', 'log'], 'readwrite', { durability: 'strict' })
        const [projects, log] = [change.objectStore('projects'), change.objectStore('log')]
        const present = await projects.get(id)
        if (present === undefined) {
          await change.done
          return 'missing'
        }
        await Promise.all([
          projects.put({ ...present, ...fields }),
          ...batches.map((batch) => log.put(batch)),
          change.done,
        ])
        return 'stored'
      }),
    create: (project, batches, parts) =>
      on(async (db) => {
        const change = db.transaction(['projects', 'log', 'parts'], 'readwrite', { durability: 'strict' })
        await Promise.all([
          change.objectStore('projects').put(project),
          ...batches.map((batch) => change.objectStore('log').put(batch)),
          ...parts.map((part) => change.objectStore('parts').put(part)),
          change.done,
        ])
      }),
    batches: (id, known) =>
      on(async (db) => {
        const log = db.transaction('log').store
        if (known.size === 0) return log.getAll(rangeOf(id))
        const missing = (await log.getAllKeys(rangeOf(id))).filter((key) => !known.has(key[3]))
        const found = await Promise.all(missing.map((key) => log.get(key)))
        return found.filter((batch) => batch !== undefined)
      }),
    parts: (id) => on((db) => db.getAll('parts', rangeOf(id))),
    keepParts: (parts) =>
      on(async (db) => {
        const change = db.transaction('parts', 'readwrite')
        await Promise.all([...parts.map((part) => change.store.put(part)), change.done])
      }),
    review: (id) => on((db) => db.get('reviews', id)),
    keepReview: (id, review) =>
      on(async (db) => {
        if (review === null) await db.delete('reviews', id)
        else await db.put('reviews', { project: id, ...review })
      }),
    remove: (id) =>
      on(async (db) => {
        const change = db.transaction(everything, 'readwrite', { durability: 'strict' })
        await Promise.all([...removal(change, id), change.done])
      }),
    removePristine: (except) =>
      on(async (db) => {
        const change = db.transaction(everything, 'readwrite')
        const rows = await change.objectStore('projects').getAll()
        const old = rows.filter(({ id, pristine }) => pristine && id !== except)
        await Promise.all([...old.flatMap(({ id }) => removal(change, id)), change.done])
      }),
  }
}

const everything: ('projects' | 'log' | 'parts' | 'reviews')[] = ['projects', 'log', 'parts', 'reviews']

type Change = IDBPTransaction<Tables, typeof everything, 'readwrite'>

function removal(change: Change, id: string): Promise<void>[] {
  return [
    change.objectStore('projects').delete(id),
    change.objectStore('log').delete(rangeOf(id)),
    change.objectStore('parts').delete(rangeOf(id)),
    change.objectStore('reviews').delete(id),
  ]
}

/** All keys that begin with the project's id: an empty array sorts behind every number and text. */
function rangeOf(project: string): IDBKeyRange {
  return IDBKeyRange.bound([project], [project, []])
}
