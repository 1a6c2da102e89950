import { describe, expect, test } from 'vitest'
import { segmentLength } from '../../../src/premises/geometry/segment.ts'
import { box, ifc } from './builder.ts'
import { house } from './houses.ts'
import { doors, imported, only } from './importing.ts'

describe('doors', () => {
  test('hinge and opening side follow the placement, whichever way the door is turned', async () => {
    for (const [angleDeg, at] of [
      [90, [5.1, 1]],
      [270, [5.1, 1.9]],
    ] as const) {
      const build = ifc()
      const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
      build.space({ storey, name: 'Sảnh', corners: box(0, 0, 5, 4) })
      build.space({ storey, name: 'Kho', corners: box(5.2, 0, 9, 4) })
      build.door({ storey, at, angleDeg, width: 0.9, operation: 'SINGLE_SWING_RIGHT' })
      const found = await imported(build.file())
      const door = only(doors(found.premises))
      expect(door.door).toMatchObject({ operation: 'swing', hinge: 'end', opensTo: 'left' })
      // The left of the segment is the room that it opens into.
      expect(door.sides[0]).toBe(found.zone(angleDeg === 90 ? 'Sảnh' : 'Kho').id)
      const [start, end] = door.segment
      expect(start[1]).toBeCloseTo(at[1], 3)
      expect(end[1]).toBeCloseTo(angleDeg === 90 ? 1.9 : 1, 3)
      expect([start[0], end[0]]).toEqual([5.1, 5.1])
    }
  })

  test('a leaf drawn open does not turn the door or move it out of its wall', async () => {
    const build = ifc()
    const storey = build.storey({ name: 'Tầng 1', elevation: 0 })
    build.space({ storey, name: 'A', corners: box(0, 0, 5, 4) })
    build.space({ storey, name: 'B', corners: box(5.2, 0, 9, 4) })
    build.door({ storey, at: [5.1, 1], angleDeg: 90, width: 0.9, leafOpen: true })
    const found = await imported(build.file())
    const door = only(found.between('A', 'B'))
    expect(segmentLength(door.segment)).toBeCloseTo(0.9, 3)
    expect(door.segment.map(([x]) => x)).toEqual([5.1, 5.1])
  })

  test('of a door with a fixed panel half the width counts until it is measured', async () => {
    const found = await imported(house({ schema: 'IFC4' }, { operation: 'SWING_FIXED_LEFT' }).file())
    const door = only(found.between('Sảnh', null))
    expect([door.clearWidthM, door.evidence['clearWidthM']?.mark]).toEqual([0.6, 'assumed'])
    expect(segmentLength(door.segment)).toBeCloseTo(1.2, 3)
  })

  test('an operation that the type does not define is guessed from names, and marked', async () => {
    const build = house()
    build.door({ storey: build.ground, at: [5.1, 2.6], angleDeg: 90, typeName: 'Cửa cuốn thép' })
    const found = await imported(build.file())
    const guessed = only(doors(found.premises).filter((door) => door.door?.operation === 'rollerShutter'))
    expect(guessed.evidence['door']?.mark).toBe('assumed')
    expect(found.finding('ifc.operationByName').kind).toBe('assumed')
  })

  test('fire rating and closer come from the properties; a placeholder is no rating', async () => {
    const build = house()
    build.properties([build.inner], 'Pset_DoorCommon', {
      FireRating: "IFCLABEL('EI 60')",
      SelfClosing: 'IFCBOOLEAN(.T.)',
    })
    build.properties([build.front], 'Pset_DoorCommon', { FireRating: "IFCLABEL('Fire Rating')" })
    const found = await imported(build.file())
    expect(only(found.between('Sảnh', 'Phòng làm việc')).door).toMatchObject({
      ratingMin: 60,
      selfClosing: true,
    })
    expect(only(found.between('Sảnh', null)).door?.ratingMin).toBeUndefined()
  })

  test('a door to a yard is an exit; a door to a balcony is asked about, also at the ground', async () => {
    const build = house()
    build.space({ storey: build.ground, name: 'Sân sau', corners: box(0, 4.2, 5, 8), external: true })
    build.space({ storey: build.ground, name: 'Ban công', corners: box(5.2, 4.2, 9, 5.5), external: true })
    build.door({ storey: build.ground, at: [2, 4.1] })
    build.door({ storey: build.ground, at: [7, 4.1] })
    const found = await imported(build.file())
    expect(only(found.between('Sảnh', 'Sân sau')).exit).toBe('final')
    expect(only(found.between('Phòng làm việc', 'Ban công')).exit).toBe('undecided')
  })

  test('a door to a room that the file does not have is no exit, nor is one to a closed courtyard: a person is asked', async () => {
    const build = house({}, { external: true })
    // Behind the office: a walled closet without a room of its own, its own door in the outer wall.
    build.door({ storey: build.ground, at: [7, 4.1] })
    build.wall({ storey: build.ground, corners: box(5, 4.2, 5.2, 7) })
    build.wall({ storey: build.ground, corners: box(9.2, 4.2, 9.4, 7) })
    build.wall({ storey: build.ground, corners: box(5, 7, 9.4, 7.2) })
    const found = await imported(build.file())
    const door = only(found.between('Phòng làm việc', null))
    expect([door.exit, door.evidence['exit']?.note]).toEqual(['undecided', 'ifcEnclosed'])
    expect(only(found.between('Sảnh', null)).exit).toBe('final')
  })

  test('a name alone does not make a room outdoor: nobody outdoors is asked for a way out', async () => {
    const build = house()
    build.space({ storey: build.ground, name: 'Sân khấu', corners: box(9.6, 0, 13, 4) })
    const found = await imported(build.file())
    expect(found.zone('Sân khấu').use).toBe('hall')
    expect(found.unreachable).toEqual(['Sân khấu'])
  })
})
