import { newId, type LevelId } from '../premises/ids.ts'
import type { Level, Lift, Stair, Zone } from '../premises/model.ts'
import { evenRun } from '../premises/stairs.ts'
import { assumed, fromDrawing, type Draft } from './draft.ts'
import type { Finding } from './result.ts'
import { flightWidthIn, stackedChains } from './stack.ts'

/**
 * Joins stair zones that stand above one another into stairs, and lift zones into lifts. Steps and widths are not in such
 * files: each run is taken as two even flights that fill the smaller zone, marked as assumed.
 * @param storeys bottom to top
 */
export function joinVertically(
  draft: Draft,
  storeys: readonly Level[],
  byLevel: ReadonlyMap<LevelId, readonly Zone[]>,
  findings: Finding[],
): void {
  const ofUse = (use: string) =>
    storeys.map((level) => (byLevel.get(level.id) ?? []).filter((zone) => zone.use === use))
  const levelOf = new Map(storeys.map((level) => [level.id, level]))
  const joined = new Set<Zone>()
  stackedChains(ofUse('stair')).forEach((chain, i) => {
    chain.forEach((zone) => joined.add(zone))
    const stair = stairOf(chain, levelOf, `S${i + 1}`)
    draft.add('stairs', stair)
    findings.push({
      kind: 'assumed',
      code: 'import.stairAssumed',
      severity: 'warning',
      params: { name: stair.name, storeys: chain.length },
      where: { record: { table: 'stairs', id: stair.id } },
    })
  })
  stackedChains(ofUse('lift')).forEach((chain, i) => {
    const lift: Lift = {
      id: newId<'lift'>(),
      name: `TM${i + 1}`,
      zoneIds: chain.map((zone) => zone.id),
      use: 'ordinary',
      evidence: { zoneIds: fromDrawing('', 'zonesAboveOneAnother'), use: assumed() },
    }
    draft.add('lifts', lift)
  })
  for (const zone of ofUse('stair').flat()) {
    if (joined.has(zone) || storeys.length < 2) continue
    findings.push({
      kind: 'decide',
      code: 'import.stairAlone',
      severity: 'warning',
      params: { level: levelOf.get(zone.levelId ?? ('' as LevelId))?.name ?? '' },
      where: { record: { table: 'zones', id: zone.id } },
    })
  }
}

function stairOf(chain: readonly Zone[], levelOf: ReadonlyMap<LevelId, Level>, name: string): Stair {
  const elevation = (zone: Zone) => (zone.levelId ? (levelOf.get(zone.levelId)?.elevationM ?? 0) : 0)
  const runs = chain.slice(1).map((upper, i) => {
    const lower = chain[i] ?? upper
    return evenRun(Math.max(0.3, elevation(upper) - elevation(lower)), {
      clearWidthM: Math.min(flightWidthIn(lower), flightWidthIn(upper)),
    })
  })
  return {
    id: newId<'stair'>(),
    name,
    kind: 'unknown',
    zoneIds: chain.map((zone) => zone.id),
    runs,
    evidence: { runs: assumed('evenFlights'), zoneIds: fromDrawing('', 'zonesAboveOneAnother') },
  }
}
