import { fold } from '../../i18n/format.ts'
import type { Point } from '../../premises/geometry/plane.ts'
import type { Building, Placement, Premises } from '../../premises/model.ts'
import type { Change } from '../../premises/operation.ts'
import {
  placementFromPoint,
  placementFromTwoPoints,
  toLocal,
  type Position,
} from '../../premises/placement.ts'
import {
  provinces,
  type Grid,
  type GridConverter,
  type GridPoint,
  type Meridian,
} from '../../premises/vn2000.ts'

/** A point of the plan and where it lies; `typed`: the metres of VN-2000 that the position was made of. */
interface Pick {
  readonly plan: Position | null
  readonly map: Position | null
  readonly typed: GridPoint | null
}

/** What typed coordinates mean: degrees of WGS 84, or metres of a plane of VN-2000. */
export type CoordinateSystem = 'wgs84' | 'vn2000'

export interface Placing {
  readonly buildingId: string
  readonly method: 'point' | 'twoPoints'
  readonly bearingDeg: number
  readonly points: readonly [Pick, Pick]
  /** Which of the picks the next tap on the map sets. */
  readonly next: { readonly index: 0 | 1; readonly side: 'plan' | 'map' }
  readonly system: CoordinateSystem
  readonly grid: Grid
  /** The province that the meridian was taken from, a key of `provinceChoices`; empty: chosen by itself. */
  readonly province: string
}

export const nothing: Pick = { plan: null, map: null, typed: null }

/** A province to choose the meridian by: one of the 34, or one of the former 63 for older drawings. */
export interface ProvinceChoice extends Meridian {
  readonly key: string
  readonly isFormer: boolean
  /** Parts of it that had another meridian, and their meridians. */
  readonly others: readonly Meridian[]
}

export const provinceChoices: readonly ProvinceChoice[] = [
  ...provinces.map((each) => ({
    ...each,
    key: `now ${each.name}`,
    isFormer: false,
    others: each.former.filter(({ meridianDeg }) => meridianDeg !== each.meridianDeg),
  })),
  ...provinces
    .flatMap(({ former }) => former)
    .map((each) => ({ ...each, key: `former ${each.name}`, isFormer: true, others: [] })),
]

export function firstPlacing(premises: Premises, levelId: string | null): Placing | null {
  const level = levelId === null ? undefined : premises.levels[levelId]
  const building = premises.buildings[level?.buildingId ?? ''] ?? Object.values(premises.buildings)[0]
  if (!building) return null
  const province = provinceIn(premises.facility.address ?? '')
  return {
    buildingId: building.id,
    method: 'point',
    bearingDeg: building.placement.bearingDeg,
    points: [nothing, nothing],
    next: { index: 0, side: 'map' },
    system: 'wgs84',
    grid: { meridianDeg: province?.meridianDeg ?? 105, zoneDeg: 3 },
    province: province?.key ?? '',
  }
}

/** The province that an address names, the last one in it; one of today's before one of the former. Null where it names none. */
export function provinceIn(address: string): ProvinceChoice | null {
  const text = fold(address)
  const placed = provinceChoices
    .map((choice) => ({ choice, at: lastWord(text, fold(choice.name.replace(/^TP\. /, ''))) }))
    .filter(({ at }) => at >= 0)
  const [best] = placed.toSorted(
    (a, b) => b.at - a.at || Number(a.choice.isFormer) - Number(b.choice.isFormer),
  )
  return best?.choice ?? null
}

/** Where a name stands last in a text as whole words; −1 where it does not. */
function lastWord(text: string, name: string): number {
  const at = text.lastIndexOf(name)
  const isLetter = (index: number) => /[a-z0-9]/.test(text.charAt(index))
  return at >= 0 && !isLetter(at - 1) && !isLetter(at + name.length) ? at : -1
}

/** A tap on the map, or a typed position with the metres that it was typed as, while placing. */
export function withTap(placing: Placing, at: Position, typed: GridPoint | null = null): Placing {
  const { index, side } = placing.next
  const picked = (pick: Pick): Pick => (side === 'plan' ? { ...pick, plan: at } : { ...pick, map: at, typed })
  const [first, second] = placing.points
  const points: Placing['points'] = index === 0 ? [picked(first), second] : [first, picked(second)]
  return {
    ...placing,
    points,
    next: placing.method === 'point' ? { index: 0, side: 'map' } : following(points),
  }
}

/** Another meridian: metres that were typed stay as they are, and it is their place that changes. */
export function withGrid(placing: Placing, grid: Grid, province: string, converter: GridConverter): Placing {
  const again = (pick: Pick): Pick =>
    pick.typed === null ? pick : { ...pick, map: converter.toWgs84(pick.typed) }
  const [first, second] = placing.points
  return { ...placing, grid, province, points: [again(first), again(second)] }
}

function following(points: Placing['points']): Placing['next'] {
  for (const index of [0, 1] as const) {
    for (const side of ['plan', 'map'] as const) if (points[index][side] === null) return { index, side }
  }
  return { index: 1, side: 'map' }
}

/** Taps and typed positions so far, for the map to mark. */
export function pickedOf({ points }: Placing): readonly Position[] {
  return points.flatMap(({ plan, map }) => [plan, map].filter((each) => each !== null))
}

export interface Outcome {
  readonly placement: Placement | null
  readonly planM?: number
  readonly mapM?: number
  readonly missM?: number
}

/** Where the building would come to lie; null while something is missing. */
export function outcomeOf(premises: Premises, building: Building, placing: Placing): Outcome | null {
  const [first, second] = placing.points
  const local = (at: Position): Point => toLocal(building.placement, at)
  if (placing.method === 'point') {
    if (!first.map) return null
    const point = first.plan ? local(first.plan) : middleOf(premises, building)
    return { placement: placementFromPoint(point, first.map, placing.bearingDeg) }
  }
  if (!first.plan || !first.map || !second.plan || !second.map) return null
  const found = placementFromTwoPoints([local(first.plan), local(second.plan)], [first.map, second.map])
  return found
    ? { placement: found.placement, planM: found.localM, mapM: found.mapM, missM: found.missM }
    : { placement: null }
}

/** The middle of what is drawn of the building, in its local metres. */
function middleOf(premises: Premises, building: Building): Point {
  const levels = new Set(
    Object.values(premises.levels)
      .filter((level) => level.buildingId === building.id)
      .map((level) => level.id as string),
  )
  const points = [
    ...(building.footprint?.outer ?? []),
    ...Object.values(premises.zones).flatMap((zone) =>
      zone.levelId && levels.has(zone.levelId) ? zone.polygon.outer : [],
    ),
  ]
  if (points.length === 0) return [0, 0]
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return [(least(xs) + most(xs)) / 2, (least(ys) + most(ys)) / 2]
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
}

/** The building's placement; and the site's, where that has no place of its own yet. */
export function placeChanges(premises: Premises, building: Building, placement: Placement): Change[] {
  const changes: Change[] = [
    { record: { table: 'buildings', id: building.id }, field: 'placement', after: placement },
  ]
  if (!premises.facility.placement.placed)
    changes.push({ record: { table: 'facility' }, field: 'placement', after: placement })
  return changes
}
