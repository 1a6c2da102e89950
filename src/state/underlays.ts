import type { Actions } from './app.ts'
import type { Autosave } from './autosave.ts'
import type { Context } from './context.ts'
import type { Editing } from './editing.ts'

/** Pictures beneath the levels: from a file to an attachment and a record, and back to something the map can show. */
export function underlayActions(
  _context: Context,
  _autosave: Autosave,
  _editing: Editing,
): Pick<Actions, 'addUnderlays' | 'choosePage' | 'straighten' | 'pictureUrl' | 'underlayEnds'> {
  const notBuilt = () => Promise.reject(new Error('not built'))
  return {
    addUnderlays: notBuilt,
    choosePage: notBuilt,
    straighten: notBuilt,
    pictureUrl: notBuilt,
    underlayEnds: notBuilt,
  }
}
