import { newId } from '../../premises/ids.ts'
import type { EvidenceMap } from '../../premises/evidence.ts'
import { distance } from '../../premises/geometry/segment.ts'
import type { Opening, Stair, StairKind, Zone } from '../../premises/model.ts'
import { evenRun } from '../../premises/stairs.ts'
import { zoneName } from '../../premises/naming.ts'
import { zoneUse } from '../../premises/uses.ts'
import { assumed, fromDrawing } from '../draft.ts'
import { flightWidthIn, stackedChains } from '../stack.ts'
import { ownName } from './labels.ts'
import type { Space } from './spaces.ts'
import type { StairLink } from './stairs.ts'

/** A stored stair with the links it was made of; none where it is assumed from rooms above one another. */
export interface StairMade {
  readonly stair: Stair
  readonly links: readonly StairLink[]
}

/** Two runs belong to one stair when the next begins this near to where the last ended, in the same room. */
const turnM = 6

/** One stair per continuous stair: runs that follow each other in one room are chained, bottom to top. */
export function stairRecords(
  links: readonly StairLink[],
  zoneOf: ReadonlyMap<Space, Zone>,
  file: string,
): readonly StairMade[] {
  const chains: StairLink[][] = []
  const known = links.filter((link) => zoneOf.has(link.lower) && zoneOf.has(link.upper))
  for (const link of known.toSorted((p, q) => p.bottomZ - q.bottomZ || p.element.id - q.element.id)) {
    const away = (chain: readonly StairLink[]): number =>
      distance(chain[chain.length - 1]?.head ?? [Infinity, 0], link.foot)
    const follows = chains
      .filter((chain) => {
        const last = chain[chain.length - 1]
        return (
          last !== undefined &&
          last.upper === link.lower &&
          Math.abs(last.topZ - link.bottomZ) < 0.2 &&
          away(chain) <= turnM
        )
      })
      .toSorted((p, q) => away(p) - away(q))[0]
    if (follows) follows.push(link)
    else chains.push([link])
  }
  return chains.map((chain) => ({ links: chain, stair: stairOf(chain, zoneOf, file) }))
}

function stairOf(chain: readonly StairLink[], zoneOf: ReadonlyMap<Space, Zone>, file: string): Stair {
  const zones = chain.flatMap((link, index) => [
    ...(index === 0 ? [zoneOf.get(link.lower)] : []),
    zoneOf.get(link.upper),
  ])
  const elements = [...new Set(chain.map((link) => link.element))]
  const fromShape = chain.every((link) => link.stepsFrom === 'shape')
  return {
    id: newId<'stair'>(),
    name: stairName(
      zones,
      elements.map((element) => element.name),
    ),
    kind: 'unknown',
    zoneIds: zones.flatMap((zone) => zone?.id ?? []),
    runs: chain.map((link) => link.run),
    sourceId: elements.map((element) => element.sourceId).join('+'),
    evidence: {
      zoneIds: fromDrawing(file),
      runs: fromShape ? fromDrawing(file, 'IfcStairFlight') : assumed('ifcStepsAssumed'),
    },
  }
}

/** The name of its own room, else the one in the file. */
function stairName(zones: readonly (Zone | undefined)[], names: readonly (string | null)[]): string {
  const own = zones.find((zone) => zone !== undefined && zoneUse(zone.use).kind === 'stair')
  return own ? zoneName(own) : (names.map(ownName).find((name) => name !== '') ?? '')
}

/** Stair rooms above one another that no stair of the file joins: a stair of two even flights, all of it assumed. */
export function assumedStairs(
  storeys: readonly (readonly Zone[])[],
  made: readonly StairMade[],
  elevationOf: (zone: Zone) => number,
): readonly StairMade[] {
  const joined = new Set(
    made.flatMap(({ stair }) => stair.zoneIds.slice(1).map((id, index) => `${stair.zoneIds[index]} ${id}`)),
  )
  const chains = stackedChains(storeys.map((zones) => zones.filter((zone) => zone.use === 'stair')))
  return chains.flatMap((chain): StairMade[] => {
    // A chain may be joined in part: what is left of it is cut where a stair of the file is.
    const pieces: Zone[][] = []
    chain.forEach((zone, index) => {
      const below = chain[index - 1]
      if (below && !joined.has(`${below.id} ${zone.id}`)) {
        const last = pieces[pieces.length - 1]
        if (last && last[last.length - 1] === below) last.push(zone)
        else pieces.push([below, zone])
      }
    })
    return pieces.map((zones) => ({
      links: [],
      stair: {
        id: newId<'stair'>(),
        name: zones[0] ? zoneName(zones[0]) : '',
        kind: 'unknown',
        zoneIds: zones.map((zone) => zone.id),
        runs: zones.slice(1).map((upper, index) => {
          const lower = zones[index] ?? upper
          return evenRun(Math.max(0.3, elevationOf(upper) - elevationOf(lower)), {
            clearWidthM: Math.min(flightWidthIn(lower), flightWidthIn(upper)),
          })
        }),
        sourceId: zones.map((zone) => zone.sourceId ?? '').join('+'),
        evidence: { runs: assumed('evenFlights'), zoneIds: assumed('zonesAboveOneAnother') },
      },
    }))
  })
}

/**
 * What kind of stair it is, as far as a drawing tells: outdoors; in a room of its own behind doors (taken as enclosed); else
 * open inside. Whether its walls and doors resist fire the drawing does not tell: always an assumption.
 */
export function withKind(
  stair: Stair,
  zones: Readonly<Record<string, Zone>>,
  openings: readonly Opening[],
): Stair {
  const own = stair.zoneIds.flatMap((id) => zones[id] ?? [])
  const ids = new Set<string | null>(stair.zoneIds)
  const isStairRoom = own.every((zone) => zoneUse(zone.use).kind === 'stair')
  const ways = openings.filter(
    (opening) => opening.kind !== 'window' && opening.sides.some((side) => ids.has(side)),
  )
  const kind: StairKind = own.every((zone) => zoneUse(zone.use).kind === 'outdoor')
    ? 'outdoor'
    : isStairRoom && ways.every((way) => way.kind === 'door')
      ? 'enclosed'
      : 'openInside'
  const evidence: EvidenceMap = { ...stair.evidence, kind: assumed('ifcStairKind') }
  return { ...stair, kind, evidence }
}
