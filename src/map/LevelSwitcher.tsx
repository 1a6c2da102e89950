import { useRef, type KeyboardEvent } from 'react'
import { useT } from '../state/useT.ts'
import type { LevelId } from '../premises/ids.ts'
import type { Level } from '../premises/model.ts'

export interface LevelSwitcherProps {
  /** Levels of one building, in any order; shown top to bottom. */
  readonly levels: readonly Level[]
  readonly levelId: LevelId | null
  /** Number of faults and open questions by level. */
  readonly problems?: ReadonlyMap<string, number>
  /** Levels on which the selected zone's way out runs: marked with a dot. */
  readonly onWay?: ReadonlySet<string>
  readonly onChange: (levelId: LevelId) => void
}

/**
 * The levels of a building, top to bottom, by their short names, each with the number of its problems. Arrow keys step
 * through them while it has the focus; PageUp and PageDown belong to the desk.
 */
export function LevelSwitcher({ levels, levelId, problems, onWay, onChange }: LevelSwitcherProps) {
  const t = useT()
  const list = useRef<HTMLOListElement>(null)
  const ordered = levels.toSorted((a, b) => b.ordinal - a.ordinal)
  /** Begins with what is seen, so that whoever says what they see is understood. */
  const heard = ({ shortName, name }: Level, count: number) => {
    const both = name.startsWith(shortName) ? name : `${shortName} – ${name}`
    return count > 0 ? t('map.levelWithProblems', { name: both, count }) : both
  }
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    const next = ordered[ordered.findIndex((level) => level.id === levelId) + by]
    if (by === 0 || !next) return
    event.preventDefault()
    onChange(next.id)
    const buttons = list.current?.querySelectorAll('button')
    buttons?.[ordered.indexOf(next)]?.focus()
  }
  return (
    <nav className="level-switcher" aria-label={t('map.levels')}>
      <ol ref={list}>
        {ordered.map((level) => {
          const count = problems?.get(level.id) ?? 0
          const current = level.id === levelId
          return (
            <li key={level.id}>
              <button
                type="button"
                aria-current={current ? 'true' : undefined}
                title={level.name}
                tabIndex={current || levelId === null ? 0 : -1}
                onKeyDown={step}
                onClick={() => onChange(level.id)}
              >
                <span className="level-name" aria-hidden>
                  {level.shortName}
                </span>
                <span className="hidden-visually">{heard(level, count)}</span>
                {onWay?.has(level.id) && <span className="level-way" aria-hidden />}
                {count > 0 && (
                  <span className="level-problems" aria-hidden>
                    {count}
                  </span>
                )}
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
