import { isNeverEscape } from '../premises/doorOperations.ts'
import { bounds, boxesMeet, area } from '../premises/geometry/measure.ts'
import { intersection } from '../premises/geometry/polygonOps.ts'
import type { Opening, Premises, Zone } from '../premises/model.ts'
import type { RecordRef } from '../premises/operation.ts'
import { isOutdoor } from '../premises/places.ts'
import { reachability } from '../premises/reachability.ts'
import { addExitChanges, exitPlaces } from './exitPlaces.ts'
import type { Finding } from './result.ts'

export interface ImportCheck {
  readonly findings: readonly Finding[]
  readonly counts: Readonly<
    Record<'levels' | 'zones' | 'openings' | 'stairs' | 'exits' | 'candidates' | 'unreachable', number>
  >
}

/**
 * The check that every import ends with: what was found, which doors may be exits, which zones have no way out and why,
 * what was assumed. Importers put their own findings before these.
 */
export function checkImport(premises: Premises): ImportCheck {
  const openings = Object.values(premises.openings)
  const passable = openings.filter(({ kind }) => kind === 'door' || kind === 'passage')
  const exits = openings.filter(({ exit }) => exit === 'final')
  const candidates = openings.filter(({ exit }) => exit === 'undecided')
  const { unreachable } = reachability(premises)
  const counts = {
    levels: Object.keys(premises.levels).length,
    zones: Object.keys(premises.zones).length,
    openings: passable.length,
    stairs: Object.keys(premises.stairs).length,
    exits: exits.length,
    candidates: candidates.length,
    unreachable: unreachable.length,
  }
  return {
    counts,
    findings: [
      { kind: 'found', code: 'import.found', severity: 'info', params: counts },
      ...exitQuestions(premises, candidates, exits),
      ...neverEscape(premises, passable),
      ...unreachableFindings(premises, unreachable),
      ...doorsThatJoinNothing(premises, passable),
      ...overlaps(premises),
      ...assumedWidths(premises, passable),
      ...unknownUses(premises),
    ],
  }
}

function exitQuestions(
  premises: Premises,
  candidates: readonly Opening[],
  exits: readonly Opening[],
): readonly Finding[] {
  const questions = candidates.map((opening): Finding => ({
    kind: 'decide',
    code:
      opening.evidence['exit']?.note === 'entranceDrawnHere'
        ? 'import.exitCandidateEntrance'
        : 'import.exitCandidate',
    severity: 'warning',
    params: placeOf(premises, opening),
    where: { record: { table: 'openings', id: opening.id } },
    choices: [
      {
        code: 'exitFinal',
        changes: [{ record: { table: 'openings', id: opening.id }, field: 'exit', after: 'final' }],
      },
      {
        code: 'exitNone',
        changes: [{ record: { table: 'openings', id: opening.id }, field: 'exit', after: 'none' }],
      },
    ],
  }))
  if (exits.length > 0) return questions
  if (candidates.length > 0)
    return [
      { kind: 'decide', code: 'import.noExitYet', severity: 'error', params: { count: candidates.length } },
      ...questions,
    ]
  const places = exitPlaces(premises)
  return [
    { kind: 'decide', code: 'import.noExitAtAll', severity: 'error', params: { count: places.length } },
    ...places.map((place): Finding => ({
      kind: 'decide',
      code: 'import.exitPlace',
      severity: 'warning',
      params: { zone: zoneLabel(place.zone), level: levelLabel(premises, place.zone) },
      where: { record: { table: 'zones', id: place.zone.id } },
      choices: [
        { code: 'addExit', changes: addExitChanges(place) },
        { code: 'noExitHere', changes: [] },
      ],
    })),
  ]
}

/** A revolving or roller door is not an escape exit, whoever calls it one (QCVN 06 3.2.3, 3.3.3). */
function neverEscape(premises: Premises, openings: readonly Opening[]): readonly Finding[] {
  return openings
    .filter(
      ({ door, sides, exit }) =>
        door && isNeverEscape(door.operation) && (sides.includes(null) || exit !== undefined),
    )
    .map((opening) => ({
      kind: 'decide',
      code: 'import.notEscapeDoor',
      severity: 'warning',
      params: { ...placeOf(premises, opening), operation: opening.door?.operation ?? 'unknown' },
      where: { record: { table: 'openings', id: opening.id } },
      choices: [
        {
          code: 'exitNone',
          changes: [{ record: { table: 'openings', id: opening.id }, field: 'exit', after: 'none' }],
        },
      ],
    }))
}

/** One line per reason, so that a missing exit is not told once for every room. */
function unreachableFindings(
  premises: Premises,
  unreachable: ReturnType<typeof reachability>['unreachable'],
): readonly Finding[] {
  const byReason = new Map<string, (typeof unreachable)[number][]>()
  for (const each of unreachable) byReason.set(each.reason, [...(byReason.get(each.reason) ?? []), each])
  return [...byReason].map(([reason, zones]) => {
    const records = zones.flatMap(({ zoneId, openingId }): RecordRef[] => [
      { table: 'zones', id: zoneId },
      ...(openingId ? [{ table: 'openings' as const, id: openingId }] : []),
    ])
    const names = zones.slice(0, namedAtMost).map(({ zoneId }) => {
      const zone = premises.zones[zoneId]
      return zone ? `${zoneLabel(zone)} (${levelLabel(premises, zone)})` : zoneId
    })
    return {
      kind: 'decide',
      code: `import.unreachable.${reason}`,
      severity: reason === 'shaft' ? 'info' : 'warning',
      params: { count: zones.length, zones: names.join('; '), more: zones.length - names.length },
      where: { record: records[0] ?? { table: 'facility' } },
      records,
    }
  })
}

/** Zones named in the line of a reason; all of them are in its records. */
const namedAtMost = 6

function doorsThatJoinNothing(premises: Premises, openings: readonly Opening[]): readonly Finding[] {
  return openings
    .filter(({ sides }) => sides[0] === null && sides[1] === null)
    .map((opening) => ({
      kind: 'decide',
      code: 'import.openingJoinsNothing',
      severity: 'warning',
      params: placeOf(premises, opening),
      where: { record: { table: 'openings', id: opening.id } },
    }))
}

/** Overlap below this is the roughness of a drawing. */
const overlapM2 = 0.25

function overlaps(premises: Premises): readonly Finding[] {
  const found: Finding[] = []
  for (const zones of zonesByLevel(premises)) {
    const boxed = zones.map((zone) => ({ zone, box: bounds(zone.polygon.outer) }))
    boxed.forEach((a, i) => {
      for (const b of boxed.slice(i + 1)) {
        if (!a.box || !b.box || !boxesMeet(a.box, b.box)) continue
        const m2 = intersection([a.zone.polygon], [b.zone.polygon]).reduce((sum, part) => sum + area(part), 0)
        if (m2 < overlapM2) continue
        found.push({
          kind: 'decide',
          code: 'import.overlap',
          severity: 'warning',
          params: {
            zone: zoneLabel(a.zone),
            other: zoneLabel(b.zone),
            level: levelLabel(premises, a.zone),
            m2: Math.round(m2 * 10) / 10,
          },
          where: { record: { table: 'zones', id: a.zone.id } },
          records: [
            { table: 'zones', id: a.zone.id },
            { table: 'zones', id: b.zone.id },
          ],
        })
      }
    })
  }
  return found
}

function assumedWidths(premises: Premises, openings: readonly Opening[]): readonly Finding[] {
  return Object.values(premises.levels).flatMap((level): Finding[] => {
    const here = openings.filter(
      ({ levelId, clearWidthM, evidence }) =>
        levelId === level.id &&
        (clearWidthM === undefined || (evidence['clearWidthM']?.mark ?? 'assumed') === 'assumed'),
    )
    return grouped('assumed', 'import.widthsAssumed', 'openings', here, { level: level.name })
  })
}

function unknownUses(premises: Premises): readonly Finding[] {
  return Object.values(premises.levels).flatMap((level): Finding[] => {
    const here = Object.values(premises.zones).filter(
      ({ levelId, use }) => levelId === level.id && use === 'unknown',
    )
    return grouped('assumed', 'import.usesUnknown', 'zones', here, { level: level.name })
  })
}

function grouped(
  kind: Finding['kind'],
  code: string,
  table: 'openings' | 'zones',
  records: readonly { readonly id: string }[],
  params: Readonly<Record<string, string>>,
): Finding[] {
  const refs = records.map(({ id }): RecordRef => ({ table, id }))
  const [first] = refs
  if (!first) return []
  return [
    {
      kind,
      code,
      severity: 'info',
      params: { ...params, count: refs.length },
      where: { record: first },
      records: refs,
    },
  ]
}

function zonesByLevel(premises: Premises): readonly (readonly Zone[])[] {
  const byLevel = new Map<string, Zone[]>()
  for (const zone of Object.values(premises.zones)) {
    if (zone.levelId === null || isOutdoor(zone)) continue
    byLevel.set(zone.levelId, [...(byLevel.get(zone.levelId) ?? []), zone])
  }
  return [...byLevel.values()]
}

function placeOf(premises: Premises, opening: Opening): Record<string, string> {
  const zone = opening.sides
    .map((id) => (id === null ? undefined : premises.zones[id]))
    .find((each) => each !== undefined)
  return {
    name: opening.name,
    level: premises.levels[opening.levelId]?.name ?? '',
    zone: zone ? zoneLabel(zone) : '',
  }
}

function zoneLabel({ name, number, use }: Zone): string {
  return [number, name].filter(Boolean).join(' ') || `«${use}»`
}

function levelLabel(premises: Premises, zone: Zone): string {
  return zone.levelId === null ? '' : (premises.levels[zone.levelId]?.name ?? '')
}
