import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importFiles } from '../../src/import/index.ts'
import { PersonError } from '../../src/premises/message.ts'
import { hasSentence } from '../../src/i18n/index.ts'
import { jsonFile, quiet } from './context.ts'
import { smallVenue } from './imdfVenue.ts'

const codeOf = async (name: string, bytes: Uint8Array) => {
  try {
    await importFiles([{ name, bytes }], null, quiet)
    return null
  } catch (error) {
    if (!(error instanceof PersonError)) throw error
    expect(hasSentence(`message.${error.report.code}`), error.report.code).toBe(true)
    return error.report.code
  }
}

describe('files that cannot be read get a sentence of their own', () => {
  it.each([
    ['mat-bang.dwg', 'import.unsupported.dwg'],
    ['mat-bang.DXF', 'import.unsupported.dxf'],
    ['bao-cao.docx', 'import.unsupported.document'],
    ['danh-sach.xls', 'import.unsupported.table'],
    ['tang-1.pdf', 'import.unsupported.picture'],
    ['tang-1.jpg', 'import.unsupported.picture'],
    ['nha.rvt', 'import.unsupported.revit'],
    ['gi-do.xyz', 'import.unknownFormat'],
    ['mang.geojson', 'import.notJson'],
  ])('%s: %s', async (name, code) => {
    expect(await codeOf(name, new TextEncoder().encode('AC1032 …'))).toBe(code)
  })

  it('an empty file, a table of points, text in another encoding', async () => {
    expect(await codeOf('trong.geojson', new Uint8Array())).toBe('import.empty')
    expect(
      await codeOf('diem.geojson', jsonFile('', { type: 'FeatureCollection', features: [] }).bytes),
    ).toBe('import.notAFloor')
    expect(await codeOf('cu.geojson', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]))).toBe('import.notUtf8')
  })

  it('names the line of a JSON error', async () => {
    await expect(
      importFiles([jsonFile('a.geojson', '{\n "type": "FeatureCollection",\n oops')], null, quiet),
    ).rejects.toMatchObject({
      report: { code: 'import.notJson', params: { line: 3 } },
    })
  })
})

describe('damaged IMDF', () => {
  it('never fails otherwise than with a message', async () => {
    const venue = smallVenue()
    await fc.assert(
      fc.asyncProperty(
        fc.nat(venue.length - 1),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(255),
        fc.boolean(),
        async (which, at, byte, cut) => {
          const files = venue.map((file, i) => {
            if (i !== which) return file
            const position = Math.floor(at * file.bytes.length)
            if (cut) return { ...file, bytes: file.bytes.slice(0, position) }
            const bytes = file.bytes.slice()
            bytes[position] = byte
            return { ...file, bytes }
          })
          try {
            await importFiles(files, null, quiet)
          } catch (error) {
            expect(error).toBeInstanceOf(PersonError)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
