import { PersonError } from '../premises/message.ts'
import type { Actions, Drawing } from './app.ts'
import { type Context, messageOf, notify } from './context.ts'
import type { Editing } from './editing.ts'

/** What the tools start with. Usual values of a new building; the person's own from the first change on. */
export const firstDrawing: Drawing = {
  tool: 'select',
  opening: { widthM: 0.9, chosen: false, operation: 'swing', leaves: 1 },
  stair: {
    template: 'dogLeg',
    kind: 'enclosed',
    riserM: 0.16,
    treadM: 0.3,
    clearWidthM: 1.2,
    climbsDeg: 90,
    turnsLeft: true,
  },
  lift: { widthM: 2, depthM: 2, turnDeg: 0 },
  use: 'unknown',
  picked: [],
  wall: null,
  snapping: true,
  underlay: null,
}

/** Tools of the drawing desk, what is picked, and edits of the drawing. */
export function drawingActions(
  context: Context,
  editing: Editing,
): Pick<Actions, 'startDrawing' | 'endDrawing' | 'setDrawing' | 'pick' | 'draw'> {
  const { store } = context
  return {
    startDrawing: (tool = 'select') =>
      store.setState(({ drawing, project, view }) =>
        project === null
          ? {}
          : {
              drawing: {
                ...(drawing ?? { ...firstDrawing, picked: view.selection === null ? [] : [view.selection] }),
                tool,
              },
            },
      ),
    endDrawing: () => store.setState({ drawing: null }),
    setDrawing: (change) =>
      store.setState(({ drawing }) => (drawing === null ? {} : { drawing: { ...drawing, ...change } })),
    pick: (record, { add = false } = {}) =>
      store.setState(({ drawing, view }) => {
        if (drawing === null) return { view: { ...view, selection: record } }
        const others = add ? drawing.picked : []
        const isPicked = record !== null && others.some((each) => sameRef(each, record))
        const picked =
          record === null
            ? others
            : isPicked
              ? others.filter((each) => !sameRef(each, record))
              : [...others, record]
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

function sameRef(a: Drawing['picked'][number], b: Drawing['picked'][number]): boolean {
  return a.table === b.table && (a.table === 'facility' || b.table === 'facility' || a.id === b.id)
}
