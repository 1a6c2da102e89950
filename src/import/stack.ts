import { intersection } from '../premises/geometry/polygonOps.ts'
import { area } from '../premises/geometry/measure.ts'
import { minimumBox } from '../premises/geometry/minimumBox.ts'
import type { Zone } from '../premises/model.ts'

/**
 * Chains of zones that stand above one another: for each zone the one of the next storey that covers most of it, at least
 * `share` of the smaller. Storeys are given bottom to top. A chain has at least two zones.
 */
export function stackedChains(
  storeys: readonly (readonly Zone[])[],
  share = 0.3,
): readonly (readonly Zone[])[] {
  const chains: Zone[][] = []
  let open: Zone[][] = []
  for (const zones of storeys) {
    const taken = new Set<Zone>()
    const pairs = open
      .flatMap((chain) => {
        const below = chain.at(-1)
        return below ? zones.map((zone) => ({ chain, zone, covered: coveredShare(below, zone) })) : []
      })
      .filter((pair) => pair.covered >= share)
      .toSorted((a, b) => b.covered - a.covered)
    const grown = new Set<Zone[]>()
    for (const { chain, zone } of pairs) {
      if (taken.has(zone) || grown.has(chain)) continue
      taken.add(zone)
      grown.add(chain)
      chain.push(zone)
    }
    chains.push(...open.filter((chain) => !grown.has(chain)))
    open = [...grown, ...zones.filter((zone) => !taken.has(zone)).map((zone) => [zone])]
  }
  return [...chains, ...open].filter((chain) => chain.length > 1)
}

function coveredShare(a: Zone, b: Zone): number {
  const common = intersection([a.polygon], [b.polygon]).reduce((sum, part) => sum + area(part), 0)
  const smaller = Math.min(area(a.polygon), area(b.polygon))
  return smaller > 0 ? common / smaller : 0
}

/** Clear width of a flight in a dog-leg stair that fills a zone: half of the shorter side, 0.8 to 2.4 m. */
export function flightWidthIn(zone: Zone): number {
  const box = minimumBox(zone.polygon.outer)
  const shorter = box ? Math.min(box.lengthM, box.widthM) : 2
  return Math.round(Math.min(2.4, Math.max(0.8, (shorter - 0.2) / 2)) * 100) / 100
}
