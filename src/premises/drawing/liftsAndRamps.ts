import { labelPoint } from '../geometry/labelPoint.ts'
import { boxCorners, minimumBox } from '../geometry/minimumBox.ts'
import type { TurnedBox } from '../geometry/minimumBox.ts'
import type { Point } from '../geometry/plane.ts'
import { leftNormal } from '../geometry/segment.ts'
import type { LevelId } from '../ids.ts'
import type { Premises, Ramp, Zone } from '../model.ts'
import type { RecordRef } from '../operation.ts'
import { zoneUse } from '../uses.ts'
import { shifted } from './gaps.ts'
import type { PlanShape } from './shapes.ts'
import { arrow } from './stairs.ts'

/** Space between a lift's car and its shaft, metres. */
const carInsetM = 0.12

/** Crossed cars in every zone of a level that is a lift: side by side where several lifts share a shaft. */
export function liftShapes(premises: Premises, zones: readonly Zone[]): readonly PlanShape[] {
  const lifts = Object.values(premises.lifts)
  return zones.flatMap((zone): PlanShape[] => {
    const { kind } = zoneUse(zone.use)
    const serving = lifts.filter(({ zoneIds }) => zoneIds.includes(zone.id)).length
    if (kind !== 'lift' && !(kind === 'shaft' && serving > 0)) return []
    const shaft = minimumBox(zone.polygon.outer)
    if (shaft === null) return []
    const record: RecordRef = { table: 'zones', id: zone.id }
    return carsIn(shaft, Math.max(1, serving)).flatMap((car) => {
      const [a, b, c, d] = boxCorners(car)
      return [
        [a, b, c, d, a],
        [a, c],
        [b, d],
      ].map((line): PlanShape => ({ kind: 'lift', line, record }))
    })
  })
}

function carsIn({ centre, axis, lengthM, widthM }: TurnedBox, count: number): readonly TurnedBox[] {
  const each = lengthM / count
  if (Math.min(each, widthM) <= 3 * carInsetM) return []
  return Array.from({ length: count }, (_, k) => ({
    centre: shifted(centre, axis, (k - (count - 1) / 2) * each),
    axis,
    lengthM: each - 2 * carInsetM,
    widthM: widthM - 2 * carInsetM,
  }))
}

/** The ramps of a level with their edges and an arrow up. */
export function rampShapes(premises: Premises, levelId: LevelId): readonly PlanShape[] {
  return Object.values(premises.ramps).flatMap((ramp): PlanShape[] => {
    const [lower, upper] = [premises.zones[ramp.lowerZoneId], premises.zones[ramp.upperZoneId]]
    if (lower?.levelId !== levelId && upper?.levelId !== levelId) return []
    const record: RecordRef = { table: 'ramps', id: ramp.id }
    if (ramp.line && ramp.line.length >= 2) {
      const shapes: PlanShape[] = arrow(ramp.line).map((line) => ({ kind: 'arrow', line, record }))
      for (const side of [0.5, -0.5]) {
        shapes.push({ kind: 'rail', line: beside(ramp.line, side * ramp.clearWidthM), record })
      }
      return shapes
    }
    return arrow(usualLine(ramp, lower, upper)).map((line) => ({
      kind: 'arrow',
      line,
      record,
      assumed: true,
    }))
  })
}

/** From the middle of the lower zone to the middle of the upper; along the zone where both are one. */
function usualLine(
  { lowerZoneId, upperZoneId }: Ramp,
  lower: Zone | undefined,
  upper: Zone | undefined,
): readonly Point[] {
  if (!lower || !upper) return []
  if (lowerZoneId !== upperZoneId) return [labelPoint(lower.polygon).point, labelPoint(upper.polygon).point]
  const box = minimumBox(lower.polygon.outer)
  if (box === null) return []
  return [shifted(box.centre, box.axis, -0.4 * box.lengthM), shifted(box.centre, box.axis, 0.4 * box.lengthM)]
}

function beside(line: readonly Point[], metres: number): readonly Point[] {
  return line.map((point, index) => {
    const before = line[index - 1] ?? point
    const after = line[index + 1] ?? point
    return shifted(point, leftNormal([before, after]), metres)
  })
}
