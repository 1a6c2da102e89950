import type { Operation } from '../operation.ts'

export const formatName = 'loithoat'

/**
 * Version of the format that this program writes; it reads this one and, through migrations, those before.
 * 2: pictures beneath levels (the table `underlays`), and of the attachments only those that records name.
 */
export const formatVersion = 2

/** Entries of the file, in their order. The summary stands first, uncompressed, so that a list of files needs no more. */
export const entryNames = {
  summary: 'summary.json',
  manifest: 'manifest.json',
  venue: 'venue.geojson',
  building: 'building.geojson',
  footprint: 'footprint.geojson',
  level: 'level.geojson',
  unit: 'unit.geojson',
  opening: 'opening.geojson',
  fixture: 'fixture.geojson',
  amenity: 'amenity.geojson',
  relationship: 'relationship.geojson',
  records: 'records.json',
  log: 'log.json',
} as const

/**
 * Folder of attachments and underlay pictures; each is named by the SHA-256 of its bytes. A record may name one that the
 * file has not: the picture is missing then, and everything else is whole.
 */
export const attachmentFolder = 'attachments/'

/** What a file carries beside its log: attachments, and entries of newer or foreign writers, kept as they were. */
export interface FilePart {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A figure for the list of projects, with the hash of what it was computed from. */
export interface Headline {
  /** With its unit in the name: `evacuationTimeWorstS`. */
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly inputHash: string
  readonly engine: string
  /** Id of the exit or stair that is lost in the case. */
  readonly lost?: string
}

/** A project as a file holds it. Everything else in the file follows from this. */
export interface ProjectFile {
  readonly id: string
  readonly log: readonly Operation[]
  readonly parts: readonly FilePart[]
  /** Headline figures for the summary; those that are up to date. */
  readonly figures: readonly Headline[]
}

/** What reading refuses, before anything is unpacked. Each is far above any real project. */
export const limits = {
  entries: 20_000,
  entryBytes: 400_000_000,
  totalBytes: 1_000_000_000,
  /** Unpacked over packed, for entries of more than `ratioFromBytes`. Our own logs stay below 60. */
  ratio: 250,
  ratioFromBytes: 2_000_000,
  depth: 64,
} as const
