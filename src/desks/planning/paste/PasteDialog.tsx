import { useMemo, useState } from 'react'
import { formatNumber } from '../../../i18n/format.ts'
import type { ZoneId } from '../../../premises/ids.ts'
import type { Premises } from '../../../premises/model.ts'
import { occupantTotals } from '../../../premises/occupants.ts'
import {
  type Columns,
  type Given,
  mostRows,
  pasteRooms,
  type RoomsPaste,
} from '../../../premises/paste/index.ts'
import { withChanges } from '../../../premises/operations/index.ts'
import { actions } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Dialog } from '../../../ui/controls/Dialog.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { stamped } from '../inspector/editing.ts'
import { ColumnChoice } from './ColumnChoice.tsx'
import { takePasted } from './pending.ts'
import { RoomsPreview } from './RoomsPreview.tsx'
import { UnmatchedRows } from './UnmatchedRows.tsx'
import './paste.css'

const close = () => actions.set({ dialog: null })

/** A list of rooms from a spreadsheet: pasted, looked at, what found no room given one, and taken over in one step. */
export default function PasteDialog({ premises }: { readonly premises: Premises }) {
  const t = useT()
  const [text, setText] = useState(takePasted)
  const [columns, setColumns] = useState<Columns | null>(null)
  const [given, setGiven] = useState<Given>(new Map<number, ZoneId>())
  const paste = useMemo(
    () =>
      pasteRooms(premises, text, {
        evidence: stamped({ mark: 'assumed', source: t('paste.source') }),
        given,
        ...(columns ? { columns } : {}),
      }),
    [premises, text, columns, given, t],
  )
  const { matched, unmatched, changes } = paste
  const rows = matched.length + unmatched.length
  const take = (next: string) => {
    setText(next)
    setColumns(null)
    setGiven(new Map())
  }
  const apply = () => {
    actions.edit('pasteRooms', changes)
    close()
    const { table, landed } = paste.persons
    const params = { rows: matched.length, left: unmatched.length, table, landed }
    actions.tell({
      code: unmatched.length === 0 ? 'roomsPasted' : 'roomsPastedSome',
      severity: 'info',
      params,
    })
  }
  return (
    <Dialog title={t('paste.title')} onClose={close} wide testId="paste-dialog">
      <div className="body paste">
        <p id="paste-how">{t('paste.howTo')}</p>
        <textarea
          className="input paste-area"
          data-autofocus
          data-testid="paste-area"
          rows={rows === 0 ? 6 : 3}
          spellCheck={false}
          aria-label={t('paste.area')}
          aria-describedby="paste-how"
          placeholder={t('paste.placeholder')}
          value={text}
          onPaste={(event) => {
            // A table replaces what is there; a word pasted into it is typing.
            const pasted = event.clipboardData.getData('text/plain')
            if (!/[\t\n]/.test(pasted)) return
            event.preventDefault()
            take(pasted)
          }}
          onChange={(event) => take(event.target.value)}
        />
        {text.trim() !== '' && rows === 0 && (
          <p role="alert" data-testid="paste-nothing">
            {t('paste.nothing')}
          </p>
        )}
        {rows > 0 && (
          <>
            <Sum premises={premises} paste={paste} />
            <ColumnChoice paste={paste} onChange={setColumns} />
            {unmatched.length > 0 && (
              <UnmatchedRows premises={premises} paste={paste} given={given} onGive={setGiven} />
            )}
            {matched.length > 0 && (
              <RoomsPreview premises={premises} paste={paste} given={given} onGive={setGiven} />
            )}
          </>
        )}
      </div>
      <footer>
        <Button onClick={close}>{t('paste.cancel')}</Button>
        <Button look="primary" disabled={changes.length === 0} data-testid="paste-apply" onClick={apply}>
          {t('paste.apply', { count: matched.length })}
        </Button>
      </footer>
    </Dialog>
  )
}

/** Excel's sum beside the file's, first of all; then what makes the difference. */
function Sum({ premises, paste }: { readonly premises: Premises; readonly paste: RoomsPaste }) {
  const t = useT()
  const language = useLanguage()
  const { matched, unmatched, persons, columns, cells, changes } = paste
  const all = useMemo(() => occupantTotals(withChanges(premises, changes)).all.persons, [premises, changes])
  const n = (value: number) => formatNumber(value, language, 0)
  const others = all - persons.landed
  const hasPersons = columns.fields.includes('persons')
  return (
    <div className="paste-sum" aria-live="polite">
      {hasPersons && (
        <p className="paste-sums" data-testid="paste-sum">
          {t('paste.sum', { table: n(persons.table), landed: n(persons.landed) })}
        </p>
      )}
      <p data-testid="paste-rows">
        {t('paste.rows', {
          count: matched.length + unmatched.length,
          matched: matched.length,
          left: unmatched.length,
        })}{' '}
        {hasPersons && persons.table > persons.landed && (
          <strong>{t('paste.sumLess', { n: n(persons.table - persons.landed) })}</strong>
        )}
        {cells.length >= mostRows && t('paste.tooMany', { most: mostRows })}
      </p>
      {hasPersons && (
        <p className="quiet small">
          {others > 0
            ? t('paste.wholeMore', { all: n(all), n: n(others) })
            : t('paste.whole', { all: n(all) })}
        </p>
      )}
    </div>
  )
}
