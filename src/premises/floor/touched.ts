import { type Allotment, facesIn } from './allotment.ts'
import { cellOf } from './cells.ts'
import { isDrawnTag, type Overlay } from './overlay.ts'

/**
 * The zones, by their place in the cover, whose outlines an edit may change: those that change hands, those that touch a drawn
 * line or a corner that goes, and those that share a corner which one of them comes to have.
 */
export function touchedZones(
  over: Overlay,
  spent: ReadonlySet<number>,
  { parts, rooms }: Allotment,
): ReadonlySet<number> {
  const { corners, pieces, faces, cover, zonesIn } = over
  const isChanging = new Set<number>(spent)
  for (let corner = cover.corners.xs.length; corner < corners.xs.length; corner += 1) isChanging.add(corner)
  for (const { a, b, tags } of pieces)
    if (tags.some(isDrawnTag)) {
      isChanging.add(a)
      isChanging.add(b)
    }
  const cornersOf = faces.map(({ halves }) =>
    halves.map((half) => (half % 2 === 0 ? pieces[half >> 1]?.a : pieces[half >> 1]?.b) ?? -1),
  )
  const storedIn = (place: number): ReadonlySet<number | undefined> => {
    const known = new Set<number | undefined>()
    const polygon = cover.zones[place]?.zone.polygon
    for (const ring of polygon ? [polygon.outer, ...polygon.holes] : [])
      for (const [x, y] of ring) known.add(corners.find(cellOf(x), cellOf(y)))
    return known
  }
  for (const face of rooms.flatMap((room) => room.faces))
    for (const corner of cornersOf[face] ?? []) isChanging.add(corner)

  const touched = new Set<number>()
  const waiting = [...parts.keys()]
  const standsAt = new Map<number, number[]>()
  zonesIn.forEach((zones, face) => {
    for (const corner of cornersOf[face] ?? []) {
      const there = standsAt.get(corner)
      if (there === undefined) standsAt.set(corner, [...zones])
      else there.push(...zones)
    }
  })
  for (const corner of isChanging) waiting.push(...(standsAt.get(corner) ?? []))
  // A corner that goes may be the tip of a needle in an outline, of which no face is left.
  if (spent.size > 0)
    cover.zones.forEach(({ rings }, place) => {
      if (rings.some((ring) => ring.some((corner) => spent.has(corner)))) waiting.push(place)
    })
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (touched.has(place)) continue
    touched.add(place)
    const stored = storedIn(place)
    for (const face of facesIn(over, place))
      for (const corner of cornersOf[face] ?? [])
        if (!stored.has(corner)) waiting.push(...(standsAt.get(corner) ?? []))
  }
  return touched
}
