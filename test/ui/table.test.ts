import { expect, test } from 'vitest'
import { tabSeparated } from '../../src/ui/controls/DataTable.tsx'

test('a table is copied as a spreadsheet takes it, and a name is never a formula', () => {
  const text = (key: string, number = false) => ({
    key,
    title: key,
    number,
    cell: (row: Record<string, string>) => row[key] ?? '',
    text: (row: Record<string, string>) => row[key] ?? '',
  })
  const copied = tabSeparated(
    [text('Cửa'), text('Người', true)],
    [
      { Cửa: 'Cửa\tS1\nphía tây', Người: '12' },
      { Cửa: '=HYPERLINK("x")', Người: '3,5' },
    ],
  )
  expect(copied).toBe('Cửa\tNgười\r\nCửa S1 phía tây\t12\r\n\'=HYPERLINK("x")\t3,5')
})
