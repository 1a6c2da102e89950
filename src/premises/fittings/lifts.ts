import table from '../../../data/drawing.json'
import { t } from '../../i18n/index.ts'
import { contains } from '../geometry/inside.ts'
import { boxCorners } from '../geometry/minimumBox.ts'
import { type Point, type Ring, snapPoint } from '../geometry/plane.ts'
import { sineCosine } from '../geometry/trigonometry.ts'
import { type LevelId, newId, type ZoneId } from '../ids.ts'
import { PersonError } from '../message.ts'
import type { AssemblyPoint, Lift, Premises } from '../model.ts'
import type { Change } from '../operation.ts'
import type { FloorEdit } from '../floor/index.ts'
import { cutZone } from './cut.ts'
import { drawnMark } from './marks.ts'
import { firstFree } from './stairLink.ts'

/**
 * A lift shaft of this size through the levels (bottom to top), its middle at a point. A lift zone that is there already is taken as
 * it is, and the lift that has it is carried on. Throws `liftLevels`, `liftSize`.
 */
export function placeLift(
  premises: Premises,
  levelIds: readonly LevelId[],
  middle: Point,
  size: { readonly widthM: number; readonly depthM: number; readonly turnDeg: number },
): FloorEdit {
  const levels = [...new Set(levelIds)].flatMap((id) => premises.levels[id] ?? [])
  if (levels.length === 0 || levels.some(({ buildingId }) => buildingId !== levels[0]?.buildingId))
    throw new PersonError('liftLevels')
  const { least, most } = table.lift
  if (![size.widthM, size.depthM].every((m) => m >= least.value && m <= most.value))
    throw new PersonError('liftSize', { leastM: least.value, mostM: most.value })
  const there = new Map(levels.map(({ id }) => [id, liftZoneAt(premises, id, middle)]))
  const known = Object.values(premises.lifts).find(({ zoneIds }) =>
    zoneIds.some((id) => [...there.values()].includes(id)),
  )
  const name = known?.name ?? nextName(premises)
  const changes: Change[] = []
  const stops = levels
    .toSorted((a, b) => a.elevationM - b.elevationM)
    .map(({ id, elevationM }): Stop => {
      const zone = there.get(id)
      if (zone) return { zoneId: zone, elevationM }
      const cut = cutZone(premises, id, shaft(middle, size), { name, use: 'lift' })
      changes.push(...cut.changes)
      return { zoneId: cut.zoneId, elevationM }
    })
  const lift =
    known ??
    newLift(
      premises,
      name,
      stops.map((stop) => stop.zoneId),
      levels[0]?.id as LevelId,
    )
  const record = { table: 'lifts', id: lift.id } as const
  changes.push(
    known
      ? { record, field: 'zoneIds', after: fromBelow(premises, known, stops) }
      : { record, field: null, after: lift },
  )
  return { changes, made: [record] }
}

/** An assembly point there, in the building's local metres. */
export function placeAssemblyPoint(premises: Premises, levelId: LevelId, at: Point): FloorEdit {
  const level = premises.levels[levelId]
  if (!level) throw new PersonError('levelGone')
  const taken = new Set(Object.values(premises.assemblyPoints).map(({ name }) => name))
  const point: AssemblyPoint = {
    id: newId<'assemblyPoint'>(),
    name: firstFree(taken, (n) => t('fittings.assemblyPointName', { number: n + 1 })),
    buildingId: level.buildingId,
    position: snapPoint(at),
    evidence: { position: drawnMark(premises, levelId) },
  }
  const record = { table: 'assemblyPoints', id: point.id } as const
  return { changes: [{ record, field: null, after: point }], made: [record] }
}

interface Stop {
  readonly zoneId: ZoneId
  readonly elevationM: number
}

function liftZoneAt({ zones }: Premises, levelId: LevelId, middle: Point): ZoneId | null {
  const zone = Object.values(zones).find(
    (each) => each.levelId === levelId && each.use === 'lift' && contains(each.polygon, middle),
  )
  return zone?.id ?? null
}

function shaft(
  centre: Point,
  { widthM, depthM, turnDeg }: { readonly widthM: number; readonly depthM: number; readonly turnDeg: number },
): Ring {
  const [s, c] = sineCosine(turnDeg)
  return boxCorners({ centre, axis: [c, s], lengthM: widthM, widthM: depthM }).map(snapPoint)
}

function nextName({ lifts }: Premises): string {
  const taken = new Set(Object.values(lifts).map(({ name }) => name))
  return firstFree(taken, (n) => t('fittings.liftName', { number: n + 1 }))
}

function newLift(premises: Premises, name: string, zoneIds: readonly ZoneId[], levelId: LevelId): Lift {
  return {
    id: newId<'lift'>(),
    name,
    zoneIds,
    use: 'ordinary',
    evidence: { zoneIds: drawnMark(premises, levelId), use: { mark: 'assumed' } },
  }
}

/** The zones of a lift and further ones, from below. */
function fromBelow(premises: Premises, lift: Lift, drawn: readonly Stop[]): readonly ZoneId[] {
  const stops = new Map<ZoneId, number>()
  for (const id of lift.zoneIds)
    stops.set(id, premises.levels[premises.zones[id]?.levelId ?? '']?.elevationM ?? 0)
  for (const { zoneId, elevationM } of drawn) stops.set(zoneId, elevationM)
  return [...stops].toSorted(([, a], [, b]) => a - b).map(([id]) => id)
}
