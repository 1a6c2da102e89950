import type { Language } from '../../../i18n/format.ts'
import { formatNumber } from '../../../i18n/format.ts'
import { t } from '../../../i18n/index.ts'
import type { Opening, Premises } from '../../../premises/model.ts'
import { tabSeparated, type Column } from '../../../ui/controls/DataTable.tsx'
import { openingName } from '../names.ts'

/** Doors, passages and windows as a spreadsheet takes them: level, name, kind, width with its source, exit. */
export function openingTable(premises: Premises, openings: readonly Opening[], language: Language): string {
  const columns: Column<Opening>[] = [
    column('level', (opening) => premises.levels[opening.levelId]?.name ?? ''),
    column('opening', (opening) => openingName(premises, opening)),
    column('kind', (opening) => t(`planning.option.openingKind.${opening.kind}`)),
    column('width', ({ clearWidthM }) =>
      clearWidthM === undefined ? '' : formatNumber(clearWidthM, language, 3),
    ),
    column('mark', ({ clearWidthM, evidence }) =>
      clearWidthM === undefined ? '' : t(`shell.mark.${evidence['clearWidthM']?.mark ?? 'assumed'}`),
    ),
    column('exit', ({ exit }) => (exit === undefined ? '' : t(`planning.option.exit.${exit}`))),
  ]
  return tabSeparated(columns, openings)
}

function column(key: string, text: (opening: Opening) => string): Column<Opening> {
  return { key, title: t(`paste.column.${key}`), text, cell: text }
}
