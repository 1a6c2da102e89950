import { setLanguage } from '../i18n/index.ts'
import type { Analyst } from '../analysis/questions.ts'
import type { Premises } from '../premises/model.ts'
import { bindAddress } from './address.ts'
import type { Actions, RecentProject } from './app.ts'
import { createAutosave } from './autosave.ts'
import { type Context, notify } from './context.ts'
import { drawingActions } from './drawing.ts'
import { type CheckChanges, createEditing, type Editing } from './editing.ts'
import { createFigures } from './figures.ts'
import { createImporter } from './importing.ts'
import { openingActions } from './opening.ts'
import type { Page } from './page.ts'
import { createProjectFiles } from './projectFiles.ts'
import { createProjects } from './projects.ts'
import { reviewActions } from './review.ts'
import { savingActions } from './saving.ts'
import { keptSettings, settingActions } from './settings.ts'
import type { ProjectStorage } from './storage.ts'
import type { AppStore } from './store.ts'
import { createTabs } from './tabs.ts'
import { underlayActions } from './underlays.ts'
import { viewActions } from './view.ts'
import { whatIfActions } from './whatIf.ts'

export interface AppParts {
  readonly store: AppStore
  /** Null: an app that shows and edits, but computes and imports nothing. */
  readonly analyst: Analyst | null
  readonly storage: ProjectStorage
  readonly page: Page
  readonly loadSample: () => Promise<Premises>
  readonly now?: () => Date
  /** Resolves when what a person does not see first may be fetched; at once if absent. */
  readonly later?: () => Promise<void>
}

export interface App {
  readonly actions: Actions
  readonly listRecent: () => Promise<RecentProject[]>
  /** Resolves when nothing waits to be stored. */
  readonly settled: () => Promise<void>
}

/** Puts the subjects of this room together; one app per store. */
export function createApp({
  store,
  analyst,
  storage,
  page,
  loadSample,
  now = () => new Date(),
  later = () => Promise.resolve(),
}: AppParts): App {
  const context: Context = {
    store,
    analyst,
    storage,
    page,
    loadSample,
    now,
    session: null,
  }
  let editing: Editing | null = null
  const edits = (): Editing => {
    if (editing === null) throw new Error('the app is not put together yet')
    return editing
  }
  let check: CheckChanges | null = null

  const settings = keptSettings(context)
  store.setState(settings)
  void setLanguage(settings.language)

  const tabs = createTabs(context, edits)
  const autosave = createAutosave(context, tabs.tell)
  const figures = createFigures(context)
  editing = createEditing(context, autosave, figures, () => check)
  const projects = createProjects(context, autosave, figures, editing)
  const projectFiles = createProjectFiles(context, autosave, projects, edits)
  const importer = createImporter(context, projects, editing)
  bindAddress(context)
  page.askBeforeLeaving(() => hasSomethingToLose(context) && autosave.unsaved())
  void projects.listRecent()

  // The schema is no part of the first download; once a project is open it watches over every edit.
  const stop = store.subscribe(({ project }) => {
    if (project === null) return
    stop()
    const schema = later().then(() => import('../premises/schema/index.ts'))
    void schema.then(
      ({ checkChanges }) => {
        check = checkChanges
      },
      () => undefined,
    )
  })

  const { edit, undo, redo } = editing
  const { resume, removeRecent } = projects
  const opening = openingActions(context, importer, projectFiles)
  const { cancelBringing, ...underlays } = underlayActions(context, editing)
  const cancelImport = (): void => {
    cancelBringing()
    opening.cancelImport()
  }
  /** An import under way belongs to the project it was begun in: turning to another calls it off. */
  const turningTo =
    <Args extends readonly unknown[], Result>(turn: (...args: Args) => Result) =>
    (...args: Args): Result => {
      cancelImport()
      return turn(...args)
    }
  return {
    listRecent: projects.listRecent,
    settled: autosave.settled,
    actions: {
      openSample: turningTo(projects.openSample),
      createFacility: turningTo(projects.createFacility),
      closeProject: turningTo(projects.closeProject),
      openRecent: turningTo(projects.openRecent),
      resume,
      removeRecent,
      ...opening,
      ...savingActions(context, autosave),
      edit: (label, changes) => void edit(label, changes),
      undo,
      redo,
      ...viewActions(context),
      ...whatIfActions(context, editing, figures),
      ...reviewActions(context, editing),
      computeBound: figures.computeBound,
      recompute: figures.recompute,
      tell: (message) => notify(context, message),
      ...drawingActions(context, editing, figures),
      ...underlays,
      cancelImport,
      ...settingActions(context),
      set: (patch) => store.setState(patch),
      showPanel: (panel) => store.setState(({ panelAsked }) => ({ panel, panelAsked: panelAsked + 1 })),
      dismissNotice: (id) =>
        store.setState(({ notices }) => ({ notices: notices.filter((each) => each.id !== id) })),
    },
  }
}

/** Whether the open project has anything that neither the sample nor a file has. */
function hasSomethingToLose({ session, store }: Context): boolean {
  const { project } = store.getState()
  if (session === null || project === null || session.pristine) return false
  const { fileSavedAt, changedAt } = project
  return fileSavedAt === null || changedAt === null || changedAt > fileSavedAt
}
