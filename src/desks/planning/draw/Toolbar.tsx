import { Check, ChevronsLeft, ChevronsRight, Magnet, Redo2, Undo2 } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Drawing, OpenProject } from '../../../state/app.ts'
import { actions } from '../../../ui/app.ts'
import { drawingTools, snappingKey, toolKeys } from '../../../ui/shell/commands/draw.ts'
import { actionName } from '../../../ui/shell/commands.ts'
import { useT } from '../../../ui/useT.ts'
import { useFolded } from './folded.ts'
import { toolIcons } from './icons.tsx'

/**
 * The tools, each with its name in words. One stop of the Tab key; the arrow keys move inside. Upright beside the map where there
 * is room, lying at its foot where there is not.
 */
export function Toolbar(props: {
  readonly project: OpenProject
  readonly drawing: Drawing
  readonly lying: boolean
}) {
  const t = useT()
  const { project, drawing, lying } = props
  const bar = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState<string | null>(null)
  const stopNow = stop ?? drawing.tool
  const folded = useFolded((state) => state.folded) && !lying

  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(bar.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])]
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    const to = (index: number) => all[(index + all.length) % all.length]?.focus()
    if (event.key === 'ArrowDown' || event.key === 'ArrowRight') to(at + 1)
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') to(at - 1)
    else if (event.key === 'Home') to(0)
    else if (event.key === 'End') to(-1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const entry = (key: string, icon: ReactNode, label: string, rest: EntryProps) => (
    <button
      key={key}
      type="button"
      className={`draw-tool ${rest.className ?? ''}`}
      tabIndex={stopNow === key ? 0 : -1}
      onFocus={() => setStop(key)}
      aria-pressed={rest.pressed}
      aria-keyshortcuts={rest.keys}
      aria-label={rest.name ?? (folded ? label : undefined)}
      title={rest.name ?? (folded ? label : undefined)}
      disabled={rest.disabled}
      data-testid={`draw-${key}`}
      onClick={rest.run}
    >
      {icon}
      <span className="draw-tool-name">{label}</span>
      {rest.keys && (
        <kbd className="draw-tool-key" aria-hidden>
          {rest.keys}
        </kbd>
      )}
    </button>
  )

  const named = (key: 'undo' | 'redo', code: string | null) =>
    code === null ? t(`shell.${key}`) : t(`shell.${key}Named`, { what: actionName(code) })
  return (
    <div
      ref={bar}
      className={`draw-toolbar ${lying ? 'lying' : 'upright'}${folded ? ' folded' : ''}`}
      role="toolbar"
      aria-label={t('drawing.toolbar')}
      aria-orientation={lying ? 'horizontal' : 'vertical'}
      tabIndex={-1}
      data-testid="draw-toolbar"
      onKeyDown={onKeyDown}
    >
      <div className="draw-tools">
        {drawingTools.map((tool) => {
          const Icon = toolIcons[tool]
          return entry(tool, <Icon size={20} />, t(`drawing.toolShort.${tool}`), {
            pressed: drawing.tool === tool,
            keys: toolKeys[tool],
            run: () => actions.setDrawing({ tool }),
          })
        })}
      </div>
      <div className="draw-tools draw-helpers">
        {entry('snapping', <Magnet size={20} aria-hidden />, t('drawing.snapping'), {
          pressed: drawing.snapping,
          keys: snappingKey,
          className: 'switch',
          run: () => actions.setDrawing({ snapping: !drawing.snapping }),
        })}
        {entry('undo', <Undo2 size={20} aria-hidden />, t('shell.undo'), {
          name: named('undo', project.undoLabel),
          disabled: !project.canUndo,
          className: 'half',
          run: () => actions.undo(),
        })}
        {entry('redo', <Redo2 size={20} aria-hidden />, t('shell.redo'), {
          name: named('redo', project.redoLabel),
          disabled: !project.canRedo,
          className: 'half',
          run: () => actions.redo(),
        })}
        {!lying &&
          entry(
            'fold',
            folded ? <ChevronsLeft size={20} aria-hidden /> : <ChevronsRight size={20} aria-hidden />,
            t(folded ? 'drawing.unfold' : 'drawing.fold'),
            { className: 'fold', run: () => useFolded.setState({ folded: !folded }) },
          )}
        {!lying &&
          entry('end', <Check size={20} aria-hidden />, t('drawing.end'), {
            className: 'done',
            run: () => actions.endDrawing(),
          })}
      </div>
    </div>
  )
}

interface EntryProps {
  readonly run: () => void
  readonly pressed?: boolean
  readonly keys?: string
  /** Its whole name, where the words on it are short. */
  readonly name?: string
  readonly disabled?: boolean
  readonly className?: string
}
