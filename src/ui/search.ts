import MiniSearch from 'minisearch'
import { fold, type Language } from '../i18n/format.ts'
import type { Premises, TableName } from '../premises/model.ts'
import { zoneUse } from '../premises/uses.ts'

/** A record that can be found by its name. */
export interface Found {
  readonly key: string
  readonly table: TableName
  readonly id: string
  readonly name: string
  readonly levelId: string | null
}

interface Entry extends Found {
  readonly text: string
  readonly use: string
  readonly level: string
}

/**
 * Finds zones, openings, stairs, levels and others by parts of their names, in any order, without case or accents, with
 * a slip of the finger in longer words. The order is by fitness, then as stored.
 */
export function buildSearch(premises: Premises, language: Language): (query: string) => Found[] {
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['text', 'use', 'level'],
    storeFields: ['key', 'table', 'id', 'name', 'levelId'],
    tokenize: (text) =>
      fold(text)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean),
    processTerm: (term) => term,
    searchOptions: {
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false),
      boost: { text: 3, level: 1, use: 1 },
      // Asked for by its name, a stair is the stair, not one of its storeys.
      boostDocument: (_id, _term, stored) => (stored?.['table'] === 'stairs' ? 2 : 1),
    },
  })
  index.addAll(entries(premises, language))
  return (query) => index.search(query).slice(0, 50) as unknown as Found[]
}

function entries(premises: Premises, language: Language): Entry[] {
  const levelName = (id: string | null) => {
    const level = id === null ? undefined : premises.levels[id]
    return level ? `${level.name} ${level.shortName}` : ''
  }
  const entry = (
    table: TableName,
    id: string,
    name: string,
    levelId: string | null,
    extra = '',
    use = '',
  ): Entry => ({
    key: `${table}/${id}`,
    table,
    id,
    name,
    levelId,
    text: `${name} ${extra}`,
    use,
    level: levelName(levelId),
  })
  return [
    ...Object.values(premises.zones).map((zone) => {
      const number = zone.number && !zone.name.includes(zone.number) ? `${zone.number} ` : ''
      return entry('zones', zone.id, number + zone.name, zone.levelId, '', zoneUse(zone.use)[language])
    }),
    ...Object.values(premises.openings)
      .filter((opening) => opening.name !== '')
      .map((opening) => entry('openings', opening.id, opening.name, opening.levelId)),
    ...Object.values(premises.stairs).map((stair) => {
      const first = premises.zones[stair.zoneIds[0] ?? '']
      return entry('stairs', stair.id, stair.name, first?.levelId ?? null)
    }),
    ...Object.values(premises.levels).map((level) =>
      entry('levels', level.id, level.name, level.id, level.shortName),
    ),
    ...Object.values(premises.buildings).map((building) =>
      entry('buildings', building.id, building.name, null),
    ),
    ...Object.values(premises.assemblyPoints).map((point) =>
      entry('assemblyPoints', point.id, point.name, null),
    ),
  ]
}
