import Flatbush from 'flatbush'
import { floorOf } from '../../premises/floor/index.ts'
import type { Point, Segment } from '../../premises/geometry/plane.ts'
import type { LevelId } from '../../premises/ids.ts'
import type { Premises } from '../../premises/model.ts'

/** Things of a level that a pointer can be caught by, ready to be asked with every move. */
export interface SnapScene {
  readonly corners: readonly Point[]
  readonly walls: readonly Segment[]
  readonly cornersNear: (at: Point, reachM: number) => readonly Point[]
  readonly wallsNear: (at: Point, reachM: number) => readonly Segment[]
}

const kept = new WeakMap<Premises, Map<LevelId, SnapScene>>()

/** Corners and walls of a level, kept per state of the premises. */
export function snapScene(premises: Premises, levelId: LevelId): SnapScene {
  let levels = kept.get(premises)
  if (!levels) kept.set(premises, (levels = new Map()))
  let scene = levels.get(levelId)
  if (!scene) {
    const { corners, walls } = floorOf(premises, levelId)
    scene = sceneOf(
      corners,
      walls.map((wall) => wall.segment),
    )
    levels.set(levelId, scene)
  }
  return scene
}

export function sceneOf(corners: readonly Point[], walls: readonly Segment[]): SnapScene {
  return {
    corners,
    walls,
    cornersNear: nearby(corners, (corner) => [corner, corner]),
    wallsNear: nearby(walls, (wall) => wall),
  }
}

/** Points in the way of `cornersNear`, for the ends of a picture's lines. */
export function pointsNear(points: readonly Point[]): SnapScene['cornersNear'] {
  return nearby(points, (point) => [point, point])
}

function nearby<T>(
  things: readonly T[],
  extent: (thing: T) => Segment,
): (at: Point, reachM: number) => readonly T[] {
  if (things.length === 0) return () => []
  const index = new Flatbush(things.length)
  for (const thing of things) {
    const [[ax, ay], [bx, by]] = extent(thing)
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))
  }
  index.finish()
  return ([x, y], reachM) => {
    const found: T[] = []
    for (const at of index.search(x - reachM, y - reachM, x + reachM, y + reachM)) {
      const thing = things[at]
      if (thing) found.push(thing)
    }
    return found
  }
}
