import { rectangle } from '../geometry/ring.ts'
import { snapPolygon } from '../geometry/plane.ts'
import type { Level, Lift, Opening, Stair, StairFlight, StairLanding, StairRun } from '../model.ts'
import { onGrid } from './faces.ts'
import { drawing, measured, plainId, sampleId } from './key.ts'
import type { StairLayout, StairsLayout } from './layout.ts'

/** The dog-leg stairs: from each storey one flight up to a half landing, and one back to the next storey. */
export function stairsOf(layout: StairsLayout, levels: ReadonlyMap<string, Level>): readonly Stair[] {
  return layout.stairs.map((stair) => ({
    id: sampleId('stair', stair.key.slice(1)),
    name: stair.name,
    kind: 'enclosed',
    zoneIds: stair.levels.map((level) => sampleId('zone', level, stair.key)),
    runs: stair.levels.slice(1).map((upper, index) => {
      const from = levels.get(stair.levels[index] ?? '')
      const to = levels.get(upper)
      if (!from || !to) throw new Error(`${stair.name} names a level that does not exist`)
      return runOf(layout, stair, to.elevationM - from.elevationM)
    }),
    evidence: { runs: stair.key === 's2' ? drawing : measured },
  }))
}

function runOf(layout: StairsLayout, { sidesX, upX, arriveX }: StairLayout, riseM: number): StairRun {
  const shape = layout.runs.find((run) => Math.abs(run.riseM - riseM) < 0.001)
  if (!shape) throw new Error(`no flights for ${riseM} m`)
  const [nearY, footY] = layout.floorLandingY
  const headY = footY + (shape.risers - 1) * shape.treadM
  const flight = (x: number, from: number, to: number): StairFlight => ({
    risers: shape.risers,
    riserM: riseM / (2 * shape.risers),
    treadM: shape.treadM,
    clearWidthM: layout.clearWidthM,
    handrails: 1,
    widthBetween: 'walls',
    line: onGrid([
      [x, from],
      [x, to],
    ]),
  })
  const landing = (fromY: number, toY: number): StairLanding => ({
    lengthM: Math.round((toY - fromY) * 1000) / 1000,
    widthM: Math.round((sidesX[1] - sidesX[0]) * 1000) / 1000,
    polygon: snapPolygon(rectangle(sidesX[0], fromY, sidesX[1], toY)),
  })
  return {
    flights: [flight(upX, footY, headY), flight(arriveX, headY, footY)],
    landings: [landing(headY, layout.halfLandingEndY), landing(nearY, footY)],
  }
}

/** The lifts, all in one shaft, and the doors of their cars on every level. */
export function liftsOf(layout: StairsLayout): readonly Lift[] {
  return layout.lifts.map(({ key, name, use }) => ({
    id: plainId<'lift'>('t', key),
    name,
    zoneIds: layout.liftLevels.map((level) => sampleId('zone', level, 'tm')),
    use,
    evidence: {},
  }))
}

export function liftDoors(
  { lifts, liftDoors: { x, y, widthM, heightM } }: StairsLayout,
  level: Level,
  key: string,
): readonly Opening[] {
  return lifts.map((lift, index) => {
    const at = x[index] ?? 0
    return {
      id: sampleId('opening', key, lift.key),
      levelId: level.id,
      name: `Cửa tầng ${lift.name}`,
      kind: 'door',
      segment: onGrid([
        [at - widthM / 2, y],
        [at + widthM / 2, y],
      ]),
      sides: [sampleId('zone', key, 'tm'), sampleId('zone', key, 'st')],
      clearWidthM: widthM,
      clearHeightM: heightM,
      door: { operation: 'sliding', leaves: 2 },
      exit: 'none',
      evidence: { clearWidthM: drawing, clearHeightM: drawing },
    }
  })
}
