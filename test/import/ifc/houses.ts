import { box, ifc, type IfcBuilder, type IfcOptions } from './builder.ts'

export interface House extends IfcBuilder {
  readonly ground: number
  readonly hall: number
  readonly office: number
  readonly front: number
  readonly inner: number
}

/**
 * A house of two rooms, 0.2 m walls: the hall (0…5 × 0…4) with the front door in its south wall, and the office beside it
 * (5.2…9.2 × 0…4) with a door from the hall.
 */
export function house(
  options: IfcOptions = {},
  front: { external?: boolean | null; operation?: string } = {},
): House {
  const build = ifc(options)
  const ground = build.storey({ name: 'Tầng 1', elevation: 0 })
  const hall = build.space({ storey: ground, name: '101', longName: 'Sảnh', corners: box(0, 0, 5, 4) })
  const office = build.space({
    storey: ground,
    name: '102',
    longName: 'Phòng làm việc',
    corners: box(5.2, 0, 9.2, 4),
  })
  const south = build.wall({ storey: ground, corners: box(-0.2, -0.2, 9.4, 0) })
  build.wall({ storey: ground, corners: box(-0.2, 4, 9.4, 4.2) })
  build.wall({ storey: ground, corners: box(-0.2, 0, 0, 4) })
  build.wall({ storey: ground, corners: box(9.2, 0, 9.4, 4) })
  const middle = build.wall({ storey: ground, corners: box(5, 0, 5.2, 4) })
  const frontDoor = build.door({
    storey: ground,
    at: [1, -0.1],
    width: 1.2,
    ...(front.operation ? { operation: front.operation } : {}),
  })
  build.hole({ wall: south, corners: box(1, -0.2, 2.2, 0), z: 0, height: 2.1, fill: frontDoor })
  const inner = build.door({
    storey: ground,
    at: [5.1, 1],
    angleDeg: 90,
    width: 0.9,
    operation: 'SINGLE_SWING_LEFT',
  })
  build.hole({ wall: middle, corners: box(5, 1, 5.2, 1.9), z: 0, height: 2.1, fill: inner })
  if (front.external !== null) build.external(frontDoor, front.external ?? true)
  return { ...build, ground, hall, office, front: frontDoor, inner }
}

/** A second storey over the hall: a landing room joined to nothing yet. */
export function upperStorey(
  build: House,
  elevation = 3.2,
): { readonly storey: number; readonly landing: number } {
  const storey = build.storey({ name: 'Tầng 2', elevation })
  const landing = build.space({ storey, name: '201', longName: 'Hành lang', corners: box(0, 0, 5, 4) })
  return { storey, landing }
}
