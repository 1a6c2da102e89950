import type { LevelId } from '../ids.ts'
import type { Premises, StairFlight, StairRun } from '../model.ts'
import type { Change } from '../operation.ts'
import { distance } from '../geometry/segment.ts'
import { placesOfStair } from '../places.ts'
import { riseM } from '../stairs.ts'
import { usualMark } from './marks.ts'

/**
 * The run in the same place over another height: as many risers as keep them nearest to what they were, shared out over the
 * flights as before. A flight that was drawn keeps its line, so its treads share it out anew. A run with nothing said of its
 * flights stays one.
 */
export function runOfHeight(run: StairRun, heightM: number): StairRun {
  const risersWere = run.flights.reduce((sum, flight) => sum + flight.risers, 0)
  const rise = riseM(run)
  if (risersWere === 0 || rise <= 0 || heightM <= 0) return run
  const risers = Math.max(run.flights.length, Math.round((heightM * risersWere) / rise))
  const shares = sharedOut(
    run.flights.map((flight) => flight.risers),
    risers,
  )
  return {
    ...run,
    flights: run.flights.map((flight, index) => flightOf(flight, shares[index] ?? 1, heightM / risers)),
  }
}

/** The changes that fit the runs of stairs to new elevations, where they did fit the old ones. */
export function runChanges(premises: Premises, elevations: ReadonlyMap<LevelId, number>): readonly Change[] {
  return Object.values(premises.stairs).flatMap((stair): readonly Change[] => {
    const places = placesOfStair(premises, stair.zoneIds)
    const climb = (index: number, of: (id: LevelId) => number | undefined): number | null => {
      const [low, high] = [places[index]?.levelId, places[index + 1]?.levelId]
      const [from, to] = [low ? of(low) : undefined, high ? of(high) : undefined]
      return from === undefined || to === undefined ? null : to - from
    }
    const runs = stair.runs.map((run, index) => {
      const was = climb(index, (id) => premises.levels[id]?.elevationM)
      const now = climb(index, (id) => elevations.get(id) ?? premises.levels[id]?.elevationM)
      const fits = was !== null && Math.abs(riseM(run) - was) < 0.05
      return fits && now !== null && Math.abs(now - was) > 1e-6 ? runOfHeight(run, now) : run
    })
    const record = { table: 'stairs', id: stair.id } as const
    if (runs.every((run, index) => run === stair.runs[index])) return []
    // Steps that were counted on site are not those of another height.
    const isCounted = stair.evidence['runs']?.mark === 'measured'
    return [
      { record, field: 'runs', after: runs },
      ...(isCounted ? [{ record, field: 'evidence.runs', after: usualMark('newHeight') }] : []),
    ]
  })
}

function flightOf(flight: StairFlight, risers: number, riserM: number): StairFlight {
  const { line } = flight
  const goingM = line
    ? line.slice(1).reduce((sum, point, i) => sum + distance(line[i] ?? point, point), 0)
    : 0
  const isSame = risers === flight.risers
  return {
    ...flight,
    risers,
    riserM,
    ...(goingM > 0 && risers > 1 && !isSame
      ? { treadM: Math.round((goingM / (risers - 1)) * 1e4) / 1e4 }
      : {}),
  }
}

/** A whole number shared out in proportion, each part at least 1; what is left goes to the largest remainders. */
function sharedOut(parts: readonly number[], total: number): readonly number[] {
  const sum = parts.reduce((all, part) => all + part, 0)
  const exact = parts.map((part) => (part * total) / sum)
  const shares = exact.map((share) => Math.max(1, Math.floor(share)))
  const order = exact
    .map((share, index) => ({ index, rest: share - Math.floor(share) }))
    .toSorted((a, b) => b.rest - a.rest || a.index - b.index)
  let left = total - shares.reduce((all, share) => all + share, 0)
  for (let turn = 0; left > 0; turn = (turn + 1) % order.length) {
    const index = order[turn]?.index ?? 0
    shares[index] = (shares[index] ?? 0) + 1
    left -= 1
  }
  return shares
}
