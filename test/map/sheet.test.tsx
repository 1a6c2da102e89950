import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { PlanSvg, scaleOnSheet } from '../../src/map/PlanSvg.tsx'
import { MapLegend } from '../../src/map/MapLegend.tsx'
import { colourZones } from '../../src/map/colouring.ts'
import { marksOf } from '../../src/map/marks.ts'
import { arrowPlaces } from '../../src/map/sheet/arrows.ts'
import { grey } from '../../src/map/sheet/grey.ts'
import { planSheet, scales, sheetAreas } from '../../src/map/sheet/planSheet.ts'
import { contrast } from '../../src/map/palettes.ts'
import { distance } from '../../src/premises/geometry/segment.ts'
import { loadSample } from '../../src/premises/sample/index.ts'
import { buildPremises, levelId } from '../builder.ts'

const premises = buildPremises((b) => {
  b.level('T1', { name: 'Tầng 1' })
  b.zone('Phòng họp & tiếp khách <A>', [0, 0, 12, 8], { occupants: 20 })
  b.zone('Kho hồ sơ lưu trữ lâu dài', [12, 0, 13, 1])
  b.zone('Hành lang', [0, 8, 30, 10], { use: 'corridor' })
  b.door('Phòng họp & tiếp khách <A>', 'Hành lang')
  b.exit('Hành lang', { at: [30, 9], name: 'Lối ra phía đông' })
  b.level('T2')
})
const level = levelId('T1')
const colouring = colourZones({ premises, by: 'use', theme: 'light', language: 'vi' })
const marks = marksOf({ premises, levelId: level, assumptions: null, problems: [] })
const options = { colouring, marks, noWayText: 'không có lối ra' }

describe('a level on paper', () => {
  it('is true to scale: millimetres on the sheet times the scale are metres', () => {
    for (const area of [sheetAreas.A4.landscape, sheetAreas.A4.portrait, sheetAreas.A3.landscape]) {
      const plan = planSheet(premises, level, area, options)
      if (!plan) throw new Error('no plan')
      const [a, b] = [plan.toSheet([0, 0]), plan.toSheet([30, 10])]
      expect((distance(a, b) * plan.scale) / 1000).toBeCloseTo(Math.hypot(30, 10), 9)
      // North of the plan is up on the sheet.
      expect(b[1]).toBeLessThan(a[1])
      expect(scales).toContain(plan.scale)
    }
  })

  it('takes the largest scale that the sheet has room for', () => {
    const area = sheetAreas.A4.landscape
    const plan = planSheet(premises, level, area, options)
    const larger = planSheet(premises, level, area, {
      ...options,
      scale: scales[scales.indexOf(plan?.scale ?? 0) - 1] ?? 1,
    })
    expect(plan?.heightMm).toBeLessThanOrEqual(area.heightMm)
    const width = (one: typeof plan) => (one?.toSheet([30, 0])[0] ?? 0) - (one?.toSheet([0, 0])[0] ?? 0)
    expect((larger?.heightMm ?? 0) > area.heightMm || width(larger) > area.widthMm - 28).toBe(true)
  })

  it('numbers the room whose name does not fit, and explains the number', () => {
    const plan = planSheet(premises, level, sheetAreas.A4.landscape, options)
    const keyed = plan?.labels.filter((label) => label.key !== null) ?? []
    expect(keyed.map((label) => label.zone.name)).toEqual(['Kho hồ sơ lưu trữ lâu dài'])
    expect(plan?.keys[0]).toMatchObject({ number: 1, text: expect.stringContaining('Kho hồ sơ') })
  })

  it('loses no name and no exit of the sample on any level, on A4', async () => {
    const sample = await loadSample()
    for (const { id } of Object.values(sample.levels)) {
      const here = marksOf({ premises: sample, levelId: id, assumptions: null, problems: [] })
      const plan = planSheet(sample, id, sheetAreas.A4.landscape, {
        ...options,
        colouring: null,
        marks: here,
      })
      expect(plan?.heightMm).toBeLessThanOrEqual(sheetAreas.A4.landscape.heightMm)
      const rooms = Object.values(sample.zones).filter((zone) => zone.levelId === id && zone.use !== 'lift')
      expect(new Set(plan?.labels.map((label) => label.zone.id))).toEqual(
        new Set(rooms.map((zone) => zone.id)),
      )
      for (const mark of here.filter((one) => one.name && one.rank === 0 && one.sign !== 'assembly')) {
        expect(plan?.signNames.has(mark)).toBe(true)
      }
      for (const { x, y } of plan?.labels ?? []) {
        expect(x > 0 && x < 277 && y > 0 && y < 162).toBe(true)
      }
    }
  })

  it('keeps names of exits off each other', async () => {
    const sample = await loadSample()
    const ground = Object.values(sample.levels).find((one) => one.ordinal === 0)
    if (!ground) throw new Error('no ground floor')
    const here = marksOf({ premises: sample, levelId: ground.id, assumptions: null, problems: [] })
    const plan = planSheet(sample, ground.id, sheetAreas.A3.landscape, {
      ...options,
      colouring: null,
      marks: here,
    })
    const places = [...(plan?.signNames.values() ?? [])].map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`)
    expect(new Set(places).size).toBe(places.length)
  })

  it('writes names as text, whatever they contain', () => {
    const markup = renderToStaticMarkup(
      <PlanSvg
        premises={premises}
        levelId={level}
        colouring={colouring}
        title="Cơ sở <b>thử</b>"
        blackAndWhite
      />,
    )
    expect(markup).toContain('&lt;A&gt;')
    expect(markup).toContain('Cơ sở &lt;b&gt;thử&lt;/b&gt;')
    expect(markup).not.toContain('<b>')
    expect(markup).toContain('Tỷ lệ 1:')
    expect(markup).toContain('chưa đặt vị trí')
  })

  it('shows a level without a drawing as a sentence, and has no scale for it', () => {
    const markup = renderToStaticMarkup(<PlanSvg premises={premises} levelId={levelId('T2')} />)
    expect(markup).toContain('chưa có phòng')
    expect(scaleOnSheet(premises, levelId('T2'), sheetAreas.A4.landscape, null)).toBeNull()
  })

  it('explains its hatching in the legend', () => {
    const markup = renderToStaticMarkup(
      <MapLegend colouring={colouring} signs={['exit', 'first', 'queue']} blackAndWhite />,
    )
    expect(markup).toContain('Làm việc, trực')
    expect(markup).toContain('Lối ra thoát nạn')
  })

  it('prints no grey on which black text could not be read', () => {
    for (const shade of [0, 0.2, 0.5, 1]) expect(contrast(grey(shade), '#1b1f24')).toBeGreaterThanOrEqual(4.5)
  })

  it('sets arrow heads along a way at even steps, turned with it', () => {
    const places = arrowPlaces([[0, 0], [10, 0], [10, 10]], 8) // prettier-ignore
    expect(places.map(({ at }) => at)).toEqual([[4, 0], [10, 2], [10, 10]]) // prettier-ignore
    expect(places.map(({ turnDeg }) => turnDeg)).toEqual([0, 90, 90])
  })
})
