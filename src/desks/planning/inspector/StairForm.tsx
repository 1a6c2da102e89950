import { Fragment } from 'react'
import type { Premises, Stair, StairFlight, StairLanding, StairRun } from '../../../premises/model.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { NumberField, SelectField } from '../../../ui/controls/fields.tsx'
import { useT } from '../../../ui/useT.ts'
import { zonePlace } from '../names.ts'
import { RecordLink } from '../RecordLink.tsx'
import { editorOf, evidenceOf, type Editor } from './editing.ts'
import { stairKinds, widthBetween, worded } from './options.ts'
import { RecordForm } from './RecordForm.tsx'
import { SourceEditor } from './SourceEditor.tsx'

/** A stair: its kind, the zones it joins, and every flight and landing of its runs, bottom to top. */
export function StairForm({ premises, stair }: { readonly premises: Premises; readonly stair: Stair }) {
  const t = useT()
  const editor = editorOf({ table: 'stairs', id: stair.id }, stair.evidence)
  const setRun = (at: number, run: StairRun) =>
    editor.set(
      'runs',
      stair.runs.map((each, index) => (index === at ? run : each)),
    )
  return (
    <>
      <RecordForm
        editor={editor}
        fields={[
          { kind: 'text', field: 'name', value: stair.name },
          {
            kind: 'choice',
            field: 'kind',
            value: stair.kind,
            options: worded('stairKind', stairKinds),
            wide: true,
          },
        ]}
      />
      <h3>{t('planning.stair.levels')}</h3>
      <ul className="links">
        {stair.zoneIds.toReversed().map((id, index) => (
          <li key={`${id} ${index}`}>
            <RecordLink record={{ table: 'zones', id }}>{zonePlace(premises, id)}</RecordLink>
          </li>
        ))}
      </ul>
      {stair.runs.map((run, at) => (
        <details className="fold" key={at} open={stair.runs.length === 1}>
          <summary>
            {t('planning.stair.run', {
              from: zonePlace(premises, stair.zoneIds[at] ?? null),
              to: zonePlace(premises, stair.zoneIds[at + 1] ?? null),
            })}
          </summary>
          <RunFields run={run} onChange={(next) => setRun(at, next)} />
          {stair.runs.length > 1 && run.flights[0] && (
            <Button
              size="small"
              onClick={() =>
                editor.set(
                  'runs',
                  stair.runs.map((each) => likeFirst(each, run)),
                )
              }
            >
              {t('planning.stair.copyRun')}
            </Button>
          )}
        </details>
      ))}
      <RunsSource editor={editor} />
    </>
  )
}

/** All flights share one mark: they were read from one drawing, or measured in one walk. */
function RunsSource({ editor }: { readonly editor: Editor }) {
  const t = useT()
  const evidence = evidenceOf(editor.evidence, 'runs')
  return (
    <details className="fold">
      <summary>
        {t('planning.stair.source')}:{' '}
        {evidence ? t(`shell.mark.${evidence.mark}`) : t('planning.source.unknown')}
      </summary>
      <SourceEditor id={`runs-${editor.record.table}`} editor={editor} field="runs" evidence={evidence} />
    </details>
  )
}

function RunFields({
  run,
  onChange,
}: {
  readonly run: StairRun
  readonly onChange: (run: StairRun) => void
}) {
  const t = useT()
  const setFlight = (at: number, change: Partial<StairFlight>) =>
    onChange({
      ...run,
      flights: run.flights.map((flight, index) => (index === at ? { ...flight, ...change } : flight)),
    })
  const setLanding = (at: number, change: Partial<StairLanding>) =>
    onChange({
      ...run,
      landings: run.landings.map((landing, index) => (index === at ? { ...landing, ...change } : landing)),
    })
  const metres = (
    flight: StairFlight,
    at: number,
    field: 'riserM' | 'treadM' | 'clearWidthM',
    min: number,
    max: number,
  ) => (
    <NumberField
      label={t(`planning.field.${field}`)}
      unit="m"
      min={min}
      max={max}
      required
      value={flight[field]}
      onCommit={(value) => value !== null && setFlight(at, { [field]: value })}
    />
  )
  return (
    <>
      {run.flights.map((flight, at) => (
        <Fragment key={`flight ${at}`}>
          <h4>{t('planning.stair.flight', { n: at + 1 })}</h4>
          <div className="fields">
            {metres(flight, at, 'clearWidthM', 0.3, 20)}
            <NumberField
              label={t('planning.field.risers')}
              whole
              min={1}
              max={60}
              required
              value={flight.risers}
              onCommit={(value) => value !== null && setFlight(at, { risers: value })}
            />
            {metres(flight, at, 'riserM', 0.05, 0.4)}
            {metres(flight, at, 'treadM', 0.1, 1)}
            <SelectField
              label={t('planning.field.handrails')}
              value={flight.handrails === undefined ? '' : String(flight.handrails)}
              none={t('planning.notEntered')}
              options={['0', '1', '2'].map((value) => ({
                value,
                label: t(`planning.option.handrails.${value}`),
              }))}
              onCommit={(value) =>
                setFlight(
                  at,
                  withOptional('handrails', value === '' ? undefined : (Number(value) as 0 | 1 | 2)),
                )
              }
            />
            <SelectField
              label={t('planning.field.widthBetween')}
              value={flight.widthBetween ?? ''}
              none={t('planning.notEntered')}
              options={worded('widthBetween', widthBetween)}
              onCommit={(value) =>
                setFlight(
                  at,
                  withOptional(
                    'widthBetween',
                    widthBetween.find((each) => each === value),
                  ),
                )
              }
            />
          </div>
        </Fragment>
      ))}
      {run.landings.map((landing, at) => (
        <Fragment key={`landing ${at}`}>
          <h4>{t('planning.stair.landing', { n: at + 1 })}</h4>
          <div className="fields">
            {(['lengthM', 'widthM'] as const).map((field) => (
              <NumberField
                key={field}
                label={t(`planning.field.${field}`)}
                unit="m"
                min={0.2}
                max={50}
                required
                value={landing[field]}
                onCommit={(value) => value !== null && setLanding(at, { [field]: value })}
              />
            ))}
          </div>
        </Fragment>
      ))}
    </>
  )
}

/** An optional field that is emptied: present as undefined, which storing takes away. */
function withOptional<K extends keyof StairFlight>(
  key: K,
  value: StairFlight[K] | undefined,
): Partial<StairFlight> {
  return { [key]: value }
}

/** Steps and widths of the first flight for every flight of a run; each keeps its own walking line and number of steps. */
function likeFirst(run: StairRun, model: StairRun): StairRun {
  const first = model.flights[0]
  if (!first) return run
  return {
    ...run,
    flights: run.flights.map((flight, index) => {
      const from = model.flights[index] ?? first
      const { line: _line, risers: _risers, ...rest } = from
      return { ...flight, ...rest }
    }),
  }
}
