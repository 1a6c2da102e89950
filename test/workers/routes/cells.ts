import fc from 'fast-check'
import type { Point, Polygon, Ring } from '../../../src/premises/geometry/plane.ts'
import type { Premises } from '../../../src/premises/model.ts'
import { buildPremises } from '../../builder.ts'

/**
 * Random buildings whose zones are made of square cells, so that rooms have bends and cores, and whether a straight line
 * stays inside one can be decided by the cells alone, without any polygon.
 */
export interface CellBuilding {
  readonly premises: Premises
  /** Cells of each zone, by its name: lower left corners, in cells. */
  readonly cells: ReadonlyMap<string, readonly Cell[]>
}

export type Cell = readonly [number, number]

export const cellM = 4

interface Plan {
  readonly columns: number
  readonly rows: number
  readonly floors: number
  readonly merges: readonly (readonly [number, boolean])[]
  readonly doors: readonly (readonly [boolean, number])[]
  readonly exits: readonly number[]
  readonly stair: boolean
}

export const cellBuildings: fc.Arbitrary<CellBuilding> = fc
  .record({
    columns: fc.integer({ min: 2, max: 5 }),
    rows: fc.integer({ min: 1, max: 4 }),
    floors: fc.integer({ min: 1, max: 2 }),
    merges: fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 2, maxLength: 20, size: 'max' }),
    doors: fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 8, max: 32 })), {
      minLength: 12,
      maxLength: 12,
    }),
    exits: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
    stair: fc.boolean(),
  })
  .map(buildingOf)

function buildingOf(plan: Plan): CellBuilding {
  const cells = new Map<string, readonly Cell[]>()
  const premises = buildPremises((b) => {
    const stairZones: string[][] = [[], []]
    for (let floor = 0; floor < plan.floors; floor++) {
      b.level(`T${floor + 1}`)
      const zones = partition(plan, floor)
      zones.forEach((own, at) => {
        const name = `Z${floor + 1}-${String(at).padStart(2, '0')}`
        cells.set(name, own)
        b.zone(name, outline(own))
        stairZones[floor]?.push(name)
      })
      let door = floor
      zones.forEach((own, at) => {
        for (let other = at + 1; other < zones.length; other++) {
          const walls = wallsBetween(own, zones[other] ?? [])
          const [isThere, shift] = plan.doors[door++ % plan.doors.length] ?? [true, 20]
          const wall = walls[shift % Math.max(1, walls.length)]
          if (!wall || !(isThere || at === 0)) continue
          const [a, c] = [
            `Z${floor + 1}-${String(at).padStart(2, '0')}`,
            `Z${floor + 1}-${String(other).padStart(2, '0')}`,
          ]
          b.door(a, c, { at: onWall(wall, shift / 40), width: 0.8 })
        }
      })
      if (floor > 0) continue
      plan.exits.forEach((place, number) => {
        const sides = zones.flatMap((own, at) => outerWalls(plan, own).map((wall) => ({ at, wall })))
        const side = sides[place % sides.length]
        if (!side) return
        b.exit(`Z1-${String(side.at).padStart(2, '0')}`, {
          at: onWall(side.wall, 0.2 + 0.15 * number),
          width: 0.5,
          name: `E${number}`,
        })
      })
    }
    const [lower, upper] = [stairZones[0]?.[0], stairZones[1]?.[0]]
    if (lower && upper) b.stair('S', [0, 0, 1, 1], [], { through: [lower, upper] })
    const [lower2, upper2] = [stairZones[0]?.at(-1), stairZones[1]?.at(-1)]
    if (plan.stair && lower2 && upper2 && lower2 !== lower && upper2 !== upper)
      b.stair('S2', [0, 0, 1, 1], [], { through: [lower2, upper2] })
  })
  return { premises, cells }
}

/** Cells joined into zones: each wish joins two neighbours unless their zone would meet itself at a mere corner. */
function partition({ columns, rows, merges }: Plan, floor: number): Cell[][] {
  const owner = Array.from({ length: columns * rows }, (_, at) => at)
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= columns || y >= rows ? -1 : (owner[y * columns + x] ?? -1)
  for (const [wish, isUp] of merges) {
    const place = (wish + floor * 7) % (columns * rows)
    const [x, y] = [place % columns, Math.floor(place / columns)]
    const [from, to] = [at(x, y), isUp ? at(x, y + 1) : at(x + 1, y)]
    if (to < 0 || from === to) continue
    const before = owner.slice()
    owner.forEach((zone, index) => {
      if (zone === to) owner[index] = from
    })
    if (meetsItselfAtACorner(columns, rows, at)) before.forEach((zone, index) => (owner[index] = zone))
  }
  const zones = new Map<number, Cell[]>()
  owner.forEach((zone, index) => {
    const own = zones.get(zone) ?? []
    own.push([index % columns, Math.floor(index / columns)])
    zones.set(zone, own)
  })
  return [...zones.values()]
}

function meetsItselfAtACorner(columns: number, rows: number, at: (x: number, y: number) => number): boolean {
  for (let x = 0; x + 1 < columns; x++) {
    for (let y = 0; y + 1 < rows; y++) {
      const [a, b, c, d] = [at(x, y), at(x + 1, y), at(x, y + 1), at(x + 1, y + 1)]
      if ((a === d && b !== a && c !== a) || (b === c && a !== b && d !== b)) return true
    }
  }
  return false
}

type Wall = readonly [Point, Point]

/** Edges of cells, the inside on their left. */
function edges([x, y]: Cell): readonly (readonly [Point, Point])[] {
  return [
    [
      [x, y],
      [x + 1, y],
    ],
    [
      [x + 1, y],
      [x + 1, y + 1],
    ],
    [
      [x + 1, y + 1],
      [x, y + 1],
    ],
    [
      [x, y + 1],
      [x, y],
    ],
  ]
}

function wallsBetween(a: readonly Cell[], b: readonly Cell[]): Wall[] {
  const other = new Set(b.flatMap(edges).map(([from, to]) => `${to.join()} ${from.join()}`))
  return a.flatMap(edges).filter(([from, to]) => other.has(`${from.join()} ${to.join()}`))
}

function outerWalls({ columns, rows }: Plan, own: readonly Cell[]): Wall[] {
  return own.flatMap(edges).filter(([[x0, y0], [x1, y1]]) => {
    const isVertical = x0 === x1 && (x0 === 0 || x0 === columns)
    const isHorizontal = y0 === y1 && (y0 === 0 || y0 === rows)
    return isVertical || isHorizontal
  })
}

function onWall([a, b]: Wall, share: number): Point {
  return [(a[0] + (b[0] - a[0]) * share) * cellM, (a[1] + (b[1] - a[1]) * share) * cellM]
}

function outline(own: readonly Cell[]): Polygon {
  const all = own.flatMap(edges)
  const back = new Set(all.map(([from, to]) => `${to.join()} ${from.join()}`))
  const next = new Map<string, Point>()
  for (const [from, to] of all) if (!back.has(`${from.join()} ${to.join()}`)) next.set(from.join(), to)
  const rings: Point[][] = []
  while (next.size > 0) {
    const ring: Point[] = []
    const [first] = next.keys()
    for (let key = first; key !== undefined && next.has(key);) {
      const to = next.get(key) as Point
      next.delete(key)
      ring.push([to[0] * cellM, to[1] * cellM])
      key = to.join()
    }
    rings.push(ring)
  }
  const twice = (ring: Ring): number =>
    ring.reduce((sum, [x, y], at) => {
      const [px, py] = ring[(at + ring.length - 1) % ring.length] as Point
      return sum + px * y - x * py
    }, 0)
  return {
    outer: rings.find((ring) => twice(ring) > 0) ?? [],
    holes: rings.filter((ring) => twice(ring) < 0),
  }
}

/**
 * Whether a straight line stays in a zone of cells: it enters the inside of no other cell, and where it runs along the edges
 * of cells, one of the zone's lies beside it.
 */
export function staysInside(own: readonly Cell[], a: Point, b: Point): boolean {
  const inside = new Set(own.map((cell) => cell.join()))
  const [x0, x1] = [Math.floor(Math.min(a[0], b[0]) / cellM) - 1, Math.ceil(Math.max(a[0], b[0]) / cellM)]
  const [y0, y1] = [Math.floor(Math.min(a[1], b[1]) / cellM) - 1, Math.ceil(Math.max(a[1], b[1]) / cellM)]
  for (let x = x0; x <= x1; x++) {
    for (let y = y0; y <= y1; y++) if (!inside.has(`${x},${y}`) && entersCell(a, b, x, y)) return false
  }
  for (const axis of [0, 1] as const) {
    const line = a[axis] / cellM
    if (a[axis] !== b[axis] || !Number.isInteger(line)) continue
    const [from, to] = [a[1 - axis] ?? 0, b[1 - axis] ?? 0].toSorted((p, q) => p - q) as [number, number]
    for (let k = Math.floor(from / cellM + 1e-9); k < to / cellM - 1e-9; k++) {
      const beside = axis === 0 ? [`${line - 1},${k}`, `${line},${k}`] : [`${k},${line - 1}`, `${k},${line}`]
      if (!beside.some((cell) => inside.has(cell))) return false
    }
  }
  return true
}

/** Whether a line passes the inside of a cell (Liang and Barsky's clipping, the boundary not counted). */
function entersCell(a: Point, b: Point, x: number, y: number): boolean {
  let [from, to] = [0, 1]
  for (const axis of [0, 1] as const) {
    const low = (axis === 0 ? x : y) * cellM + 1e-7
    const high = low + cellM - 2e-7
    const d = b[axis] - a[axis]
    if (d === 0) {
      if (a[axis] <= low || a[axis] >= high) return false
      continue
    }
    const [enter, leave] =
      d > 0 ? [(low - a[axis]) / d, (high - a[axis]) / d] : [(high - a[axis]) / d, (low - a[axis]) / d]
    from = Math.max(from, enter)
    to = Math.min(to, leave)
  }
  return to - from > 1e-9
}
