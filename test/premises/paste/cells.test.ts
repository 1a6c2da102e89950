import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { cellsOf, countOf, metresOf, useOfCell } from '../../../src/premises/paste/index.ts'
import { zoneUses } from '../../../src/premises/uses.ts'

describe('what a spreadsheet puts on the clipboard', () => {
  it('is rows by line and cells by tab', () => {
    expect(cellsOf('Phòng\tSố người\r\n201\t12\r\n202\t8\r\n')).toEqual([
      ['Phòng', 'Số người'],
      ['201', '12'],
      ['202', '8'],
    ])
  })

  it('a cell with line breaks, tabs or quotes stands in quotes, its own doubled', () => {
    expect(cellsOf('"Phòng họp\nlớn"\t12\n"Kho ""A"""\t"một\thai"')).toEqual([
      ['Phòng họp lớn', '12'],
      ['Kho "A"', 'một hai'],
    ])
  })

  it('a name that only begins with a quote keeps it', () => {
    expect(cellsOf('"Nhà mẫu" số 2\t5\n3" ống\t1')).toEqual([
      ['"Nhà mẫu" số 2', '5'],
      ['3" ống', '1'],
    ])
  })

  it('rows and columns that are empty at the end go, those between stay', () => {
    expect(cellsOf('a\tb\t\t\n\t\t\t\nc\t\t\t\n\t\t\n')).toEqual([
      ['a', 'b'],
      ['', ''],
      ['c', ''],
    ])
  })

  it('typed with semicolons it is a table too', () => {
    expect(cellsOf('201;Phòng họp;12\n202;Kho;0')).toEqual([
      ['201', 'Phòng họp', '12'],
      ['202', 'Kho', '0'],
    ])
  })

  test('any table that is quoted as a spreadsheet quotes comes back, but for spaces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ệ', '"', '\t', '\n', ';', ' ', '1', '.') , maxLength: 8 })
    const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
    const quoted = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
        // A last column that is never empty keeps every row and column.
        const whole = rows.map((row) => [...row, 'x'])
        const text = whole.map((row) => row.map(quoted).join('\t')).join('\r\n')
        expect(cellsOf(text)).toEqual(whole.map((row) => row.map(tidy)))
      }),
    )
  })
})

describe('a number of persons', () => {
  test.each([
    ['12', 12],
    ['12,0', 12],
    ['12.00', 12],
    ['1.234', 1234],
    ['1,234', 1234],
    ['1 234', 1234],
    ['1.234,0', 1234],
    ['12.345.678', 'bad'],
    ['12 người', 12],
    ['8 (người)', 8],
    ['0', 0],
    ['', null],
    ['–', null],
    ['12,5', 'bad'],
    ['-3', 'bad'],
    ['10-12', 'bad'],
    ['mười', 'bad'],
    ['1.23', 'bad'],
    ['12,', 12],
    ['99.999', 99_999],
    ['100.001', 'bad'],
  ])('%j is %j', (text, value) => expect(countOf(text)).toBe(value))
})

describe('a width', () => {
  test.each([
    ['0,9', 0.9],
    ['0.85 m', 0.85],
    ['90 cm', 0.9],
    ['900mm', 0.9],
    ['1,2', 1.2],
    ['', null],
    ['rộng', 'bad'],
  ])('%j is %j', (text, value) => expect(metresOf(text)).toBe(value))
})

describe('the use that a cell names', () => {
  test.each([
    ['VP', 'office'],
    ['Văn phòng', 'office'],
    ['phòng họp', 'meeting'],
    ['PHONG HOP', 'meeting'],
    ['Phòng họp giao ban lớn', 'meeting'],
    ['P. họp', 'meeting'],
    ['WC', 'toilet'],
    ['WC nam', 'toilet'],
    ['kho', 'store'],
    ['Kho lưu trữ', 'archive'],
    ['Hội trường', 'hall'],
    ['Meeting room', 'meeting'],
    ['Phòng kỹ thuật điện', 'electrical'],
    ['Sảnh thang máy', 'liftLobby'],
    ['gì đó', null],
  ])('%j is %j', (text, use) => expect(useOfCell(text)).toBe(use))

  test('every use is found by its name in both languages', () => {
    for (const { key, vi, en } of zoneUses) {
      expect(useOfCell(vi), vi).toBe(key)
      expect(useOfCell(en.toUpperCase()), en).toBe(key)
    }
  })
})
