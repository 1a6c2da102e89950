import type { Language } from '../../../i18n/format.ts'
import { formatNumber } from '../../../i18n/format.ts'
import { t } from '../../../i18n/index.ts'
import type { Premises, Zone } from '../../../premises/model.ts'
import { unnamedRooms } from '../../../premises/paste/index.ts'
import { personsOf } from '../../../premises/persons.ts'
import { zoneUse } from '../../../premises/uses.ts'
import { tabSeparated, type Column } from '../../../ui/controls/DataTable.tsx'

/**
 * The list of rooms as a spreadsheet takes it; pasted back it finds every room again, those without a name in turn: they stand
 * behind the others of their level, as one reads the plan. Persons that somebody counted stand in a
 * column of their own: those by area are no count, and pasting them must not make them one.
 */
export function zoneTable(premises: Premises, zones: readonly Zone[], language: Language): string {
  const columns: Column<Zone>[] = [
    column('level', (zone) => premises.levels[zone.levelId ?? '']?.name ?? ''),
    column('number', (zone) => zone.number ?? ''),
    column('name', (zone) => zone.name),
    column('use', (zone) => zoneUse(zone.use)[language]),
    column('persons', (zone) =>
      zone.occupants === undefined ? '' : formatNumber(zone.occupants, language, 0),
    ),
    column('byArea', (zone) => {
      const persons = personsOf(zone)
      return persons.source === 'area' ? formatNumber(persons.count, language, 0) : ''
    }),
  ]
  return tabSeparated(columns, unnamedLast(premises, zones))
}

function unnamedLast(premises: Premises, zones: readonly Zone[]): readonly Zone[] {
  const listed = new Set(zones)
  const unnamed = unnamedRooms(premises).filter((zone) => listed.has(zone))
  const isLast = new Set(unnamed)
  const levels = [...new Set(zones.map(({ levelId }) => levelId))]
  return levels.flatMap((levelId) => [
    ...zones.filter((zone) => zone.levelId === levelId && !isLast.has(zone)),
    ...unnamed.filter((zone) => zone.levelId === levelId),
  ])
}

function column(key: string, text: (zone: Zone) => string): Column<Zone> {
  return { key, title: t(`paste.column.${key}`), text, cell: text }
}
