import type { OpeningId, ZoneId } from '../../src/premises/ids.ts'
import { commonStretchM } from './deadEnd.ts'
import type { Stretch, Way, ZoneRoute } from './job.ts'
import { lengthPerMetre, levelTime, timePerSecond } from './measure.ts'
import { linkOf, opposite } from './network.ts'
import type { Network } from './network.ts'
import { lengthsTo, lineBetween, lineFrom } from './piece.ts'
import type { Along } from './piece.ts'
import type { Start } from './start.ts'

/** The answer for one zone, from the crossings of its ways. */
export function zoneRoute(
  network: Network,
  along: Along,
  zoneId: ZoneId,
  start: Start,
  first: readonly number[],
  second: readonly number[] | null,
): ZoneRoute {
  const firstWay = wayOf(network, along, start, first)
  const secondWay = second && wayOf(network, along, start, second)
  return {
    zoneId,
    first: firstWay,
    second: secondWay,
    deadEndM: second ? commonM(network, along, start, first, second) : firstWay.farthestM,
  }
}

function wayOf(network: Network, along: Along, start: Start, way: readonly number[]): Way {
  const lengths = legLengths(network, along, start, way)
  let door = 0
  let time = 0
  way.forEach((crossing, at) => {
    if (at > 0) door += lengths[at]!
    door += network.length[crossing]!
    time += network.time[crossing]! + levelTime(lengths[at]!)
  })
  const openings = way.flatMap((crossing) => openingOf(network, crossing) ?? [])
  return {
    exitId: openings[openings.length - 1] as OpeningId,
    doorM: door / lengthPerMetre,
    farthestM: (door + lengths[0]!) / lengthPerMetre,
    timeS: time / timePerSecond,
    openings,
    stretches: way.map((_, at): Stretch => {
      const place = network.from[way[at]!]!
      return {
        zoneId: network.zoneIds[network.placeZone[place]!]!,
        line: legLine(network, along, start, way, at),
      }
    }),
  }
}

function openingOf({ links }: Network, crossing: number): OpeningId | null {
  const link = links[linkOf(crossing)]
  return link?.kind === 'opening' ? link.id : null
}

/** Lengths walked on the level before each crossing of a way, 0.01 mm. */
function legLengths(network: Network, along: Along, start: Start, way: readonly number[]): number[] {
  return way.map((crossing, at) => {
    const place = network.from[crossing]!
    const terminal = network.terminal[crossing]!
    if (at === 0) return start.lengths[terminal]!
    return lengthsTo(network.pieces[place]!, terminal, along)[network.terminal[opposite(way[at - 1]!)]!]!
  })
}

/** The line walked before a crossing of a way. */
function legLine(network: Network, along: Along, start: Start, way: readonly number[], at: number): number[] {
  const crossing = way[at]!
  const piece = network.pieces[network.from[crossing]!]!
  const terminal = network.terminal[crossing]!
  if (at === 0) return lineFrom(piece, start.point, terminal)
  return lineBetween(piece, network.terminal[opposite(way[at - 1]!)]!, terminal, along)
}

/** Length that two ways from one start have in common, metres: whole legs, and a part of the one in which they part. */
function commonM(
  network: Network,
  along: Along,
  start: Start,
  first: readonly number[],
  second: readonly number[],
): number {
  const lengths = legLengths(network, along, start, first)
  let common = 0
  let at = 0
  for (; at < first.length && first[at] === second[at]; at++)
    common += lengths[at]! + network.length[first[at]!]!
  if (at >= first.length || at >= second.length) return common / lengthPerMetre
  const parting = commonStretchM(
    legLine(network, along, start, first, at),
    legLine(network, along, start, second, at),
  )
  return common / lengthPerMetre + Math.min(parting, lengths[at]! / lengthPerMetre)
}
