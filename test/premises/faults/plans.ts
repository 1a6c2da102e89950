import fc from 'fast-check'
import type { Point, Polygon } from '../../../src/premises/geometry/plane.ts'
import { snapPoint } from '../../../src/premises/geometry/plane.ts'
import type { Premises } from '../../../src/premises/model.ts'
import { type Fault, type FaultKind, faultsOf } from '../../../src/premises/faults/faults.ts'
import { buildPremises } from '../../builder.ts'

export interface Room {
  readonly name: string
  readonly box: readonly [number, number, number, number]
}

/** A floor cut into rooms again and again: neighbours share their walls, corners of one stand in the walls of another. */
export const arbitraryRooms: fc.Arbitrary<readonly Room[]> = fc
  .record({
    width: fc.integer({ min: 120, max: 400 }),
    height: fc.integer({ min: 100, max: 300 }),
    cuts: fc.array(fc.record({ at: fc.double({ min: 0.3, max: 0.7, noNaN: true }), pick: fc.nat(20) }), {
      minLength: 2,
      maxLength: 10,
    }),
  })
  .map(({ width, height, cuts }) => {
    const boxes: (readonly [number, number, number, number])[] = [[0, 0, width / 10, height / 10]]
    for (const { at, pick } of cuts) {
      const index = pick % boxes.length
      const [x0, y0, x1, y1] = boxes[index] as Room['box']
      if (Math.max(x1 - x0, y1 - y0) < 4) continue
      const isWide = x1 - x0 >= y1 - y0
      const cut = Math.round((isWide ? x0 + (x1 - x0) * at : y0 + (y1 - y0) * at) * 1000) / 1000
      boxes.splice(index, 1, isWide ? [x0, y0, cut, y1] : [x0, y0, x1, cut])
      boxes.push(isWide ? [cut, y0, x1, y1] : [x0, cut, x1, y1])
    }
    return boxes.map((box, index) => ({ name: `P${index}`, box }))
  })

/** Degrees by which a plan is turned: slanting walls are rounded to the grid point by point. */
export const arbitraryTurn = fc.constantFrom(0, 0, 17, 45, 63.5)

export const polygonOfBox = ([x0, y0, x1, y1]: Room['box'], turnDeg: number): Polygon => {
  const [c, s] = [Math.cos((turnDeg * Math.PI) / 180), Math.sin((turnDeg * Math.PI) / 180)]
  const turned = ([x, y]: Point): Point => snapPoint([x * c - y * s, x * s + y * c])
  return {
    outer: ([[x0, y0], [x1, y0], [x1, y1], [x0, y1]] satisfies Point[]).map(turned),
    holes: [],
  }
}

/** The rooms as a level, each with its box changed or not. */
export function planOf(
  rooms: readonly Room[],
  turnDeg: number,
  changed: (room: Room) => Room['box'] = ({ box }) => box,
): Premises {
  return buildPremises((b) => {
    b.level('T1')
    for (const room of rooms) b.zone(room.name, polygonOfBox(changed(room), turnDeg))
  })
}

const shape: readonly FaultKind[] = ['wallGap', 'overlap', 'sliver', 'doorOffWall', 'doorJoinsNothing']

/** The faults of a plan's shape. */
export const shapeFaults = (premises: Premises): readonly Fault[] =>
  faultsOf(premises).filter(({ kind }) => shape.includes(kind))
