import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vi from '../../src/i18n/vi/premises.json'
import en from '../../src/i18n/en/premises.json'
import { leaves } from '../../src/i18n/fragments.ts'
import table from '../../data/door-operations.json'
import type { OpeningKind } from '../../src/premises/model.ts'
import {
  levelLabel,
  openingLabel,
  shortLevelName,
  shownShortName,
  zoneName,
} from '../../src/premises/naming.ts'
import { buildPremises, levelId, openingId, zoneId } from '../builder.ts'

const sentences = new Set(leaves(vi).map(([key]) => key))

describe('names of levels', () => {
  it('count from Tầng 1, or from Tầng trệt where the facility says so', () => {
    const ordinals = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 6]
    expect(ordinals.map((each) => shortLevelName(each))).toEqual([
      'H2',
      'H2+',
      'H1',
      'BH',
      'T1',
      'L1',
      'T2',
      'T7',
    ])
    expect(ordinals.map((each) => shortLevelName(each, 'tret'))).toEqual([
      'H2',
      'H2+',
      'H1',
      'BH',
      'Tr',
      'L',
      'T1',
      'T6',
    ])
    expect(levelLabel(0)).toEqual({ code: 'level.storey', params: { number: 1 } })
    expect(levelLabel(0, 'tret')).toEqual({ code: 'level.ground' })
    expect(levelLabel(0.5)).toEqual({ code: 'level.aboveStorey', params: { number: 1 } })
    expect(levelLabel(-2)).toEqual({ code: 'level.basement', params: { number: 2 } })
  })

  it('have at most three characters, differ from level to level, and have their words', () => {
    const halves = fc.integer({ min: -19, max: 150 }).map((half) => half / 2)
    fc.assert(
      fc.property(halves, halves, fc.constantFrom('tang1' as const, 'tret' as const), (p, q, ground) => {
        expect(shortLevelName(p, ground).length).toBeLessThanOrEqual(3)
        expect(shortLevelName(p, ground) === shortLevelName(q, ground)).toBe(p === q)
        expect(sentences.has(`premises.${levelLabel(p, ground).code}`)).toBe(true)
      }),
    )
  })

  it('follow the setting where they were counted, and stay where a person gave them', () => {
    const premises = buildPremises((b) => {
      b.level('T1')
      b.level('T2', { shortName: 'VIP' })
    })
    const [counted, own] = [premises.levels[levelId('T1')], premises.levels[levelId('T2')]]
    expect(counted && shownShortName(counted, 'tret')).toBe('Tr')
    expect(counted && shownShortName(counted, 'tang1')).toBe('T1')
    expect(own && shownShortName(own, 'tret')).toBe('VIP')
  })
})

describe('names of zones and openings', () => {
  const premises = buildPremises((b) => {
    b.zone('Phòng họp', [0, 0, 5, 4], { number: '305' })
    b.zone('P306', [5, 0, 9, 4], { number: '306' })
    for (const kind of ['door', 'passage', 'window', 'floorOpening', 'vent'] as OpeningKind[]) {
      b.door('Phòng họp', 'P306', { name: kind, fields: { kind, name: '' } })
      b.door('P306', null, { name: `${kind} out`, fields: { kind, name: ' ' } })
      b.door('P306', null, { name: `${kind} alone`, fields: { kind, name: '', sides: [null, null] } })
    }
    b.door('Phòng họp', null, { name: 'Cửa S1' })
  })
  const labelOf = (name: string) => openingLabel(premises, premises.openings[openingId(name)]!)

  it('give the number once', () => {
    expect(zoneName(premises.zones[zoneId('Phòng họp')]!)).toBe('305 Phòng họp')
    expect(zoneName(premises.zones[zoneId('P306')]!)).toBe('P306')
    expect(zoneName({ ...premises.zones[zoneId('P306')]!, name: ' ' })).toBe('306')
  })

  it('are the opening’s own, or what it joins', () => {
    expect(labelOf('Cửa S1')).toEqual({ code: 'named', params: { name: 'Cửa S1' } })
    expect(labelOf('door')).toEqual({
      code: 'opening.between.door',
      params: { a: '305 Phòng họp', b: 'P306' },
    })
    expect(labelOf('window out')).toEqual({ code: 'opening.outside.window', params: { a: 'P306' } })
    for (const id of Object.keys(premises.openings)) {
      expect(sentences.has(`premises.${openingLabel(premises, premises.openings[id]!).code}`)).toBe(true)
    }
  })
})

it('every reason about escape doors has its sentence in both languages', () => {
  const reasons = new Set(
    Object.values(table.operations).flatMap((row) => [
      ...('notFor' in row ? row.notFor : []),
      ...('needs' in row ? [row.needs] : []),
    ]),
  )
  for (const reason of [...reasons, 'noDoor', 'neverExit']) {
    expect(Object.keys(vi.premises.escape)).toContain(reason)
    expect(Object.keys(en.premises.escape)).toContain(reason)
  }
})
