import { describe, expect, test } from 'vitest'
import { box, ifc } from './builder.ts'
import { house, upperStorey } from './houses.ts'
import { doors, imported, only, refusal } from './importing.ts'

describe('traps of real IFC files: what they leave out, mistake or claim', () => {
  test('trap 7: toilet partitions filed as doors are left out and listed', async () => {
    const build = house()
    build.space({ storey: build.ground, name: '103', longName: 'WC', corners: box(9.6, 0, 13, 4) })
    build.door({ storey: build.ground, at: [11, 1], width: 0.7, height: 1.6, name: 'Cubicle' })
    build.door({ storey: build.ground, at: [11, 3], width: 0.7, height: 2.0, name: 'Toilet Partition 700' })
    const found = await imported(build.file())
    expect(doors(found.premises)).toHaveLength(2)
    expect(found.finding('ifc.partitionDropped')).toMatchObject({
      kind: 'dropped',
      params: { count: 2, names: '103 WC' },
    })
  })

  test('trap 7: a full-height door inside one room is left out too, but with a warning: the room may be two', async () => {
    const build = house()
    build.door({ storey: build.ground, at: [2, 2], width: 0.9, name: 'Cửa hành lang' })
    const found = await imported(build.file())
    expect(found.finding('ifc.doorWithinRoom').severity).toBe('warning')
  })

  test('trap 8: storeys that are no floors are dropped, a storey without elevation takes that of its rooms', async () => {
    const build = house()
    build.storey({ name: 'T/FDN', elevation: -1.5 })
    build.storey({ name: 'Roof', elevation: 6.4 })
    const second = build.storey({ name: 'Tầng 2', elevation: null, placedAt: 3.2 })
    build.space({ storey: second, name: '201', longName: 'Kho', corners: box(0, 0, 5, 4), z: 3.2 })
    const found = await imported(build.file())
    expect(Object.values(found.premises.levels).map((level) => level.name)).toEqual(['Tầng 1', 'Tầng 2'])
    expect(found.finding('ifc.storeyDropped').params).toMatchObject({ count: 2, names: 'T/FDN; Roof' })
    expect(found.level('Tầng 2')).toMatchObject({ elevationM: 3.2, ordinal: 1, shortName: 'T2' })
    expect(found.finding('ifc.elevationDerived').kind).toBe('assumed')
  })

  test('trap 8: half-storeys are kept apart and asked about; merging them is one choice away', async () => {
    const build = house()
    const half = build.storey({ name: 'Tầng lửng', elevation: 1.5 })
    build.space({ storey: half, name: 'L1', longName: 'Phòng lửng', corners: box(9.6, 0, 13, 4) })
    upperStorey(build)
    const found = await imported(build.file())
    expect(Object.values(found.premises.levels).map((level) => [level.name, level.ordinal])).toEqual([
      ['Tầng 1', 0],
      ['Tầng lửng', 0.5],
      ['Tầng 2', 1],
    ])
    const question = found.finding('ifc.halfLevel')
    expect(question).toMatchObject({
      kind: 'decide',
      params: { level: 'Tầng lửng', other: 'Tầng 1', m: 1.5 },
    })
    const merge = only((question.choices ?? []).filter((choice) => choice.code === 'mergeLevels'))
    expect(merge.changes).toContainEqual({
      record: { table: 'zones', id: found.zone('Phòng lửng').id },
      field: 'levelId',
      after: found.level('Tầng 1').id,
    })
    expect(merge.changes).toContainEqual({
      record: { table: 'levels', id: found.level('Tầng lửng').id },
      field: null,
      after: null,
    })
  })

  test('trap 9: latitude and longitude of the file are shown, never used; true north is a first guess', async () => {
    const build = house({
      latitude: [42, 21, 30, 344238],
      longitude: [-71, -3, -35, -194702],
      trueNorth: [1, 0],
    })
    const found = await imported(build.file())
    expect(found.finding('ifc.positionNotTrusted').params).toEqual({ latitude: 42.3584, longitude: -71.0598 })
    const placement = only(Object.values(found.premises.buildings)).placement
    expect(placement.placed).toBe(false)
    expect(placement.latitude).toBeLessThan(24)
    // North along +x: the y axis of the drawing points west.
    expect(placement.bearingDeg).toBeCloseTo(270, 6)
  })

  test('trap 10: a room is called by its long name, its number is kept, and letters with marks come through', async () => {
    const build = house()
    build.space({ storey: build.ground, name: 'Kho “ổn định” – Küche', corners: box(9.6, 0, 13, 4) })
    const found = await imported(build.file())
    expect(found.zone('Phòng làm việc').number).toBe('102')
    expect(found.zone('Kho “ổn định” – Küche').number).toBeUndefined()
  })

  test('trap 10: letters written raw, in UTF-8 or in the code page of the machine, come through as well', async () => {
    const text = house()
      .text()
      .replaceAll(/\\X2\\[0-9A-F]+\\X0\\/g, '')
      .replace("'102'", "'K§che'")
    const utf8 = new TextEncoder().encode(text.replace('§', 'ü'))
    const latin1 = Uint8Array.from(text.replace('§', '\u00fc'), (letter) => letter.charCodeAt(0))
    for (const bytes of [utf8, latin1]) {
      const found = await imported({ name: 'raw.ifc', bytes })
      expect(Object.values(found.premises.zones).map((zone) => zone.number)).toContain('Küche')
    }
  })

  test.each(['IFC2X_FINAL', 'IFC2X3', 'IFC4', 'IFC4X3_ADD2'] as const)(
    'trap 11: every schema opens, the old IFC 2.0 too (%s)',
    async (schema) => {
      const found = await imported(house({ schema }).file())
      expect(found.counts).toMatchObject({ zones: 2, openings: 2, exits: 1, unreachable: 0 })
    },
  )

  test('trap 12: rooms without storeys: a clear message', async () => {
    const build = ifc()
    build.space({ storey: build.building, name: 'A', corners: box(0, 0, 4, 4) })
    expect(await refusal(build.file('nha.ifc'))).toMatchObject({
      code: 'ifc.noStoreys',
      where: { file: 'nha.ifc', place: 'IfcBuildingStorey' },
    })
  })

  test('trap 13: walls and doors without rooms: a clear message that says what to export', async () => {
    const build = ifc()
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    build.wall({ storey, corners: box(0, 0, 4, 0.2) })
    build.door({ storey, at: [1, 0.1] })
    expect(await refusal(build.file())).toMatchObject({ code: 'ifc.noSpaces', where: { place: 'IfcSpace' } })
  })

  test('trap 13: rooms without shapes: a clear message', async () => {
    const build = ifc()
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    build.space({ storey, name: 'A', corners: box(0, 0, 4, 4), shapeless: true })
    expect(await refusal(build.file())).toMatchObject({
      code: 'ifc.spacesWithoutShape',
      params: { count: 1 },
    })
  })

  test('trap 14: space boundaries may be missing or wrong: the geometry is taken, the difference is listed', async () => {
    const build = house()
    const store = build.space({
      storey: build.ground,
      name: '103',
      longName: 'Kho',
      corners: box(9.6, 0, 13, 4),
    })
    build.boundary({ space: build.hall, element: build.front })
    for (const space of [build.hall, build.office, store]) build.boundary({ space, element: build.inner })
    const found = await imported(build.file())
    expect(found.between('Sảnh', 'Phòng làm việc')).toHaveLength(1)
    expect(found.between('Phòng làm việc', 'Kho')).toHaveLength(0)
    expect(found.finding('ifc.boundaryDiffers')).toMatchObject({
      severity: 'warning',
      params: {
        byGeometry: '101 Sảnh – 102 Phòng làm việc',
        byBoundary: '101 Sảnh – 102 Phòng làm việc – 103 Kho',
      },
      where: { record: { table: 'openings', id: only(found.between('Sảnh', 'Phòng làm việc')).id } },
    })
  })

  test('trap 15: IsExternal confirms an exit; where it is missing the exit is derived and marked; where it denies, it is asked', async () => {
    const exitOf = async (external: boolean | null) => {
      const found = await imported(house({}, { external }).file())
      const door = only(found.between('Sảnh', null))
      return [
        door.exit,
        door.evidence['exit']?.mark,
        found.codes.includes('ifc.exitDerived'),
        found.codes.includes('import.exitCandidate'),
      ]
    }
    expect(await exitOf(true)).toEqual(['final', 'drawing', false, false])
    expect(await exitOf(null)).toEqual(['final', 'assumed', true, false])
    expect(await exitOf(false)).toEqual(['undecided', 'drawing', false, true])
  })

  test('trap 15: a door outside on an upper storey is a candidate only, even if external (balcony, terrace)', async () => {
    const build = house()
    const { storey } = upperStorey(build)
    const balcony = build.door({ storey, at: [1, -0.1], width: 0.9 })
    build.external(balcony, true)
    const found = await imported(build.file())
    expect(only(found.between('Hành lang', null)).exit).toBe('undecided')
    expect(found.counts).toMatchObject({ exits: 1, candidates: 1 })
    expect(found.unreachable).toEqual(['Hành lang'])
  })

  test('trap 15: adjoining houses each keep their own front door', async () => {
    const build = house()
    build.space({ storey: build.ground, name: '201', longName: 'Nhà bên', corners: box(9.6, 0, 13, 4) })
    const own = build.door({ storey: build.ground, at: [10, -0.1], width: 1 })
    build.external(own, true)
    const found = await imported(build.file())
    expect(found.counts).toMatchObject({ exits: 2, unreachable: 0 })
  })

  test.each([
    ['IFC2X3', 'REVOLVING', 'revolving'],
    ['IFC2X3', 'ROLLINGUP', 'rollerShutter'],
    ['IFC4', 'REVOLVING', 'revolving'],
  ] as const)(
    'trap 16: a revolving or roller door is no exit, and with no other exit the check says so (%s %s)',
    async (schema, operation, kind) => {
      const found = await imported(house({ schema }, { operation, external: true }).file())
      const door = only(found.between('Sảnh', null))
      expect(door.door?.operation).toBe(kind)
      expect(door.exit).toBe('none')
      expect(found.codes).toContain('import.notEscapeDoor')
      expect(found.codes).toContain('import.noExitAtAll')
      expect(found.unreachable).toEqual(['Sảnh', 'Phòng làm việc'])
    },
  )

  test('trap 16: sliding and folding doors keep their kind and may be exits: the rules decide', async () => {
    for (const [operation, kind] of [
      ['DOUBLE_DOOR_SLIDING', 'sliding'],
      ['FOLDING_TO_LEFT', 'folding'],
    ] as const) {
      const door = only((await imported(house({}, { operation }).file())).between('Sảnh', null))
      expect([door.door?.operation, door.exit]).toEqual([kind, 'final'])
    }
  })

  test('trap 17: an attic without a door is listed as such, and no door is made up', async () => {
    const build = house()
    const attic = build.storey({ name: 'Áp mái', elevation: 3.2 })
    build.space({ storey: attic, name: '301', longName: 'Tầng áp mái', corners: box(0, 0, 9.2, 4) })
    const found = await imported(build.file())
    expect(doors(found.premises)).toHaveLength(2)
    expect(found.unreachable).toEqual(['Tầng áp mái'])
    expect(found.codes).toContain('import.unreachable.shaft')
  })
})
