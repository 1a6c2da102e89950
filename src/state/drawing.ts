import table from '../../data/drawing.json'
import { PersonError } from '../premises/message.ts'
import type { Actions, Drawing, DrawingTool, OpeningChoice, OpeningTool } from './app.ts'
import { type Context, messageOf, notify } from './context.ts'
import type { Editing } from './editing.ts'
import type { FigureDesk } from './figures.ts'
import { pickedWith, picksAfter } from './picks.ts'

const openings: Drawing['openings'] = {
  door: usual(table.doorWidth.value),
  passage: usual(table.passageWidth.value),
  window: usual(table.windowWidth.value),
}

/** What the tools start with. Usual values of a new building; the person's own from the first change on. */
export const firstDrawing: Drawing = {
  tool: 'select',
  opening: openings.door,
  openings,
  stair: {
    template: 'dogLeg',
    kind: 'enclosed',
    riserM: table.stair.riser.value,
    treadM: table.stair.tread.value,
    clearWidthM: table.stair.clearWidth.value,
    climbsDeg: 90,
    turnsLeft: true,
  },
  lift: { widthM: table.lift.width.value, depthM: table.lift.depth.value, turnDeg: 0 },
  use: 'unknown',
  picked: [],
  wall: null,
  snapping: true,
  underlay: null,
}

function usual(widthM: number): OpeningChoice {
  return { widthM, chosen: false, operation: 'swing', leaves: 1 }
}

/** Tools of the drawing desk, what is picked, and edits of the drawing. */
export function drawingActions(
  context: Context,
  editing: Editing,
  figures: Pick<FigureDesk, 'whatIfChanged'>,
): Pick<Actions, 'startDrawing' | 'endDrawing' | 'setDrawing' | 'pick' | 'draw'> {
  const { store } = context
  /** The tools as they were laid down, of the project that they were used on. */
  let laidDown: { readonly projectId: string; readonly drawing: Drawing } | null = null

  store.subscribe((now, before) => {
    const change = picksAfter(now, before)
    if (change !== null) store.setState(change)
  })

  return {
    startDrawing: (tool = 'select') => {
      const { project, drawing, view, whatIf } = store.getState()
      if (project === null || view.levelId === null) return
      if (drawing !== null) return store.setState({ drawing: changed(drawing, { tool }) })
      const tools = laidDown?.projectId === project.id ? laidDown.drawing : firstDrawing
      const picked = view.selection === null ? [] : [view.selection]
      // What is drawn is what is: an assumption of the moment would stand between a line and its effect.
      store.setState({ drawing: changed({ ...tools, picked }, { tool }), whatIf: null })
      if (whatIf !== null) figures.whatIfChanged()
    },
    endDrawing: () => {
      const { project, drawing } = store.getState()
      if (project !== null && drawing !== null)
        laidDown = { projectId: project.id, drawing: { ...drawing, picked: [], wall: null, underlay: null } }
      store.setState({ drawing: null })
    },
    setDrawing: (change) =>
      store.setState(({ drawing }) => (drawing === null ? {} : { drawing: changed(drawing, change) })),
    pick: (record, { add = false } = {}) =>
      store.setState(({ drawing, view }) => {
        if (drawing === null) return { view: { ...view, selection: record } }
        const picked = pickedWith(drawing.picked, record, add)
        return {
          drawing: { ...drawing, picked, wall: null },
          view: { ...view, selection: picked.at(-1) ?? null },
        }
      }),
    draw: (label, edit) => {
      const { session } = context
      if (session === null) return false
      try {
        const { changes, made } = edit(session.premises)
        if (editing.edit(label, changes) === null) return false
        const picked = made.filter((each) => each.table !== 'facility')
        // An edit that makes nothing (a wall made longer) leaves what is picked.
        if (picked.length === 0) return true
        store.setState(({ drawing, view }) => ({
          ...(drawing === null ? {} : { drawing: { ...drawing, picked, wall: null } }),
          view: { ...view, selection: picked.at(-1) ?? null },
        }))
        return true
      } catch (error) {
        if (!(error instanceof PersonError)) throw error
        notify(context, messageOf(error))
        return false
      }
    },
  }
}

/** The tools after a change; each kind of opening keeps what was chosen for it. */
function changed(drawing: Drawing, change: Partial<Drawing>): Drawing {
  // A wall is picked by itself.
  const alone = change.wall && change.picked === undefined ? { picked: [] } : {}
  const next = { ...drawing, ...change, ...alone }
  const kept =
    change.opening !== undefined && isOpeningTool(next.tool)
      ? { ...next.openings, [next.tool]: change.opening }
      : next.openings
  if (next.tool === drawing.tool && kept === next.openings) return next
  return {
    ...next,
    openings: kept,
    opening: isOpeningTool(next.tool) ? kept[next.tool] : next.opening,
    underlay: next.tool === 'underlay' ? next.underlay : null,
  }
}

export function isOpeningTool(tool: DrawingTool): tool is OpeningTool {
  return tool === 'door' || tool === 'passage' || tool === 'window'
}
