import { useRef, useState, type ReactNode } from 'react'
import { useT } from '../useT.ts'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly number?: boolean
  /** Shown in the cell. */
  readonly cell: (row: Row) => ReactNode
  /** Copied to the clipboard; numbers as the language writes them, so that the spreadsheet reads them as numbers. */
  readonly text: (row: Row) => string
}

/**
 * A table whose whole content Ctrl+C copies as tab-separated text, unless something else is marked. Ctrl+V goes to `onPaste`; a
 * table of results takes nothing, and says what does.
 */
export function DataTable<Row>(props: {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly current?: (row: Row) => boolean
  readonly testId?: string
  readonly onPaste?: (text: string) => void
}) {
  const t = useT()
  const [refused, setRefused] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  return (
    <section
      className="table-scroll"
      ref={frame}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys scroll it, and Ctrl C copies it
      tabIndex={0}
      aria-label={t('shell.table.region', { caption: props.caption })}
      data-testid={props.testId}
      onCopy={(event) => {
        if (window.getSelection()?.isCollapsed === false) return
        event.clipboardData.setData('text/plain', tabSeparated(props.columns, props.rows))
        event.preventDefault()
      }}
      onPaste={(event) => {
        event.preventDefault()
        if (props.onPaste) props.onPaste(event.clipboardData.getData('text/plain'))
        else setRefused(true)
      }}
    >
      <table className="table">
        <caption className="hidden-visually">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.key} scope="col" className={column.number ? 'number' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)} aria-current={props.current?.(row) || undefined}>
              {props.columns.map((column, index) => {
                const Cell = index === 0 ? 'th' : 'td'
                return (
                  <Cell
                    key={column.key}
                    {...(index === 0 ? { scope: 'row' } : {})}
                    className={column.number ? 'number' : undefined}
                  >
                    {column.cell(row)}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {refused && (
        <output className="table-note small" data-testid="paste-refused">
          {t('paste.onlyResults')}
        </output>
      )}
    </section>
  )
}

/** Head and rows as a spreadsheet takes them; a cell holds neither tab nor line break, and a name is no formula. */
export function tabSeparated<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const plain = (text: string) => text.replace(/[\t\r\n]+/g, ' ').replace(/^(?=[=+@])/, "'")
  const lines = [
    columns.map((column) => plain(column.title)),
    ...rows.map((row) => columns.map((column) => plain(column.text(row)))),
  ]
  return lines.map((line) => line.join('\t')).join('\r\n')
}
