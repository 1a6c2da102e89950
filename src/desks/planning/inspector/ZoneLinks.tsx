import type { Premises } from '../../../premises/model.ts'
import { zonePlace } from '../names.ts'
import { RecordLink } from '../RecordLink.tsx'

/** The zones that something joins, each a way to it. */
export function ZoneLinks({
  premises,
  ids,
}: {
  readonly premises: Premises
  readonly ids: readonly string[]
}) {
  return (
    <ul className="links">
      {ids.map((id, index) => (
        <li key={`${id} ${index}`}>
          <RecordLink record={{ table: 'zones', id }}>{zonePlace(premises, id)}</RecordLink>
        </li>
      ))}
    </ul>
  )
}
