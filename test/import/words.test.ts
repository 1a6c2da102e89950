import { describe, expect, test } from 'vitest'
import table from '../../data/import-words.json'
import {
  folded,
  isPlaceholder,
  namesGround,
  namesPartition,
  operationOfName,
  useOfName,
} from '../../src/import/words.ts'
import { isZoneUse } from '../../src/premises/uses.ts'

describe('what a name says of a room', () => {
  test.each([
    ['Phòng họp số 1', 'meeting'],
    ['PHÒNG KỸ THUẬT ĐIỆN', 'electrical'],
    ['Kho lưu trữ hồ sơ', 'archive'],
    ['Kho vật tư', 'store'],
    ['Sảnh thang máy T3', 'liftLobby'],
    ['Thang máy 2', 'lift'],
    ['Phòng máy thang máy', 'mechanical'],
    ['Buồng thang bộ N1', 'stair'],
    ['Khu vệ sinh nam', 'toilet'],
    ['Nhà để xe máy', 'bikePark'],
    ['Hội trường 300 chỗ', 'hall'],
    ['CONFERENCE RM', 'meeting'],
    ['ELEV EQ RM', 'mechanical'],
    ['ELEV', 'lift'],
    ['S-1/S-4 STOR', 'store'],
    ['Besprechungsraum 2', 'meeting'],
    ['Treppenhaus', 'stair'],
    ['Küche', 'kitchen'],
    ['Aufzugsschacht', 'lift'],
  ])('%s is taken as %s', (name, use) => {
    expect(useOfName(name)).toBe(use)
  })

  test('a name that says nothing stays unknown: no use is made up', () => {
    for (const name of ['', '101', 'S-6', 'Nguyễn Văn A', 'Restaurateur'])
      expect(useOfName(name), name).toBeNull()
  })

  test('a word counts whole only: "Sandwich" is no yard, "Komma" no lift', () => {
    expect(useOfName('Sandwich')).toBeNull()
    expect(useOfName('Klassik')).toBeNull()
  })

  test('accents, đ and the way they are composed do not matter', () => {
    expect(folded('Đường dốc'.normalize('NFD'))).toBe('duong doc')
    expect(folded('Straße_12.B')).toBe('strasse 12 b')
  })
})

describe('what a name says of a door', () => {
  test.each([
    ['Cửa cuốn 3000x3000', 'rollerShutter'],
    ['Cửa xoay sảnh chính', 'revolving'],
    ['Schiebetür 3-teilig', 'sliding'],
    ['M_Door-Overhead-Sectional', 'rollerShutter'],
  ])('%s is taken as %s', (name, operation) => {
    expect(operationOfName(name)).toBe(operation)
  })

  test('an ordinary door has no operation in its name', () => {
    expect(operationOfName('M_Single-Flush:0915 x 2134mm')).toBeNull()
    expect(namesPartition('M_Toilet Partition:0915 x 1525mm')).toBe(true)
    expect(namesPartition('Cửa đi 1 cánh')).toBe(false)
  })
})

test('storeys at the ground are known by name, and names that nobody gave are no names', () => {
  for (const name of ['Tầng trệt', 'Tầng 1', 'Erdgeschoss', 'Ground Floor', 'Level 1'])
    expect(namesGround(name), name).toBe(true)
  for (const name of ['Tầng 11', 'Level 2', 'Basement']) expect(namesGround(name), name).toBe(false)
  expect(isPlaceholder('Project Number')).toBe(true)
  expect(isPlaceholder('0001')).toBe(true)
  expect(isPlaceholder('Trụ sở huyện')).toBe(false)
})

test('every use of the table exists, and no entry stands under two', () => {
  const owner = new Map<string, string>()
  for (const [use, entries] of Object.entries(table.zoneUses)) {
    expect(isZoneUse(use), use).toBe(true)
    for (const entry of entries) {
      expect(folded(entry.replaceAll('*', '')), entry).toBe(entry.replaceAll('*', ''))
      expect(owner.get(entry), entry).toBeUndefined()
      owner.set(entry, use)
    }
  }
})
