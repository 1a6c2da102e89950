import type { Headline } from '../premises/file/format.ts'
import type { Figures } from './app.ts'

/** The figures that stand in a file's summary: only those that are up to date. */
export function headlineOf({ clearing }: Figures): readonly Headline[] {
  const study = clearing.value
  if (study === null || clearing.stale || clearing.status !== 'done') return []
  const { allOpen, worst } = study
  const of = (name: string, value: number, result: typeof allOpen): Headline => ({
    name,
    value,
    unit: 's',
    inputHash: result.provenance.inputHash,
    engine: result.provenance.engine,
  })
  const all = [
    of('evacuationTimeAllOpenS', allOpen.evacuationTimeS, allOpen),
    of('movementTimeAllOpenS', allOpen.movementTimeS, allOpen),
  ]
  if (worst === null) return all
  return [
    ...all,
    { ...of('evacuationTimeWorstS', worst.result.evacuationTimeS, worst.result), lost: worst.lost.id },
    { ...of('movementTimeWorstS', worst.result.movementTimeS, worst.result), lost: worst.lost.id },
  ]
}
