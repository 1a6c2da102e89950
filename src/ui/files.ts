import { create } from 'zustand'
import { actions, appState } from './app.ts'
import { isUnderlay, offered, unsupportedKind } from './unsupported.ts'

/** Files that were dropped or chosen and that the app does not read, until the person has read what to do instead. */
interface Refused {
  readonly files: readonly { readonly name: string; readonly kind: string }[]
}

export const useRefused = create<Refused>(() => ({ files: [] }))

export function forgetRefused(): void {
  useRefused.setState({ files: [] })
}

/**
 * Opens or imports what can be, and lays pictures and PDFs beneath the level that is looked at; of the rest, keeps the kind,
 * so that a sentence can say what to do instead. Pictures need an open facility to lie in.
 */
export async function takeFiles(files: readonly File[]): Promise<void> {
  const { project, view } = appState()
  const levelId = project === null ? null : view.levelId
  const kindOf = ({ name }: File) =>
    isUnderlay(name) ? (levelId === null ? 'underlay' : null) : unsupportedKind(name)
  const taken = files.filter((file) => kindOf(file) === null)
  useRefused.setState({
    files: files.flatMap((file) => {
      const kind = kindOf(file)
      return kind === null ? [] : [{ name: file.name, kind }]
    }),
  })
  const pictures = taken.filter(({ name }) => isUnderlay(name))
  const others = taken.filter(({ name }) => !isUnderlay(name))
  if (others.length > 0) await actions.openFiles(others)
  if (pictures.length === 0 || levelId === null) return
  const before = appState().project?.premises.underlays
  await actions.addUnderlays(pictures, levelId)
  // What comes next is its scale.
  const { project: now, view: seen } = appState()
  if (now?.id === project?.id && now?.premises.underlays !== before && seen.levelId === levelId)
    actions.startDrawing('underlay')
}

/** Asks the browser for files, or for one folder (an IMDF archive unpacked). */
export function chooseFiles(folder = false): void {
  askForFiles(folder ? { folder } : { accept: offered }, (chosen) => void takeFiles(chosen))
}

/** Asks the browser for pictures and PDFs to draw over. */
export function choosePictures(take: (files: readonly File[]) => void): void {
  askForFiles({ accept: '.pdf,.png,.jpg,.jpeg,.webp,.heic,.heif,application/pdf,image/*' }, take)
}

function askForFiles(
  what: { readonly accept: string } | { readonly folder: true },
  take: (files: readonly File[]) => void,
): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  if ('folder' in what) input.webkitdirectory = true
  else input.accept = what.accept
  input.style.display = 'none'
  // In the page while it is open: some browsers forget an input that is not.
  document.body.append(input)
  const done = () => input.remove()
  input.addEventListener('cancel', done)
  input.addEventListener('change', () => {
    const chosen = [...(input.files ?? [])]
    done()
    if (chosen.length > 0) take(chosen)
  })
  input.click()
}

/** The files of a drop, folders walked through; each keeps its path in `webkitRelativePath`. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // All must be taken before the first await: the list is emptied when the event is over.
  const taken = [...transfer.items].map((item): Promise<readonly File[]> => {
    if (item.kind !== 'file') return Promise.resolve([])
    const entry = item.webkitGetAsEntry()
    const file = item.getAsFile()
    // In a page from file:// no entry can be read: files come by themselves, folders by their handles.
    if (entry === null || entry.isFile) return Promise.resolve(file ? [file] : [])
    const handle = (item as WithHandle).getAsFileSystemHandle?.()
    return handle ? handle.then((folder) => walkHandle(folder, '')) : walk(entry)
  })
  return (await Promise.all(taken)).flat()
}

/** What Chromium has beside the entries, where the page is not from plain http. */
interface WithHandle extends DataTransferItem {
  readonly getAsFileSystemHandle?: () => Promise<Handle>
}

interface Handle {
  readonly kind: 'file' | 'directory'
  readonly name: string
  readonly getFile: () => Promise<File>
  readonly values: () => AsyncIterable<Handle>
}

async function walkHandle(handle: Handle, under: string): Promise<readonly File[]> {
  const path = under + handle.name
  if (handle.kind === 'file') return [withPath(await handle.getFile(), path)]
  const inside: Promise<readonly File[]>[] = []
  for await (const each of handle.values()) {
    if (!isHidden(each.name)) inside.push(walkHandle(each, `${path}/`))
  }
  return (await Promise.all(inside)).flat()
}

async function walk(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    )
    return [withPath(file, entry.fullPath.replace(/^\//, ''))]
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
  return (await Promise.all(inside.filter((each) => !isHidden(each.name)).map(walk))).flat()
}

function withPath(file: File, path: string): File {
  if (path.includes('/')) Object.defineProperty(file, 'webkitRelativePath', { value: path })
  return file
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name === '__MACOSX'
}
