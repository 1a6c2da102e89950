import { describe, expect, test } from 'vitest'
import { riseM } from '../../../src/premises/stairs.ts'
import { box, ifc } from './builder.ts'
import { house, upperStorey } from './houses.ts'
import { imported, only } from './importing.ts'

describe('up and down', () => {
  test('a half-turn stair of parts: two flights and a landing, one stair over three storeys', async () => {
    const build = ifc()
    const floors = [0, 3.4, 6.8].map((elevation, index) =>
      build.storey({ name: `Tầng ${index + 1}`, elevation }),
    )
    floors.forEach((storey, index) =>
      build.space({
        storey,
        name: `S${index + 1}`,
        longName: `Buồng thang ${index + 1}`,
        corners: box(0, 0, 2.8, 6),
      }),
    )
    const [first, second] = floors as [number, number]
    for (const [storey, z] of [
      [first, 0],
      [second, 3.4],
    ] as const) {
      const up = build.flight({
        storey,
        from: [1.3, 1.2],
        angleDeg: 90,
        z,
        risers: 10,
        riser: 0.17,
        tread: 0.28,
        width: 1.2,
      })
      const landing = build.slab({ corners: box(0.1, 3.72, 2.7, 5), z: z + 1.7 })
      const back = build.flight({
        storey,
        from: [1.5, 3.72],
        angleDeg: 270,
        z: z + 1.7,
        risers: 10,
        riser: 0.17,
        tread: 0.28,
        width: 1.2,
      })
      build.stair({ storey, parts: [up, landing, back] })
    }
    const found = await imported(build.file())
    const stair = only(Object.values(found.premises.stairs))
    expect(stair.zoneIds).toEqual([1, 2, 3].map((number) => found.zone(`Buồng thang ${number}`).id))
    expect(stair.runs).toHaveLength(2)
    for (const run of stair.runs) {
      expect(
        run.flights.map((flight) => [flight.risers, flight.riserM, flight.treadM, flight.clearWidthM]),
      ).toEqual([
        [10, 0.17, 0.28, 1.2],
        [10, 0.17, 0.28, 1.2],
      ])
      expect(only(run.landings)).toMatchObject({ lengthM: 1.28, widthM: 2.6 })
      expect(riseM(run)).toBeCloseTo(3.4, 6)
    }
    expect(stair.kind).toBe('enclosed')
    expect(stair.evidence['kind']?.mark).toBe('assumed')
  })

  test.each([
    ['with a landing of its own at the floor', true],
    ['where the floor of the building is the landing', false],
  ])(
    'one stair element through three storeys is cut at the floors that it passes, %s',
    async (_, hasLanding) => {
      const build = ifc()
      const floors = [0, 3.4, 6.8].map((elevation, index) =>
        build.storey({ name: `Tầng ${index + 1}`, elevation }),
      )
      floors.forEach((storey, index) =>
        build.space({ storey, name: `Buồng thang ${index + 1}`, corners: box(0, 0, 2.8, 6.5) }),
      )
      const [ground] = floors as [number]
      const parts = [0, 3.4].flatMap((z) => [
        build.flight({
          storey: ground,
          from: [1.3, 1.5],
          angleDeg: 90,
          z,
          risers: 10,
          riser: 0.17,
          tread: 0.28,
          width: 1.2,
        }),
        build.slab({ corners: box(0.1, 4.02, 2.7, 5.4), z: z + 1.7 }),
        build.flight({
          storey: ground,
          from: [1.5, 4.02],
          angleDeg: 270,
          z: z + 1.7,
          risers: 10,
          riser: 0.17,
          tread: 0.28,
          width: 1.2,
        }),
      ])
      if (hasLanding) parts.push(build.slab({ corners: box(0.1, 0.1, 2.7, 1.5), z: 3.4 }))
      build.stair({ storey: ground, parts })
      const found = await imported(build.file())
      const stair = only(Object.values(found.premises.stairs))
      expect(stair.zoneIds).toEqual([1, 2, 3].map((number) => found.zone(`Buồng thang ${number}`).id))
      expect(
        stair.runs.map((run) => [
          run.flights.length,
          run.landings.length,
          Math.round(riseM(run) * 1000) / 1000,
        ]),
      ).toEqual([
        [2, 1, 3.4],
        [2, 1, 3.4],
      ])
    },
  )

  test('stair rooms above one another without a stair between are joined by an assumed one', async () => {
    const build = house()
    const { storey } = upperStorey(build)
    build.space({ storey: build.ground, name: 'Cầu thang A', corners: box(0, 4.2, 3, 9) })
    build.space({ storey, name: 'Cầu thang A', corners: box(0, 4.2, 3, 9) })
    const found = await imported(build.file())
    const stair = only(Object.values(found.premises.stairs))
    expect(stair.runs.map(riseM)[0]).toBeCloseTo(3.2, 6)
    expect(stair.evidence['runs']?.mark).toBe('assumed')
    expect(found.finding('ifc.stairAssumed').severity).toBe('warning')
  })

  test('a stair that ends in the air is told, not joined', async () => {
    const build = house()
    const flight = build.flight({
      storey: build.ground,
      from: [0.5, 0.5],
      z: 0,
      risers: 8,
      riser: 0.17,
      tread: 0.28,
      width: 1,
    })
    build.stair({ storey: build.ground, name: 'Bậc lên mái', parts: [flight] })
    const found = await imported(build.file())
    expect(Object.keys(found.premises.stairs)).toHaveLength(0)
    expect(found.finding('ifc.stairUnlinked')).toMatchObject({
      kind: 'decide',
      params: { name: 'Bậc lên mái', zone: 'Sảnh' },
    })
  })

  test('a lift of the file makes its shaft a lift; an escalator is no way out and is listed', async () => {
    const build = house()
    const { storey } = upperStorey(build)
    build.space({ storey: build.ground, name: 'X1', corners: box(9.6, 0, 11.6, 2) })
    build.space({ storey, name: 'X2', corners: box(9.6, 0, 11.6, 2) })
    build.transport({
      storey: build.ground,
      corners: box(9.8, 0.2, 11.4, 1.8),
      z: 0,
      height: 6,
      kind: 'ELEVATOR',
    })
    build.transport({ storey: build.ground, corners: box(1, 1, 4, 2), z: 0, height: 3, kind: 'ESCALATOR' })
    const found = await imported(build.file())
    expect(only(Object.values(found.premises.lifts)).zoneIds).toEqual([
      found.zone('X1').id,
      found.zone('X2').id,
    ])
    expect(found.finding('ifc.escalatorDropped').params).toMatchObject({ count: 1 })
  })

  test('a ramp joins the rooms at its ends, with its slope length and width', async () => {
    const build = ifc()
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    build.space({ storey, name: 'Dưới', corners: box(0, 0, 4, 3) })
    build.space({ storey, name: 'Trên', corners: box(10, 0, 14, 3), z: 0.5 })
    build.ramp({ storey, from: [4, 0.75], to: [10, 2.25], z: 0, rise: 0.5 })
    const found = await imported(build.file())
    const ramp = only(Object.values(found.premises.ramps))
    expect([ramp.lowerZoneId, ramp.upperZoneId]).toEqual([found.zone('Dưới').id, found.zone('Trên').id])
    expect(ramp.lengthM).toBeCloseTo(Math.hypot(6, 0.5), 2)
    expect(ramp).toMatchObject({ riseM: 0.5, clearWidthM: 1.5, use: 'persons' })
  })
})
