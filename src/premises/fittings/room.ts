import table from '../../../data/drawing.json'
import type { LevelId, OpeningId } from '../ids.ts'
import type { Premises } from '../model.ts'
import { extentOn, type Span, type WallLine } from './wallLine.ts'

/** How close a jamb may stand to a corner or to another opening. */
const gapM = table.cornerGap.value
const leastM = table.leastOpening.value + 2 * gapM

/** A stretch of a wall that holds nothing yet, metres along its line. */
export interface Stretch {
  readonly fromM: number
  readonly toM: number
}

/** Where an opening comes to lie in a stretch. */
export interface Fitted extends Stretch {
  readonly narrow: boolean
}

/**
 * The stretch of the line between two corners that is nearest to a place along it, and long enough for some opening where one is;
 * null for a wall that parts nothing.
 */
export function spanAt(spans: readonly Span[], atM: number): Span | null {
  const long = spans.filter(({ fromM, toM }) => toM - fromM >= leastM)
  const awayM = ({ fromM, toM }: Span) => Math.max(0, fromM - atM, atM - toM)
  return (long.length > 0 ? long : spans).reduce<Span | null>(
    (best, span) => (best === null || awayM(span) < awayM(best) ? span : best),
    null,
  )
}

/** What of a span is free for openings: clear of its corners, and of the openings in it but those `but`. */
export function freeIn(
  premises: Premises,
  levelId: LevelId,
  line: WallLine,
  span: Span,
  but: OpeningId | null = null,
): readonly Stretch[] {
  const taken = openingsIn(premises, levelId, line, but)
  let free: readonly Stretch[] = [{ fromM: span.fromM + gapM, toM: span.toM - gapM }]
  for (const [fromM, toM] of taken) {
    free = free.flatMap((stretch) => [
      { fromM: stretch.fromM, toM: Math.min(stretch.toM, fromM - gapM) },
      { fromM: Math.max(stretch.fromM, toM + gapM), toM: stretch.toM },
    ])
    free = free.filter(({ fromM: a, toM: b }) => b > a)
  }
  return free.filter(({ fromM, toM }) => toM > fromM)
}

/** The whole span clear of its corners, as if it held no opening. */
export function bareSpan({ fromM, toM }: Span): Stretch {
  return { fromM: fromM + gapM, toM: toM - gapM }
}

function openingsIn(
  premises: Premises,
  levelId: LevelId,
  line: WallLine,
  but: OpeningId | null,
): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  for (const { id, levelId: on, kind, segment } of Object.values(premises.openings)) {
    if (on !== levelId || id === but || kind === 'floorOpening') continue
    const extent = extentOn(line, segment)
    if (extent) found.push(extent)
  }
  return found
}

/** A width about a place, moved as little as needed to lie in one of the stretches; as wide as the widest near one if none holds it. */
export function fit(stretches: readonly Stretch[], atM: number, widthM: number): Fitted | null {
  let best: Fitted | null = null
  let leastM = Infinity
  for (const { fromM, toM } of stretches) {
    const narrow = toM - fromM < widthM - 1e-9
    const startM = narrow ? fromM : Math.min(Math.max(atM - widthM / 2, fromM), toM - widthM)
    const fitted: Fitted = { fromM: startM, toM: narrow ? toM : startM + widthM, narrow }
    const awayM = Math.abs((fitted.fromM + fitted.toM) / 2 - atM)
    const isBetter = best === null || (best.narrow && !narrow) || (best.narrow === narrow && awayM < leastM)
    if (!isBetter) continue
    best = fitted
    leastM = awayM
  }
  return best
}
