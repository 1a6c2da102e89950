import { distanceToBoundary } from '../geometry/inside.ts'
import { area } from '../geometry/measure.ts'
import { difference } from '../geometry/polygonOps.ts'
import { normalised } from '../geometry/ring.ts'
import { midpoint } from '../geometry/segment.ts'
import type { Polygon } from '../geometry/plane.ts'
import type { Premises, Zone } from '../model.ts'
import type { Change } from '../operation.ts'
import type { Fault } from './fault.ts'
import { gapM } from './gaps.ts'
import { openingsAlong, openingsOf } from './moveAlong.ts'
import { mends } from './trial.ts'

/** Zones that differ less in size than this share count as equally large: the one drawn later gives way. */
const alike = 0.05
/** A zone that would keep less than this share of its area is no longer the same room: a person decides. */
const leastKept = 0.5

/**
 * The common piece taken from the larger zone, or of two alike from the later one, else from the other. Null where that
 * would take a zone apart, or leave little of it.
 */
export function mendOverlap(premises: Premises, fault: Fault): readonly Change[] | null {
  const [a, b] = [fault.record, fault.others[0]].map((record) =>
    record?.table === 'zones' ? premises.zones[record.id] : undefined,
  )
  if (!a || !b) return null
  const [sizeA, sizeB] = [area(a.polygon), area(b.polygon)]
  const isAlike = Math.abs(sizeA - sizeB) <= alike * Math.max(sizeA, sizeB)
  const aGives = isAlike ? a.id > b.id : sizeA > sizeB
  const order = aGives
    ? ([
        [a, b],
        [b, a],
      ] as const)
    : ([
        [b, a],
        [a, b],
      ] as const)
  for (const [giver, keeper] of order) {
    const changes = takenFrom(premises, giver, keeper)
    if (changes !== null && mends(premises, fault, changes)) return changes
  }
  return null
}

function takenFrom(premises: Premises, giver: Zone, keeper: Zone): readonly Change[] | null {
  const size = area(giver.polygon)
  const left = difference([giver.polygon], [keeper.polygon]).filter((part) => area(part) > 1e-4)
  const [part] = left
  if (left.length !== 1 || !part || area(part) < leastKept * size) return null
  const polygon = normalised(part)
  return [
    { record: { table: 'zones', id: giver.id }, field: 'polygon', after: polygon },
    ...openingsAlong(premises, new Map([[giver.id, polygon]])),
    ...handedOver(premises, giver, keeper, polygon),
  ]
}

/** Openings of the giver that stand in a wall of the keeper only now: they lead into the keeper. */
function handedOver(premises: Premises, giver: Zone, keeper: Zone, polygon: Polygon): readonly Change[] {
  return openingsOf(premises, giver.id).flatMap((opening): Change[] => {
    const middle = midpoint(opening.segment)
    const isOn = (zone: Polygon) => distanceToBoundary(zone, middle) <= gapM
    if (isOn(polygon) || !isOn(keeper.polygon) || opening.sides.includes(keeper.id)) return []
    const sides = opening.sides.map((id) => (id === giver.id ? keeper.id : id))
    return [{ record: { table: 'openings', id: opening.id }, field: 'sides', after: sides }]
  })
}
