import { personsOf } from '../../premises/persons.ts'
import { reachability } from '../../premises/reachability.ts'
import { area } from '../../premises/geometry/measure.ts'
import { onlyFile, type Arguments } from '../arguments.ts'
import { openProject } from '../files.ts'
import { namesOf } from '../names.ts'

export const infoOptions = { lang: 'once' } as const

/** `info P`: what a project holds, per level. */
export async function infoCommand(args: Arguments): Promise<unknown> {
  const premises = await openProject(onlyFile(args))
  const names = namesOf(premises)
  const zones = Object.values(premises.zones)
  const openings = Object.values(premises.openings)
  const persons = (list: typeof zones) => list.reduce((sum, zone) => sum + personsOf(zone).count, 0)
  const { unreachable } = reachability(premises)
  const assumed = openings.filter(
    ({ kind, clearWidthM, evidence }) =>
      (kind === 'door' || kind === 'passage') &&
      (clearWidthM === undefined || (evidence['clearWidthM']?.mark ?? 'assumed') === 'assumed'),
  )
  return {
    name: premises.facility.name,
    fictional: premises.facility.fictional ?? false,
    placed: premises.facility.placement.placed,
    buildings: Object.values(premises.buildings).map(({ id, name }) => ({ id, name })),
    levels: Object.values(premises.levels)
      .toSorted((a, b) => b.ordinal - a.ordinal)
      .map((level) => {
        const here = zones.filter(({ levelId }) => levelId === level.id)
        return {
          id: level.id,
          name: level.name,
          ordinal: level.ordinal,
          elevationM: level.elevationM,
          zones: here.length,
          openings: openings.filter(({ levelId }) => levelId === level.id).length,
          persons: persons(here),
          areaM2: Math.round(here.reduce((sum, { polygon }) => sum + area(polygon), 0) * 10) / 10,
        }
      }),
    zones: zones.length,
    openings: openings.length,
    stairs: Object.values(premises.stairs).map(({ id, name, kind }) => ({ id, name, kind })),
    exits: openings
      .filter(({ exit }) => exit === 'final')
      .map(({ id, levelId, clearWidthM }) => ({
        id,
        name: names.opening(id),
        level: names.level(levelId),
        clearWidthM: clearWidthM ?? null,
      })),
    persons: persons(zones),
    assistedPersons: zones.reduce((sum, { assisted = 0 }) => sum + assisted, 0),
    assumedWidths: assumed.length,
    unreachable: unreachable.map(({ zoneId, reason }) => ({
      id: zoneId,
      name: names.zone(zoneId),
      level: names.levelOfZone(zoneId),
      reason,
    })),
  }
}
