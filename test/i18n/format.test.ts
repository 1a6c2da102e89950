import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  collator,
  fold,
  formatClock,
  formatDateTime,
  formatDuration,
  formatNumber,
  parseNumber,
  type Language,
} from '../../src/i18n/format.ts'

describe('numbers and dates as the two languages write them', () => {
  test('a thousand with a decimal', () => {
    expect(formatNumber(1234.5, 'vi')).toBe('1.234,5')
    expect(formatNumber(1234.5, 'en')).toBe('1,234.5')
  })

  test('hour first, then day/month/year in Vietnamese', () => {
    const when = new Date(2026, 10, 23, 15, 4)
    expect(formatDateTime(when, 'vi')).toBe('15:04 23/11/2026')
    expect(formatDateTime(when, 'en')).toBe('23 Nov 2026, 15:04')
  })

  test('a time is never understated: part of a second counts as a second', () => {
    expect(formatDuration(459.2, 'vi')).toBe('7 phút 40 giây')
    expect(formatDuration(459.2, 'en')).toBe('7 min 40 s')
    expect(formatDuration(60, 'vi')).toBe('1 phút')
    expect(formatDuration(60 + 1e-9, 'vi')).toBe('1 phút')
    expect(formatDuration(0, 'vi')).toBe('0 giây')
    expect(formatDuration(3661, 'vi')).toBe('1 giờ 1 phút 1 giây')
    expect(formatDuration(-12, 'vi')).toBe('−12 giây')
    expect(formatClock(459.2)).toBe('7:40')
    expect(formatClock(3605)).toBe('1:00:05')
  })
})

describe('a number as it is typed', () => {
  test.each<[string, Language, number | null]>([
    ['0,9', 'vi', 0.9],
    ['0.9', 'vi', 0.9],
    ['0.915', 'vi', 0.915],
    ['1.234', 'vi', 1234],
    ['1.234,5', 'vi', 1234.5],
    ['1,234.5', 'en', 1234.5],
    ['1,234', 'vi', 1.234],
    [' 12 ', 'vi', 12],
    ['-3,5', 'vi', -3.5],
    ['1.2.3', 'vi', null],
    ['1,2,3', 'vi', null],
    ['', 'vi', null],
    ['rộng', 'vi', null],
    ['1e9', 'vi', null],
  ])('%j in %s', (text, language, value) => {
    expect(parseNumber(text, language)).toBe(value)
  })

  test('what the screen writes, a field reads back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constantFrom<Language>('vi', 'en'),
        (hundredths, language) => {
          const value = hundredths / 100
          expect(parseNumber(formatNumber(value, language), language)).toBeCloseTo(value, 6)
        },
      ),
    )
  })
})

describe('Vietnamese text', () => {
  test('folds accents and đ, composed or not', () => {
    expect(fold('Phòng họp Đông')).toBe('phong hop dong')
    expect(fold('Phòng họp'.normalize('NFD'))).toBe(fold('Phòng họp'.normalize('NFC')))
  })

  test('sorts as a Vietnamese register, numbers by value', () => {
    expect(['P10', 'P2', 'Ơn', 'Ăn', 'An', 'Ôn', 'On', 'Ấm'].sort(collator('vi').compare)).toEqual([
      'An',
      'Ăn',
      'Ấm',
      'On',
      'Ôn',
      'Ơn',
      'P2',
      'P10',
    ])
  })
})
