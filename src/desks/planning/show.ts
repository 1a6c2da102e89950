import type { RecordRef } from '../../premises/operation.ts'
import { actions } from '../../ui/app.ts'

/** Selects a record wherever it is: its level comes up, the map flies to it, the inspector opens. */
export function show(record: RecordRef): void {
  actions.select(record, { fly: true })
}
