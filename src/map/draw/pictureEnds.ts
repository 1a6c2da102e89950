import type { Point } from '../../premises/geometry/plane.ts'
import { planPoint, underlaysOf, type UnderlayPlace } from '../../premises/underlay.ts'
import type { PlanMapInput } from '../planMapInput.ts'
import type { Board } from './sketch.ts'
import { pointsNear, type SnapScene } from './snapScene.ts'

/** The ends of the lines of the pictures beneath a level, where they lie on the plan; fetched once a picture. */
export function pictureEnds(inputNow: () => PlanMapInput, onCame: () => void) {
  const fetched = new Map<string, Float32Array | 'asked'>()
  const laid = new Map<string, { readonly place: UnderlayPlace; readonly near: SnapScene['cornersNear'] }>()
  let isOver = false

  const fetch = (id: string, key: string) => {
    fetched.set(key, 'asked')
    const asked = inputNow().underlayEnds?.(id as never) ?? Promise.resolve(new Float32Array())
    void asked
      .catch(() => new Float32Array())
      .then((pixels) => {
        fetched.set(key, pixels)
        if (!isOver) onCame()
      })
  }

  return {
    /** Null where no picture of the level has ends (or none has come yet). */
    near: ({ premises, levelId }: Board): SnapScene['cornersNear'] | null => {
      const found = underlaysOf(premises, levelId).flatMap((underlay) => {
        if (underlay.hidden || underlay.ends === undefined) return []
        const pixels = fetched.get(underlay.ends)
        if (pixels === undefined) fetch(underlay.id, underlay.ends)
        if (!(pixels instanceof Float32Array)) return []
        const before = laid.get(underlay.id)
        if (before && samePlace(before.place, underlay)) return [before.near]
        const near = pointsNear(pointsOf(pixels, underlay))
        laid.set(underlay.id, { place: underlay, near })
        return [near]
      })
      const [only] = found
      if (!only) return null
      return found.length === 1 ? only : (at, reachM) => found.flatMap((near) => near(at, reachM))
    },
    stop: () => {
      isOver = true
    },
  }
}

function samePlace(a: UnderlayPlace, b: UnderlayPlace): boolean {
  return (
    a.origin[0] === b.origin[0] &&
    a.origin[1] === b.origin[1] &&
    a.metresPerPx === b.metresPerPx &&
    a.turnDeg === b.turnDeg
  )
}

function pointsOf(pixels: Float32Array, place: UnderlayPlace): readonly Point[] {
  const points: Point[] = []
  for (let at = 0; at + 1 < pixels.length; at += 2)
    points.push(planPoint(place, [pixels[at] ?? 0, pixels[at + 1] ?? 0]))
  return points
}
