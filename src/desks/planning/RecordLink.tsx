import type { ReactNode } from 'react'
import type { RecordRef } from '../../premises/operation.ts'
import { actions } from '../../ui/app.ts'
import { show } from './show.ts'

/** The name of a record inside a sentence: goes to its level, selects it, and the map flies there. */
export function RecordLink({
  record,
  children,
}: {
  readonly record: RecordRef
  readonly children: ReactNode
}) {
  return (
    <a
      className="link"
      href={addressOf(record)}
      onClick={(event) => {
        // With a modifier the browser opens the address in a tab of its own.
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        actions.set({ dialog: null })
        show(record)
      }}
    >
      {children}
    </a>
  )
}

/** As src/state reads the address bar: view, level, selection, camera. */
function addressOf(record: RecordRef): string {
  return record.table === 'facility' ? '#//facility' : `#//${record.table}:${encodeURIComponent(record.id)}`
}
