import { describe, expect, test } from 'vitest'
import type { ClearingInput, ClearingStudy } from '../../src/analysis/questions.ts'
import { conditionsText } from '../../src/desks/planning/answer/conditions.ts'
import { limitDifference } from '../../src/desks/planning/answer/LimitLine.tsx'
import { pagesOf } from '../../src/desks/planning/present/pages.ts'
import { allFaults, newlyUnreachable, problemsByLevel } from '../../src/desks/planning/problems.ts'
import { t } from '../../src/i18n/index.ts'
import { faultsOf } from '../../src/premises/faults/faults.ts'
import type { EgressResult } from '../../workers/egress/job.ts'
import type { RoutesResult } from '../../workers/routes/job.ts'
import { buildPremises, levelId, openingId, zoneId } from '../builder.ts'

const premises = buildPremises((b) => {
  b.facility({ name: 'Trụ sở' })
  b.level('T1')
  b.zone('Sảnh', [0, 0, 10, 6], { use: 'lobby' })
  b.zone('Phòng 1', [10, 0, 14, 6], {
    occupants: 30,
    assisted: 2,
    evidence: { occupants: { mark: 'measured' } },
  })
  b.door('Sảnh', 'Phòng 1', {
    name: 'Cửa phòng 1',
    width: 0.9,
    fields: { evidence: { clearWidthM: { mark: 'assumed' } } },
  })
  b.exit('Sảnh', { name: 'Cửa chính', at: [0, 3], width: 1.6 })
  b.exit('Phòng 1', { name: 'Cửa sau', at: [14, 3] })
  b.study('Ngày thường', { limitS: 240, limitSource: 'QĐ 12', assistedBy: 'Tổ trực' })
})

const provenance = { engine: 'test', seed: 0, inputHash: '' }
const result = (evacuationTimeS: number, movementTimeS: number): EgressResult => ({
  movementTimeS,
  evacuationTimeS,
  ledBy: 'queue',
  longestFreeWalkS: 20,
  firstArrivalS: 5,
  persons: 28,
  notMoved: { noWay: 0, assisted: 2 },
  bottleneck: { kind: 'opening', id: openingId('Cửa chính') },
  perExit: [
    { id: openingId('Cửa chính'), persons: 28, firstS: 5, lastS: movementTimeS, maxFlowPerS: 1, queueMax: 9 },
  ],
  perLevel: [],
  perOpening: [
    {
      id: openingId('Cửa phòng 1'),
      flowPerS: 0.8,
      persons: 28,
      queueMax: 9,
      queueFromS: 3,
      queueToS: 60,
      lastS: 62,
      widthMark: 'assumed',
    },
  ],
  perZone: [
    {
      id: zoneId('Phòng 1'),
      persons: 28,
      assisted: 2,
      exitId: openingId('Cửa chính'),
      clearedS: movementTimeS,
      densityPerM2: 1.2,
    },
  ],
  perStair: [],
  series: null,
  governingMark: 'assumed',
  warnings: [],
  provenance,
})

const worst = {
  lost: { kind: 'exit', id: openingId('Cửa sau') } as const,
  result: result(300, 120),
  stranded: 0,
}
const study: ClearingStudy = {
  allOpen: result(200, 80),
  cases: [worst],
  worst,
  stranding: [],
  worstZoneId: zoneId('Phòng 1'),
  worstOpeningId: openingId('Cửa phòng 1'),
  warnings: [],
}
const asked: ClearingInput = {
  shutOpenings: [openingId('Cửa chính')],
  closedZones: [],
  stairShare: 0.5,
  doorBasis: 'effectiveWidth',
  detectionS: 60,
  alarmS: 30,
  preMovementFirstS: 30,
  preMovementLastS: 120,
  seriesStepS: null,
}

describe('what stands beside a time', () => {
  const lines = new Map(conditionsText(premises, study, asked, t, 'vi').map((line) => [line.key, line]))

  test('the case, the exits blocked, who is in it and who is not', () => {
    expect(lines.get('case')?.text).toContain('Cửa sau')
    expect(lines.get('blocked')?.text).toContain('Cửa chính')
    expect(lines.get('occupants')?.text).toContain('30 người đếm hoặc theo thiết kế ở 1 phòng')
    expect(lines.get('assisted')?.text).toContain('2 người')
    expect(lines.get('assisted')?.text).toContain('Tổ trực')
  })

  test('the start times used, the door basis, the last exit, and that smoke is not computed', () => {
    expect(lines.get('preMovement')?.text).toContain('người đầu 30 giây, người cuối 2 phút')
    expect(lines.get('preMovement')?.mark).toBe('assumed')
    expect(lines.get('doorBasis')?.text).toContain('hữu hiệu')
    expect(lines.get('lastExit')?.text).toContain('Cửa chính')
    expect(lines.get('smoke')?.text).toBe('chưa tính khói')
  })

  test('the governing width with its mark, and the weakest of all', () => {
    expect(lines.get('widths')).toMatchObject({ mark: 'assumed' })
    expect(lines.get('widths')?.text).toContain('0,9 m')
    expect(lines.get('restsOn')?.mark).toBe('assumed')
  })
})

describe('beside the limit, the clock alone speaks', () => {
  test('longer, shorter, equal; a part of a second counts as one', () => {
    expect(limitDifference(300, 240, 'vi', t)).toBe('dài hơn giới hạn 1 phút')
    expect(limitDifference(239.2, 240, 'vi', t)).toBe('bằng giới hạn')
    expect(limitDifference(200, 240, 'vi', t)).toBe('ngắn hơn giới hạn 40 giây')
  })
})

describe('pages for the leader', () => {
  const pages = pagesOf(premises, study, null, worst, 'vi')

  test('the first is one sentence, one number, whom it concerns, and never more than seven lines', () => {
    expect(pages[0]).toMatchObject({ key: 'worst', number: '5 phút' })
    expect(pages[0]?.lines[0]).toContain('28 người')
    for (const page of pages) expect(page.lines.length + 2, page.key).toBeLessThanOrEqual(7)
  })

  test('every page with a time says that smoke is not computed', () => {
    for (const page of pages.filter((each) => /giây|phút/.test(each.number))) {
      expect(page.lines, page.key).toContain('Chưa tính khói.')
    }
  })

  test('"if it is locked" answers before and after', () => {
    const page = pages.find((each) => each.key === 'ifLocked')
    expect(page?.number).toBe('5 phút')
    expect(page?.lines).toEqual(
      expect.arrayContaining(['Trước: 3 phút 20 giây.', 'Dài thêm 1 phút 40 giây.']),
    )
  })
})

describe('problems of the plan', () => {
  const before: RoutesResult = {
    zones: [],
    unreachable: [{ zoneId: zoneId('Sảnh'), reason: 'shaft' }],
    provenance,
  }
  const after: RoutesResult = {
    zones: [],
    unreachable: [
      { zoneId: zoneId('Sảnh'), reason: 'shaft' },
      { zoneId: zoneId('Phòng 1'), reason: 'onlyShutOpenings', openingId: openingId('Cửa phòng 1') },
    ],
    provenance,
  }

  test('an assumption names the zones that it cuts off, and only those', () => {
    expect(newlyUnreachable(before, after).map((each) => each.zoneId)).toEqual([zoneId('Phòng 1')])
    expect(newlyUnreachable(after, before)).toEqual([])
  })

  test('a shaft without a way out is no problem; an exit to decide on is one', () => {
    const counts = (of: typeof premises, routes: RoutesResult) =>
      problemsByLevel(allFaults(of, faultsOf(of), routes)).get(levelId('T1'))
    const others = counts(premises, before) ?? 0
    expect(counts(premises, after)).toBe(others + 1)
    const undecided = {
      ...premises,
      openings: {
        ...premises.openings,
        [openingId('Cửa sau')]: { ...premises.openings[openingId('Cửa sau')]!, exit: 'undecided' as const },
      },
    }
    expect(counts(undecided, before)).toBe(others + 1)
  })
})
