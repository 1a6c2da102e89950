import { memo, useMemo, useState } from 'react'
import { type Fault, faultKey, type FaultKind, faultOrder } from '../../../premises/faults/fault.ts'
import { mendAll } from '../../../premises/faults/mend.ts'
import type { Premises } from '../../../premises/model.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useT } from '../../../ui/useT.ts'
import { Failed } from '../answer/Failed.tsx'
import { isOutdated, Running, useSlow } from '../figures.tsx'
import { setChanges } from '../inspector/editing.ts'
import { useFaults } from '../useFaults.ts'
import { FaultLine } from './FaultLine.tsx'
import './faults.css'
import { UseOptions } from './UseOptions.tsx'

/** "Lỗi bản vẽ": what is wrong with the drawing by cause, what unblocks most first, with a mend at hand where there is one. */
export function FaultsPanel({ premises }: { readonly premises: Premises }) {
  const t = useT()
  const status = useApp((state) => state.faults.status)
  const isStale = useApp((state) => state.faults.stale)
  const error = useApp((state) => state.faults.error)
  const first = useApp((state) => state.faults.value === null)
  const levelId = useApp((state) => state.view.levelId)
  const faults = useFaults(premises)
  const staleClass = useSlow(useApp((state) => isOutdated(state.faults))) ? 'stale' : ''
  const slow = useSlow(status === 'running' && first)
  const isEmpty = Object.keys(premises.zones).length === 0 && Object.keys(premises.openings).length === 0
  const groups = useMemo(
    () =>
      faultOrder.flatMap((kind) => {
        const of = faults.filter((fault) => fault.kind === kind)
        return of.length === 0 ? [] : [{ kind, faults: shownLevelFirst(of, levelId) }]
      }),
    [faults, levelId],
  )
  return (
    <div
      className={`faults-panel stack ${staleClass}`}
      data-testid="faults-panel"
      aria-busy={staleClass !== ''}
    >
      <h2 className="hidden-visually">{t('faults.title', { n: faults.length })}</h2>
      {status === 'failed' && error && <Failed error={error} />}
      {slow && <Progress />}
      {groups.length === 0 && status === 'done' && !isStale && (
        <p className="quiet" data-testid="faults-none">
          {t(isEmpty ? 'faults.nothingDrawn' : 'faults.none')}
        </p>
      )}
      {groups.map((group) => (
        <FaultGroup key={group.kind} premises={premises} {...group} />
      ))}
    </div>
  )
}

/** How far the first check has come. */
function Progress() {
  return <Running share={useApp((state) => state.faults.share)} />
}

function shownLevelFirst(faults: readonly Fault[], levelId: string | null): readonly Fault[] {
  const isHere = (fault: Fault) => fault.levelId === levelId
  return [...faults.filter(isHere), ...faults.filter((fault) => !isHere(fault))]
}

const shownAtOnce = 6

/** Kinds that the program mends by itself without a choice that is a person's: no room and no door goes, no exit is declared. */
const safe: ReadonlySet<FaultKind> = new Set([
  'overlap',
  'wallGap',
  'sliver',
  'doorOffWall',
  'doorJoinsNothing',
])

/** Faults of one cause: one sentence, and what can be done about all of them at once. */
const FaultGroup = memo(function FaultGroup(props: {
  readonly premises: Premises
  readonly kind: FaultKind
  readonly faults: readonly Fault[]
}) {
  const t = useT()
  const [all, setAll] = useState(false)
  const { premises, kind, faults } = props
  const shown = all ? faults : faults.slice(0, shownAtOnce)
  const mendable = faults.filter((fault) => fault.mendable && fault.mend !== 'remove')
  const count = kind === 'widthAssumed' ? sumOf(faults) : faults.length
  return (
    <section
      className="fault-group"
      aria-label={t(`faults.group.${kind}`, { count })}
      data-testid={`faults-${kind}`}
    >
      <h3>{t(`faults.group.${kind}`, { count })}</h3>
      <p className="quiet small">{t(`faults.meaning.${kind}`)}</p>
      {safe.has(kind) && mendable.length > 1 && (
        <div>
          <Button
            size="small"
            data-testid={`mend-all-${kind}`}
            onClick={() =>
              actions.draw('mendFaults', (now) => ({ changes: mendAll(now, mendable), made: [] }))
            }
          >
            {t('faults.mendAll', { count: mendable.length })}
          </Button>
        </div>
      )}
      {kind === 'noUse' && faults.length > 1 && <UseForAll faults={faults} />}
      <ul>
        {shown.map((fault) => (
          <FaultLine key={faultKey(fault)} premises={premises} fault={fault} />
        ))}
      </ul>
      {faults.length > shownAtOnce && (
        <button type="button" className="link" onClick={() => setAll(!all)}>
          {all ? t('faults.less') : t('faults.more', { n: faults.length - shownAtOnce })}
        </button>
      )}
    </section>
  )
})

function sumOf(faults: readonly Fault[]): number {
  return faults.reduce((sum, { params }) => sum + Number(params['count'] ?? 0), 0)
}

/** One use for every zone that has none. */
function UseForAll({ faults }: { readonly faults: readonly Fault[] }) {
  const t = useT()
  return (
    <label className="fault-use">
      <span>{t('faults.useForAll', { count: faults.length })}</span>
      <select
        className="input"
        value=""
        data-testid="use-for-all"
        onChange={(event) => {
          const use = event.target.value
          if (use !== '')
            actions.edit(
              'setUses',
              faults.flatMap(({ record }) => setChanges(record, 'use', use)),
            )
        }}
      >
        <UseOptions />
      </select>
    </label>
  )
}
