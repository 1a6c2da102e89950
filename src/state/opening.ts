import { PersonError } from '../premises/message.ts'
import type { Actions } from './app.ts'
import { type Context, isAbort, messageOf, notify } from './context.ts'
import type { Importer } from './importing.ts'
import type { ProjectFiles } from './projectFiles.ts'

/** More than any building's files come to; a browser tab has little more memory than this. */
const mostBytes = 1_500_000_000

/** Opening what a person dropped or chose. One thing at a time: a new drop calls the one before off. */
export function openingActions(
  context: Context,
  importer: Importer,
  projectFiles: ProjectFiles,
): Pick<Actions, 'openFiles' | 'cancelImport'> {
  let running: AbortController | null = null
  const { store } = context

  return {
    openFiles: async (files) => {
      const [first] = files
      if (first === undefined) return
      running?.abort()
      const controller = new AbortController()
      running = controller
      const { signal } = controller
      store.setState({ importing: { fileName: first.name, progress: null }, dialog: null })
      try {
        const total = files.reduce((sum, file) => sum + file.size, 0)
        if (total > mostBytes)
          throw new PersonError('fileTooLarge', { most: mostBytes / 1e6 }, { file: first.name })
        const sources = await Promise.all(files.map(sourceOf))
        if (signal.aborted) return
        const projects = sources.filter(projectFiles.isProject)
        if (projects.length > 0) await projectFiles.open(projects, signal)
        else await importer.bring(sources, signal)
      } catch (error) {
        if (!signal.aborted && !isAbort(error)) notify(context, messageOf(error, first.name))
      } finally {
        if (running === controller) {
          running = null
          store.setState({ importing: null })
        }
      }
    },
    cancelImport: () => {
      running?.abort()
      running = null
      store.setState({ importing: null })
    },
  }
}

async function sourceOf(
  file: File,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const name = file.webkitRelativePath || file.name
  try {
    return { name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch (cause) {
    // Moved or deleted since it was chosen, or a folder.
    throw new PersonError('fileNotReadable', {}, { file: name }, { cause })
  }
}
