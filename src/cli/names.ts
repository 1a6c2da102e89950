import { t } from '../i18n/index.ts'
import type { OpeningId, ZoneId } from '../premises/ids.ts'
import { PersonError } from '../premises/message.ts'
import type { Premises } from '../premises/model.ts'
import { openingLabel, zoneName } from '../premises/naming.ts'

/** Names for output: a zone's own name or its use; an opening's own name or what it joins; a level's name. */
export interface Names {
  readonly zone: (id: string | null) => string
  readonly opening: (id: string) => string
  readonly level: (id: string | null) => string
  readonly levelOfZone: (id: string) => string
}

export function namesOf(premises: Premises): Names {
  const zone = (id: string | null) => {
    const found = id === null ? undefined : premises.zones[id]
    return found ? zoneName(found) || found.use : ''
  }
  const level = (id: string | null) => (id === null ? '' : (premises.levels[id]?.name ?? ''))
  return {
    zone,
    level,
    levelOfZone: (id) => level(premises.zones[id]?.levelId ?? null),
    opening: (id) => {
      const found = premises.openings[id]
      if (!found) return premises.stairs[id]?.name ?? ''
      const { code, params } = openingLabel(premises, found)
      return t(`premises.${code}`, params)
    },
  }
}

/** What `--shut` takes away: openings, and zones where a name or id is a zone's. */
export interface Shut {
  readonly shutOpenings: readonly OpeningId[]
  readonly closedZones: readonly ZoneId[]
}

/**
 * Finds each text among the ids, then the names, of openings and zones.
 * @throws PersonError `cli.noSuchName`, `cli.nameTwice`
 */
export function shutOf(premises: Premises, texts: readonly string[]): Shut {
  const names = namesOf(premises)
  const shutOpenings: OpeningId[] = []
  const closedZones: ZoneId[] = []
  for (const text of texts) {
    const opening = premises.openings[text]
    const zone = premises.zones[text]
    const openings = opening
      ? [opening]
      : Object.values(premises.openings).filter(({ id }) => same(names.opening(id), text))
    const zones = zone
      ? [zone]
      : opening
        ? []
        : Object.values(premises.zones).filter((each) => same(zoneName(each), text))
    const count = openings.length + zones.length
    if (count === 0) throw new PersonError('cli.noSuchName', { name: text })
    if (count > 1)
      throw new PersonError('cli.nameTwice', {
        name: text,
        ids: [...openings, ...zones].map(({ id }) => id).join(' '),
      })
    shutOpenings.push(...openings.map(({ id }) => id))
    closedZones.push(...zones.map(({ id }) => id))
  }
  return { shutOpenings, closedZones }
}

function same(name: string, text: string): boolean {
  return name.normalize('NFC').toLowerCase() === text.normalize('NFC').toLowerCase()
}
