import type { Premises } from '../premises/model.ts'
import { recordAt } from '../premises/operations/index.ts'
import type { RecordRef } from '../premises/operation.ts'
import type { AppState, Drawing } from './app.ts'
import { levelOfRecord } from './view.ts'

/**
 * What is picked and what is selected after a change of the state, so that they always say the same: only what is there, and of
 * rooms, openings and walls only those of the level that is looked at; the last that is picked is the selection. Null where
 * nothing is to be done.
 */
export function picksAfter(now: AppState, before: AppState): Partial<AppState> | null {
  const { drawing, project, view } = now
  if (drawing === null) return null
  if (project === null || (before.project !== null && project.id !== before.project.id))
    return { drawing: null }
  const { premises } = project
  // Somebody selected in a list, by a link or with Esc: that is what is picked now.
  const selected =
    view.selection !== before.view.selection &&
    drawing.picked === before.drawing?.picked &&
    !isSame(view.selection, drawing.picked.at(-1) ?? null) &&
    !(view.selection === null && isGone(premises, before.view.selection))
  const asked = selected ? (view.selection === null ? [] : [view.selection]) : drawing.picked
  const picked = asked.filter(
    (record) => !isGone(premises, record) && isOnLevel(premises, record, view.levelId),
  )
  const wall = picked.length > 0 || selected || view.levelId !== before.view.levelId ? null : drawing.wall
  const selection = picked.at(-1) ?? null
  const samePicks = isSameList(picked, drawing.picked)
  if (samePicks && wall === drawing.wall && isSame(selection, view.selection)) return null
  return {
    drawing: { ...drawing, wall, picked: samePicks ? drawing.picked : picked },
    view: isSame(selection, view.selection) ? view : { ...view, selection },
  }
}

/** What is picked once a record has been tapped: it alone, or it added to (taken from) the others. */
export function pickedWith(
  picked: Drawing['picked'],
  record: RecordRef | null,
  add: boolean,
): Drawing['picked'] {
  if (record === null) return add ? picked : []
  if (!add) return [record]
  const others = picked.filter((each) => !isSame(each, record))
  return others.length < picked.length ? others : [...picked, record]
}

function isGone(premises: Premises, record: RecordRef | null): boolean {
  return record !== null && recordAt(premises, record) === undefined
}

function isOnLevel(premises: Premises, record: RecordRef, levelId: AppState['view']['levelId']): boolean {
  if (record.table !== 'zones' && record.table !== 'openings' && record.table !== 'walls') return true
  const own = levelOfRecord(premises, record, levelId)
  return own === null || own === levelId
}

function isSameList(a: readonly RecordRef[], b: readonly RecordRef[]): boolean {
  return a.length === b.length && a.every((each, index) => isSame(each, b[index] ?? null))
}

function isSame(a: RecordRef | null, b: RecordRef | null): boolean {
  if (a === null || b === null) return a === b
  return a.table === b.table && (a.table === 'facility' || b.table === 'facility' || a.id === b.id)
}
