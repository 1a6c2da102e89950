import { describe, expect, test } from 'vitest'
import { buildSearch } from '../../src/ui/search.ts'
import { buildPremises } from '../builder.ts'

const premises = buildPremises((b) => {
  b.level('T1')
  b.zone('Phòng họp lớn', [0, 0, 8, 6], { use: 'meeting', number: '105' })
  b.zone('Đội xe', [8, 0, 12, 6])
  b.exit('Đội xe', { name: 'Cửa sau' })
  b.level('T2')
  b.zone('Phòng họp trực tuyến', [0, 0, 8, 6], { use: 'meeting', number: '205' })
  b.zone('Kho lưu trữ', [8, 0, 12, 6], { use: 'archive' })
  b.stair('Thang S1', [12, 0, 15, 6], ['T1', 'T2'])
})
const find = buildSearch(premises, 'vi')
const names = (query: string) => find(query).map((each) => each.name)

describe('search finds what people type', () => {
  test('without accents, in any order of words', () => {
    expect(names('phong hop')).toEqual(
      expect.arrayContaining(['105 Phòng họp lớn', '205 Phòng họp trực tuyến']),
    )
    expect(names('tuyen truc hop')[0]).toBe('205 Phòng họp trực tuyến')
  })

  test('đ typed as d, and letters composed by the other method', () => {
    expect(names('doi xe')[0]).toBe('Đội xe')
    expect(names('Đội xe'.normalize('NFD'))[0]).toBe('Đội xe')
  })

  test('while the word is half typed, as Unikey retypes it', () => {
    for (const typed of ['p', 'ph', 'pho', 'phò', 'phòn', 'phòng h']) {
      expect(names(typed), typed).toContain('105 Phòng họp lớn')
    }
  })

  test('by room number, door, stair and level', () => {
    expect(names('105')[0]).toBe('105 Phòng họp lớn')
    expect(names('cua sau')[0]).toBe('Cửa sau')
    expect(find('thang s1')[0]).toMatchObject({ table: 'stairs', name: 'Thang S1' })
    expect(find('t2').some((each) => each.table === 'levels')).toBe(true)
  })

  test('a slip of the finger in a longer word', () => {
    expect(names('truc tuyem')).toContain('205 Phòng họp trực tuyến')
  })

  test('every word must be found', () => {
    expect(names('phong hop sân bay')).toEqual([])
  })
})
