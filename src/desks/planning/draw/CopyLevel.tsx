import { useMemo, useState } from 'react'
import { sentenceOf } from '../../../i18n/index.ts'
import { copyLevel } from '../../../premises/fittings/index.ts'
import type { LevelId } from '../../../premises/ids.ts'
import type { Level, Premises } from '../../../premises/model.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useT } from '../../../ui/useT.ts'
import { copyTargets, type Edit } from './storeyEdits.ts'

/** The levels that a drawing is copied to: bare ones can be chosen, the others say why they cannot be. */
export function CopyLevel(props: {
  readonly premises: Premises
  readonly from: Level
  readonly edit: Edit
  readonly onDone: () => void
}) {
  const t = useT()
  const { premises, from, edit, onDone } = props
  const targets = useMemo(() => copyTargets(premises, from), [premises, from])
  // Storeys above ground are seldom like basements: those on the same side of the ground are chosen from the start.
  const [chosen, setChosen] = useState<ReadonlySet<LevelId>>(
    () =>
      new Set(
        targets.flatMap(({ level, fault }) =>
          fault === null && level.ordinal < 0 === from.ordinal < 0 ? [level.id] : [],
        ),
      ),
  )
  const toggle = (id: LevelId) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const copy = () => {
    edit('copyLevel', (now) => copyLevel(now, from.id, [...chosen]))
    onDone()
  }
  return (
    <fieldset className="copy-level" data-testid="copy-level">
      <legend>{t('storeys.copyOf', { name: from.name })}</legend>
      <p className="quiet small">{t('storeys.copyText')}</p>
      <ul>
        {targets.map(({ level, fault }) => (
          <li key={level.id}>
            <label className="check">
              <input
                type="checkbox"
                disabled={fault !== null}
                checked={chosen.has(level.id)}
                data-testid={`copy-to-${level.shortName}`}
                onChange={() => toggle(level.id)}
              />
              <span>{fault === null ? level.name : sentenceOf(fault).text}</span>
            </label>
          </li>
        ))}
      </ul>
      <div className="row wrap">
        <Button look="primary" disabled={chosen.size === 0} data-testid="copy-apply" onClick={copy}>
          {t('storeys.copyApply', { count: chosen.size })}
        </Button>
        <Button onClick={onDone}>{t('shell.cancel')}</Button>
      </div>
    </fieldset>
  )
}
