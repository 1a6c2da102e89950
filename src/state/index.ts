import type { Analyst } from '../analysis/questions.ts'
import type { Actions, RecentProject } from './app.ts'
import { browserPage } from './browserPage.ts'
import { type App, createApp } from './createApp.ts'
import { afterFirstMap } from './firstMap.ts'
import { idbStorage } from './idbStorage.ts'
import { appStore } from './store.ts'

export type * from './app.ts'
export { backupAgeDays } from './backup.ts'
export { conflictKey } from './review.ts'
export { appStore, useApp } from './store.ts'

let app: App | null = null

/** Starts the app of the page; once, before anything is rendered. The analyst computes and imports. */
export function initApp({ analyst }: { readonly analyst: Analyst | null }): void {
  const loadSample = async () => (await import('../premises/sample/index.ts')).loadSample()
  app = createApp({
    store: appStore,
    analyst,
    storage: idbStorage(),
    page: browserPage(),
    loadSample,
    later: afterFirstMap,
  })
}

/** What a person can do; each entry goes to the app that `initApp` started. */
export const actions: Actions = {
  openSample: () => started().openSample(),
  createFacility: (fields) => started().createFacility(fields),
  openFiles: (files) => started().openFiles(files),
  cancelImport: () => started().cancelImport(),
  resume: () => started().resume(),
  closeProject: () => started().closeProject(),
  openRecent: (id) => started().openRecent(id),
  removeRecent: (id) => started().removeRecent(id),
  saveToFile: (as) => started().saveToFile(as),
  saveCopy: (options) => started().saveCopy(options),
  edit: (label, changes) => started().edit(label, changes),
  undo: () => started().undo(),
  redo: () => started().redo(),
  select: (record, options) => started().select(record, options),
  setView: (view) => started().setView(view),
  stepLevel: (by) => started().stepLevel(by),
  assumeShut: (opening, shut) => started().assumeShut(opening, shut),
  assumeClosed: (zone, closed) => started().assumeClosed(zone, closed),
  applyWhatIf: () => started().applyWhatIf(),
  dropWhatIf: () => started().dropWhatIf(),
  settleFinding: (index, choice) => started().settleFinding(index, choice),
  landRevision: (takeTheirs) => started().landRevision(takeTheirs),
  closeReview: () => started().closeReview(),
  computeBound: () => started().computeBound(),
  recompute: () => started().recompute(),
  tell: (message) => started().tell(message),
  startDrawing: (tool) => started().startDrawing(tool),
  endDrawing: () => started().endDrawing(),
  setDrawing: (change) => started().setDrawing(change),
  pick: (record, options) => started().pick(record, options),
  draw: (label, edit) => started().draw(label, edit),
  addUnderlays: (files, levelId) => started().addUnderlays(files, levelId),
  choosePage: (page) => started().choosePage(page),
  straighten: (id, corners) => started().straighten(id, corners),
  pictureUrl: (name) => started().pictureUrl(name),
  underlayEnds: (id) => started().underlayEnds(id),
  setLanguage: (language) => started().setLanguage(language),
  setTheme: (theme) => started().setTheme(theme),
  set: (patch) => started().set(patch),
  showPanel: (panel) => started().showPanel(panel),
  dismissNotice: (id) => started().dismissNotice(id),
}

/** Projects kept on this device, last used first; also in the state as `recent`. */
export function listRecent(): Promise<RecentProject[]> {
  return app === null ? Promise.resolve([]) : app.listRecent()
}

function started(): Actions {
  if (app === null) throw new Error('initApp has not been called')
  return app.actions
}
