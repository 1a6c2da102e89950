import type { Evidence } from '../evidence.ts'
import type { LevelId } from '../ids.ts'
import type { Premises } from '../model.ts'

/** How what is drawn on a level is known: from the picture beneath it where one has its scale, else only assumed. */
export function drawnMark(premises: Premises, levelId: LevelId): Evidence {
  const source = sourceOf(premises, levelId)
  return source === null ? { mark: 'assumed', note: 'drawnFreely' } : { mark: 'drawing', source }
}

/** How a value is known that a person chose while drawing. */
export function chosenMark(premises: Premises, levelId: LevelId): Evidence {
  const source = sourceOf(premises, levelId)
  return source === null ? { mark: 'drawing' } : { mark: 'drawing', source }
}

/** How a value is known that nobody chose or measured, of our tables or carried over: `note` says which (`evidence.note.<note>`). */
export function usualMark(
  note: 'usualWidth' | 'usualHeight' | 'usualStair' | 'copiedLevel' | 'newHeight',
): Evidence {
  return { mark: 'assumed', note }
}

/** Name of the picture with a scale that a level was drawn over; the lowest id where there are several. */
function sourceOf({ underlays }: Premises, levelId: LevelId): string | null {
  const scaled = Object.values(underlays)
    .filter((underlay) => underlay.levelId === levelId)
    .filter(({ evidence }) => (evidence['metresPerPx']?.mark ?? 'assumed') !== 'assumed')
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return scaled[0]?.name ?? null
}
