import { describe, expect, test } from 'vitest'
import vi from '../../src/i18n/vi/shell.json'
import { isUnderlay, unsupportedKind } from '../../src/ui/unsupported.ts'

describe('known files that are not read get a sentence that says what to do instead', () => {
  test.each([
    ['Mặt bằng tầng 1.DWG', 'dwg'],
    ['plan.dxf', 'dwg'],
    ['tru-so.rvt', 'design'],
    ['thuyet minh.docx', 'document'],
    ['danh sach.xlsx', 'sheet'],
    ['ho so.rar', 'archive'],
  ])('%s', (name, kind) => {
    expect(unsupportedKind(name)).toBe(kind)
    expect(Object.keys(vi.shell.unsupported)).toContain(kind)
  })

  test.each(['toa-nha.ifc', 'venue.zip', 'unit.geojson', 'coso.loithoat', 'manifest.json', 'khong-duoi'])(
    '%s goes to the importers',
    (name) => expect(unsupportedKind(name)).toBeNull(),
  )

  test.each(['ban ve.PDF', 'IMG_2031.HEIC', 'so do.jpeg', 'hinh.svg'])(
    '%s lies beneath a level, once a facility is open',
    (name) => {
      expect(isUnderlay(name)).toBe(true)
      expect(unsupportedKind(name)).toBeNull()
      expect(Object.keys(vi.shell.unsupported)).toContain('underlay')
    },
  )
})
