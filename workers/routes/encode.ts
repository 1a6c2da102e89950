import type { Premises } from '../../src/premises/model.ts'
import type { Point } from '../../src/premises/geometry/plane.ts'
import { hashOf } from '../provenance.ts'
import type { HashPart } from '../provenance.ts'
import { storeyKind } from './case.ts'
import { linksOf } from './links.ts'
import type { LinkDraft } from './links.ts'
import type { Network } from './network.ts'
import { hashOfPiece, pieceOf } from './piece.ts'
import type { Piece } from './piece.ts'
import { numberPlaces } from './places.ts'
import type { Places } from './places.ts'

/**
 * The network of the premises. Pieces of `before` (an earlier network) whose polygon and terminals are the same are taken
 * over with the distances they have: an edit computes anew only the zones that it touches.
 */
export function encodeNetwork(premises: Premises, before?: Network): Network {
  const places = numberPlaces(premises)
  const drafts = linksOf(premises, places)
  const count = 2 * drafts.length
  const from = new Int32Array(count)
  const to = new Int32Array(count)
  const length = new Float64Array(count)
  const time = new Float64Array(count)
  const final = new Uint8Array(count)
  const storey = new Uint8Array(count)
  const open = new Uint8Array(count)
  drafts.forEach((draft, link) => {
    for (const end of [0, 1] as const) {
      const crossing = 2 * link + end
      from[crossing] = draft.places[end]
      to[crossing] = draft.places[end === 0 ? 1 : 0]
      length[crossing] = draft.length
      time[crossing] = draft.times[end]
      final[crossing] = draft.isOpen && draft.final[end] ? 1 : 0
      storey[crossing] = draft.isOpen ? draft.storey[end] : storeyKind.none
      const leadsSomewhere = to[crossing] >= 0 || final[crossing] === 1
      open[crossing] = draft.isOpen && from[crossing] >= 0 && leadsSomewhere ? 1 : 0
    }
  })
  const placeCount = places.placeZone.length
  const { crossingFrom, crossings, terminal } = byPlace(from, placeCount)
  const compartment = compartmentsOf(places)
  const pieces = piecesOf(places, drafts, crossingFrom, crossings, before)
  const { part, parts } = partsOf(placeCount, from, to, open)
  return {
    zoneIds: places.zoneIds,
    zoneOutdoor: places.zoneOutdoor,
    placeFrom: places.placeFrom,
    placeZone: places.placeZone,
    placeLevel: places.placeLevel,
    pieces,
    links: drafts.map((draft) => draft.link),
    from,
    to,
    terminal,
    crossingFrom,
    crossings,
    length,
    time,
    final,
    storey,
    open,
    compartment,
    part,
    parts,
    hash: hashOf(hashParts(places, drafts, pieces, [length, time, final, storey, open, compartment])),
  }
}

/** Crossings grouped by the place they start in; those that start outside (place −1) in none. */
function byPlace(from: Int32Array, placeCount: number) {
  const crossingFrom = new Int32Array(placeCount + 1)
  for (const place of from) if (place >= 0) crossingFrom[place + 1]! += 1
  for (let place = 0; place < placeCount; place++) crossingFrom[place + 1]! += crossingFrom[place]!
  const filled = crossingFrom.slice()
  const crossings = new Int32Array(crossingFrom[placeCount] ?? 0)
  const terminal = new Int32Array(from.length).fill(-1)
  for (let crossing = 0; crossing < from.length; crossing++) {
    const place = from[crossing]!
    if (place < 0) continue
    terminal[crossing] = filled[place]! - crossingFrom[place]!
    crossings[filled[place]!] = crossing
    filled[place]! += 1
  }
  return { crossingFrom, crossings, terminal }
}

/** Number of the fire compartment of each place; −1 where none is known. */
function compartmentsOf({ zones, placeZone }: Places): Int32Array {
  const known = [...new Set(zones.flatMap(({ compartmentId }) => compartmentId ?? []))].sort()
  const number = new Map<string, number>(known.map((id, at) => [id, at]))
  return Int32Array.from(placeZone, (zone) => number.get(zones[zone]?.compartmentId ?? '') ?? -1)
}

function piecesOf(
  places: Places,
  drafts: readonly LinkDraft[],
  crossingFrom: Int32Array,
  crossings: Int32Array,
  before: Network | undefined,
): Piece[] {
  const known = new Map<unknown, Piece[]>()
  for (const piece of before?.pieces ?? [])
    known.set(piece.polygon, [...(known.get(piece.polygon) ?? []), piece])
  return Array.from(places.placeZone, (zone, place) => {
    const polygon = places.zones[zone]?.polygon ?? { outer: [], holes: [] }
    const terminals = Array.from(
      crossings.subarray(crossingFrom[place], crossingFrom[place + 1]),
      (crossing) => drafts[crossing >> 1]?.points[(crossing & 1) as 0 | 1] as Point,
    )
    return (
      known.get(polygon)?.find((piece) => samePoints(piece.terminals, terminals)) ??
      pieceOf(polygon, terminals)
    )
  })
}

function samePoints(a: readonly Point[], b: readonly Point[]): boolean {
  return a.length === b.length && a.every((point, at) => point[0] === b[at]?.[0] && point[1] === b[at]?.[1])
}

/** Places joined by links that somebody can cross, as numbered parts. */
function partsOf(placeCount: number, from: Int32Array, to: Int32Array, open: Uint8Array) {
  const root = Int32Array.from({ length: placeCount }, (_, place) => place)
  const find = (place: number): number => {
    let at = place
    while (root[at] !== at) at = root[at] = root[root[at]!]!
    return at
  }
  for (let crossing = 0; crossing < from.length; crossing++) {
    if (open[crossing] === 0 || from[crossing]! < 0 || to[crossing]! < 0) continue
    const [a, b] = [find(from[crossing]!), find(to[crossing]!)]
    if (a < b) root[b] = a
    else root[a] = b
  }
  const part = new Int32Array(placeCount)
  let parts = 0
  for (let place = 0; place < placeCount; place++) {
    const top = find(place)
    part[place] = top === place ? parts++ : part[top]!
  }
  return { part, parts }
}

function* hashParts(
  places: Places,
  drafts: readonly LinkDraft[],
  pieces: readonly Piece[],
  arrays: readonly HashPart[],
): Generator<HashPart> {
  yield places.zoneIds.join(' ')
  yield places.zoneOutdoor
  yield places.placeZone
  yield places.placeLevel.join(' ')
  yield JSON.stringify(drafts.map((draft) => draft.link))
  yield Int32Array.from(drafts.flatMap((draft) => draft.places))
  yield pieces.map(hashOfPiece).join(' ')
  yield* arrays
}
