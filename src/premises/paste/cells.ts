/** The most that is read of a pasted table: far more than any list of rooms, and no hang on a whole sheet. */
export const mostRows = 5000
export const mostColumns = 60
const mostCharacters = 2_000_000

/**
 * The cells of a table as a spreadsheet puts it on the clipboard: rows by line, cells by tab; a cell with tabs, line breaks or
 * quotes stands in quotes, its own doubled. Without any tab, semicolons part the cells where every line has one. Spaces round
 * a cell go, rows and columns without content at the end too. An apostrophe that keeps a name from being a formula goes.
 */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const plain = text
    .slice(0, mostCharacters)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
  const rows = split(plain, separatorOf(plain))
    .slice(0, mostRows)
    .map((row) => row.slice(0, mostColumns).map(cleaned))
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === '')) rows.pop()
  const width = rows.reduce((most, row) => Math.max(most, row.findLastIndex((cell) => cell !== '') + 1), 0)
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''))
}

function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t'
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.length > 0 && lines.every((line) => line.includes(';')) ? ';' : '\t'
}

function split(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell === '' && closes(text, at, separator)) quoted = true
    else if (sign === separator) {
      row.push(cell)
      cell = ''
    } else if (sign === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
    } else cell += sign
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows
}

/** Whether a quote that opens a cell is closed at the end of one: a name may begin with a quote of its own. */
function closes(text: string, from: number, separator: string): boolean {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') {
      at += 1
      continue
    }
    const next = text[at + 1]
    return next === undefined || next === '\n' || next === separator
  }
  return false
}

function cleaned(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
    .replace(/^'(?=[=+@])/, '')
}
