import { useEffect } from 'react'
import { fold } from '../../i18n/format.ts'
import { actions, appState } from '../app.ts'
import { drawingTools, editKeys, snappingKey, toolKeys } from './commands/draw.ts'
import { commandsOf } from './commands.ts'

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Letters by themselves, while drawing. */
const letters: ReadonlyMap<string, string> = new Map([
  ...drawingTools.map((tool) => [toolKeys[tool], `tool-${tool}`] as const),
  ...Object.entries(editKeys).map(([edit, key]) => [key, edit] as const),
  [snappingKey, 'snapping'],
])

/** Keys of commands, as an event names them. No shortcut on brackets or digits alone: Vietnamese typing uses them. */
export function commandFor(event: Keys, drawing: boolean): string | null {
  const key = event.key.toLowerCase()
  if (event.ctrlKey || event.metaKey) {
    if (event.altKey) return null
    if (key === 'k') return 'commands'
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
    if (key === 'y') return 'redo'
    if (key === 's') return event.shiftKey ? 'saveAs' : 'save'
    if (key === 'o') return 'open'
    if (key === 'p') return 'printLevel'
    if (drawing && key === 'a') return 'pickAll'
    if (drawing && key === 'd') return 'duplicate'
    return null
  }
  if (event.key === 'F1') return 'help'
  if (event.key === 'F2') return 'draw'
  if (event.key === 'F5') return 'present'
  if (event.key === 'PageUp') return 'levelUp'
  if (event.key === 'PageDown') return 'levelDown'
  if (event.key === '/') return 'search'
  if (!drawing || event.altKey) return null
  if (event.key === 'Delete') return letters.get('Delete') ?? null
  // An input method left in Vietnamese may have made đ of d.
  const letter = fold(event.key).toUpperCase()
  if (letter.length !== 1) return null
  return letters.get(event.shiftKey ? `Shift ${letter}` : letter) ?? null
}

/** What is typed into a field stays there. */
const ofDrawing: ReadonlySet<string> = new Set([...letters.values(), 'pickAll'])

/** The keys of the whole app. Inside a field, only those that mean nothing there; inside a dialog, none. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const target = event.target instanceof Element ? event.target : null
      const { dialog, printing, view, drawing } = appState()
      if (dialog !== null || printing !== null) {
        // The browser's own F1 and F5 would take the page away from under the dialog.
        if (event.key === 'F1' || event.key === 'F5') event.preventDefault()
        return
      }
      if (event.key === 'Escape') {
        if (isField(target)) (target as HTMLElement).blur()
        // While drawing, Esc takes back what the map has under way.
        else if (view.selection && drawing === null) actions.select(null)
        return
      }
      const id = commandFor(event, drawing !== null)
      if (id === null) return
      if (isField(target) && !worksInField(id, target)) return
      if (event.key.startsWith('Page') && target?.closest('[role="menu"], [role="dialog"]')) return
      const command = commandsOf(appState()).find((each) => each.id === id)
      if (!command) return
      // F5 on the start page stays the browser's: there is nothing to present.
      if (!command.enabled && id === 'present') return
      event.preventDefault()
      if (command.enabled) command.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

function isField(target: Element | null): boolean {
  return (
    target !== null &&
    (target.matches('textarea, select') ||
      (target.matches('input') && !target.matches('[type="checkbox"], [type="radio"], [type="range"]')))
  )
}

/** Undo belongs to the field while something is being typed in it, and to the premises afterwards. */
function worksInField(id: string, field: Element | null): boolean {
  if (id === 'undo' || id === 'redo')
    return field?.getAttribute('data-dirty') !== 'true' && !field?.matches('[type="search"]')
  if (id === 'search') return false
  if (id === 'levelUp' || id === 'levelDown') return !field?.matches('textarea, select')
  return !ofDrawing.has(id)
}
