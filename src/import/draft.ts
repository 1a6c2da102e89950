import type { Evidence, EvidenceMap } from '../premises/evidence.ts'
import { emptyPremises } from '../premises/empty.ts'
import { newId, type BuildingId } from '../premises/ids.ts'
import type { Building, Level, Placement, Premises, Table } from '../premises/model.ts'

/** Tables under construction; `done` makes the immutable premises of them. */
export interface Draft {
  readonly add: <Name extends DraftTable>(table: Name, record: Premises[Name][string]) => void
  readonly done: () => Premises
}

type DraftTable = 'levels' | 'zones' | 'openings' | 'walls' | 'stairs' | 'lifts' | 'ramps' | 'assemblyPoints'

/** Starts premises with one building. */
export function startDraft(name: string, building: Building, placement: Placement): Draft {
  const premises = emptyPremises({ name })
  const tables: Record<DraftTable, Record<string, { readonly id: string }>> = {
    levels: {},
    zones: {},
    openings: {},
    walls: {},
    stairs: {},
    lifts: {},
    ramps: {},
    assemblyPoints: {},
  }
  return {
    add: (table, record) => {
      const rows: Record<string, { readonly id: string }> = tables[table]
      rows[record.id] = record
    },
    done: () => ({
      ...premises,
      facility: { ...premises.facility, placement },
      buildings: { [building.id]: building },
      ...(tables as unknown as { readonly [Name in DraftTable]: Table<Premises[Name][string]> }),
    }),
  }
}

export function newBuilding(name: string, placement: Placement, sourceId?: string): Building {
  return {
    id: newId<'building'>(),
    name,
    placement,
    evidence: {},
    ...(sourceId ? { sourceId } : {}),
  }
}

/** A level; its height and elevation are assumptions unless the file gives them. */
export function newLevel(
  buildingId: BuildingId,
  fields: Pick<Level, 'name' | 'shortName' | 'ordinal' | 'elevationM'> &
    Partial<Pick<Level, 'outline' | 'sourceId' | 'heightM'>>,
  evidence: EvidenceMap,
): Level {
  return { id: newId<'level'>(), buildingId, ...fields, evidence }
}

export function fromDrawing(file: string, note?: string): Evidence {
  return { mark: 'drawing', source: file, ...(note ? { note } : {}) }
}

export function assumed(note?: string): Evidence {
  return { mark: 'assumed', ...(note ? { note } : {}) }
}

/** The last part of a path: the file's own name. */
export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}
