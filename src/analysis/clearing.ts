import hydraulic from '../../data/hydraulic.json'
import type { EgressInput, EgressResult } from '../../workers/egress/job.ts'
import type { StairId } from '../premises/ids.ts'
import type { Premises } from '../premises/model.ts'
import type { AskOptions, ClearingInput, ClearingStudy, Lost, LostCase, MergingTimes } from './questions.ts'

/** Runs the job `egress` on the premises of the study, on whatever worker is free. */
export type RunEgress = (input: EgressInput, options: AskOptions) => Promise<EgressResult>

/**
 * The default study: all exits open, and each exit and each stair lost in turn, spread over the workers. The headline is
 * the case with the longest evacuation time, of those who can get out; cases that leave somebody without a way are listed
 * apart as well. The loss of an exit that nobody takes changes nobody's way: it is listed with the result of all open,
 * and not computed. Rejects with `JobAborted` after an abort.
 */
export async function studyClearing(
  runEgress: RunEgress,
  premises: Premises,
  input: ClearingInput,
  { signal, onProgress }: AskOptions = {},
): Promise<ClearingStudy> {
  // Where one case fails, the others are called off.
  const stop = new AbortController()
  const onAbort = (): void => stop.abort()
  signal?.addEventListener('abort', onAbort)
  if (signal?.aborted) onAbort()
  const options: AskOptions = { signal: stop.signal }
  try {
    const allOpen = await runEgress(input, options)
    const losses = possibleLosses(premises, allOpen, input)
    let done = 1
    const tell = (): void => onProgress?.(Math.min(1, done / (losses.length + 2)))
    tell()
    const lose = async (lost: Lost, seriesStepS: number | null): Promise<LostCase> => {
      const result = isUnused(lost, allOpen)
        ? allOpen
        : await runEgress({ ...without(input, lost), seriesStepS }, options)
      return { lost, result, stranded: Math.max(0, result.notMoved.noWay - allOpen.notMoved.noWay) }
    }
    const cases = await Promise.all(
      losses.map(async (lost) => {
        const each = await lose(lost, null)
        done += 1
        tell()
        return each
      }),
    )
    const worst = worstOf(cases, allOpen)
    const headlineInput = worst === null ? input : without(input, worst.lost)
    const merging = await byShare(runEgress, headlineInput, worst?.result ?? allOpen, options)
    done += 1
    tell()
    if (worst === null || input.seriesStepS === null) return summed(allOpen, cases, worst, merging)
    // Only of the worst is the course of its queues wanted; it is run once more for it.
    const full = await lose(worst.lost, input.seriesStepS)
    const withFull = cases.map((each) => (each === worst ? full : each))
    return summed(allOpen, withFull, full, merging)
  } catch (error) {
    stop.abort()
    throw error
  } finally {
    signal?.removeEventListener('abort', onAbort)
  }
}

/** Exits that are open, and stairs that are not lost already. */
function possibleLosses(
  { stairs }: Premises,
  { perExit }: EgressResult,
  { lostStairs }: ClearingInput,
): Lost[] {
  const gone = new Set(lostStairs)
  return [
    ...perExit.map(({ id }): Lost => ({ kind: 'exit', id })),
    ...(Object.keys(stairs) as StairId[])
      .filter((id) => !gone.has(id))
      .sort()
      .map((id): Lost => ({ kind: 'stair', id })),
  ]
}

function isUnused(lost: Lost, { perExit }: EgressResult): boolean {
  return lost.kind === 'exit' && perExit.every(({ id, persons }) => id !== lost.id || persons === 0)
}

function without(input: ClearingInput, lost: Lost): ClearingInput {
  return lost.kind === 'exit'
    ? { ...input, shutOpenings: [...input.shutOpenings, lost.id] }
    : { ...input, lostStairs: [...(input.lostStairs ?? []), lost.id] }
}

/**
 * The loss with the longest evacuation time; of equals the one that strands most, then the first. Null where nothing can
 * be lost, or where the longest time is that of all open.
 */
function worstOf(cases: readonly LostCase[], allOpen: EgressResult): LostCase | null {
  let worst: LostCase | null = null
  for (const each of cases) {
    const timeS = each.result.evacuationTimeS
    if (isUnused(each.lost, allOpen) || each.result.persons === 0 || timeS < allOpen.evacuationTimeS) continue
    const longestS = worst?.result.evacuationTimeS ?? -1
    if (timeS > longestS || (timeS === longestS && each.stranded > (worst?.stranded ?? 0))) worst = each
  }
  return worst
}

/** The headline case with each stair share; nothing where nobody takes a stair. */
async function byShare(
  runEgress: RunEgress,
  input: ClearingInput,
  headline: EgressResult,
  options: AskOptions,
): Promise<readonly MergingTimes[]> {
  if (headline.perStair.length === 0) return []
  const shares = [...new Set([...hydraulic.merging.stairShare.always, input.stairShare])].sort(
    (a, b) => a - b,
  )
  return Promise.all(
    shares.map(async (stairShare) => {
      const isOwn = stairShare === input.stairShare
      const result = isOwn ? headline : await runEgress({ ...input, stairShare, seriesStepS: null }, options)
      const { movementTimeS, evacuationTimeS, perLevel } = result
      return { stairShare, movementTimeS, evacuationTimeS, perLevel }
    }),
  )
}

function summed(
  allOpen: EgressResult,
  cases: readonly LostCase[],
  worst: LostCase | null,
  merging: readonly MergingTimes[],
): ClearingStudy {
  const headline = worst?.result ?? allOpen
  return {
    allOpen,
    cases,
    worst,
    stranding: cases.filter(({ stranded }) => stranded > 0).toSorted((a, b) => b.stranded - a.stranded),
    worstZoneId: lastZone(headline),
    worstOpeningId: worstOpening(headline),
    ...(merging.length > 0 ? { merging } : {}),
    warnings: headline.warnings,
  }
}

/** The zone whose last person is outside last; of equals the fuller one. */
function lastZone({ perZone }: EgressResult): ClearingStudy['worstZoneId'] {
  const moving = perZone.filter(({ clearedS }) => clearedS > 0)
  return moving.toSorted((a, b) => b.clearedS - a.clearedS || b.persons - a.persons)[0]?.id ?? null
}

/** The opening that governs; where a stair or a corridor does, or nothing, the one with the longest queue, if any waits. */
function worstOpening({ bottleneck, perOpening }: EgressResult): ClearingStudy['worstOpeningId'] {
  if (bottleneck?.kind === 'opening') return bottleneck.id
  const queued = perOpening.filter(({ queueToS }) => queueToS > 0)
  return queued.toSorted((a, b) => b.queueMax - a.queueMax || b.queueToS - a.queueToS)[0]?.id ?? null
}
