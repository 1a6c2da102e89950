import { describe, expect, it } from 'vitest'
import { renumbering } from '../../../src/premises/fittings/renumber.ts'

const renamed = (
  from: number,
  to: number,
  text: string,
  ground: 'tang1' | 'tret' = 'tang1',
  others = [text],
) => renumbering(from, to, ground, others)(text)

describe('room numbers on another storey', () => {
  it.each([
    ['101', '201'],
    ['P.101', 'P.201'],
    ['P101', 'P201'],
    ['Phòng 105', 'Phòng 205'],
    ['Phòng họp 112A', 'Phòng họp 212A'],
    ['1-01', '2-01'],
    ['Sảnh tầng 1', 'Sảnh tầng 2'],
    ['WC T1', 'WC T2'],
    ['Phòng 101-102', 'Phòng 201-202'],
  ])('%s of Tầng 1 is %s on Tầng 2', (was, is) => {
    expect(renamed(0, 1, was)).toBe(is)
  })

  it.each([
    'Phòng 5',
    'Kho 2015',
    'Hội trường 120 chỗ',
    'Kho 150 m²',
    'Phòng 1',
    'Phòng 211',
    'Hành lang',
    'Khu 11012',
  ])('%s of Tầng 1 stays as it is', (text) => {
    expect(renamed(0, 1, text)).toBe(text)
  })

  it('counts as far as there are storeys', () => {
    expect(renamed(8, 9, 'Phòng 901')).toBe('Phòng 1001')
    expect(renamed(9, 10, 'Phòng 1001')).toBe('Phòng 1101')
    expect(renamed(0, 11, 'P.101')).toBe('P.1201')
  })

  it('counts in basements with their letter', () => {
    expect(renamed(-1, -2, 'Kho B101')).toBe('Kho B201')
    expect(renamed(-1, -2, 'H1-05')).toBe('H2-05')
    expect(renamed(-1, -2, 'Bãi xe tầng hầm 1')).toBe('Bãi xe tầng hầm 2')
    expect(renamed(0, -1, 'Phòng 101')).toBe('Phòng B101')
    expect(renamed(-1, 0, 'P.B101')).toBe('P.101')
    expect(renamed(0, 1, 'Kho B101')).toBe('Kho B101')
  })

  it('counts from the ground floor as its rooms are numbered', () => {
    expect(renamed(0, 1, 'Phòng 005', 'tret')).toBe('Phòng 105')
    expect(renamed(0, 1, 'Phòng 105', 'tret')).toBe('Phòng 205')
    expect(renamed(1, 2, 'Phòng 105', 'tret')).toBe('Phòng 205')
  })

  it('leaves names of a mezzanine alone', () => {
    expect(renamed(0, 0.5, 'Phòng 101')).toBe('Phòng 101')
  })
})
