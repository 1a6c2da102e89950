import { create } from 'zustand'
import { actions } from './app.ts'
import { offered, unsupportedKind } from './unsupported.ts'

/** Files that were dropped or chosen and that the app does not read, until the person has read what to do instead. */
interface Refused {
  readonly files: readonly { readonly name: string; readonly kind: string }[]
}

export const useRefused = create<Refused>(() => ({ files: [] }))

export function forgetRefused(): void {
  useRefused.setState({ files: [] })
}

/** Opens or imports what can be; of the rest, keeps the kind, so that a sentence can say what to do instead. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  const refused = files.flatMap((file) => {
    const kind = unsupportedKind(file.name)
    return kind === null ? [] : [{ name: file.name, kind }]
  })
  const rest = files.filter((file) => unsupportedKind(file.name) === null)
  useRefused.setState({ files: refused })
  if (rest.length > 0) await actions.openFiles(rest)
}

/** Asks the browser for files, or for one folder (an IMDF archive unpacked). */
export function chooseFiles(folder = false): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  if (folder) input.webkitdirectory = true
  else input.accept = offered
  input.style.display = 'none'
  // In the page while it is open: some browsers forget an input that is not.
  document.body.append(input)
  const done = () => input.remove()
  input.addEventListener('cancel', done)
  input.addEventListener('change', () => {
    const chosen = [...(input.files ?? [])]
    done()
    if (chosen.length > 0) void takeFiles(chosen)
  })
  input.click()
}

/** The files of a drop, folders walked through; each keeps its path in `webkitRelativePath`. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // The entries must be taken before the first await: the list is emptied when the event is over.
  const entries = [...transfer.items].flatMap((item) =>
    item.kind === 'file' ? [item.webkitGetAsEntry()] : [],
  )
  if (entries.every((entry) => entry === null)) return [...transfer.files]
  const found = await Promise.all(entries.flatMap((entry) => (entry ? [walk(entry)] : [])))
  return found.flat()
}

async function walk(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    )
    const path = entry.fullPath.replace(/^\//, '')
    if (path.includes('/')) Object.defineProperty(file, 'webkitRelativePath', { value: path })
    return [file]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const inside: FileSystemEntry[] = []
  for (;;) {
    // A directory hands out at most a hundred entries a time.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) break
    inside.push(...some)
  }
  const hidden = (name: string) => name.startsWith('.') || name === '__MACOSX'
  return (await Promise.all(inside.filter((each) => !hidden(each.name)).map(walk))).flat()
}
