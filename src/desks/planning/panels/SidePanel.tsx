import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react'
import type { Premises } from '../../../premises/model.ts'
import type { AppState } from '../../../state/app.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { TabPanel, Tabs, type Tab } from '../../../ui/controls/Tabs.tsx'
import { useT } from '../../../ui/useT.ts'
import { surveyCount } from '../survey.ts'
import { LayersPanel } from './LayersPanel.tsx'
import { OpeningList } from './OpeningList.tsx'
import { openDecisions } from '../decisions.ts'
import { ReviewPanel } from './ReviewPanel.tsx'
import { SurveyPanel } from './SurveyPanel.tsx'
import { ZoneList } from './ZoneList.tsx'

const FaultsPanel = lazy(() =>
  import('./FaultsPanel.tsx').then((module) => ({ default: module.FaultsPanel })),
)

export type PanelKey = Extract<AppState['panel'], 'levels' | 'faults' | 'layers' | 'review' | 'survey'>

/** The panel that the state names; what is no panel of its own falls to the list. */
export function usePanelKey(): PanelKey {
  const panel = useApp((state) => state.panel)
  const review = useApp((state) => state.review)
  if (panel === 'layers' || panel === 'survey' || panel === 'faults') return panel
  return panel === 'review' && review ? 'review' : 'levels'
}

/** Tabs of what there is: the list, errors of the drawing, layers and colours, the check after import, the survey list. */
export function PanelTabs({
  premises,
  current,
}: {
  readonly premises: Premises
  readonly current: PanelKey
}) {
  const t = useT()
  const review = useApp((state) => state.review)
  const survey = useMemo(() => surveyCount(premises), [premises])
  const tabs: Tab<PanelKey>[] = [
    { key: 'levels', label: t('planning.panel.levels') },
    { key: 'faults', label: t('faults.tabShort') },
    { key: 'layers', label: t('planning.panel.layers') },
    ...(review
      ? [{ key: 'review', label: t('planning.panel.review'), count: openDecisions(review) } as const]
      : []),
    { key: 'survey', label: t('planning.panel.survey'), count: survey },
  ]
  return (
    <Tabs
      name="panel"
      label={t('planning.panel.label')}
      tabs={tabs}
      current={current}
      onChange={(panel) => actions.set({ panel })}
    />
  )
}

export function PanelBody(props: {
  readonly premises: Premises
  readonly current: PanelKey
  readonly legend: ReactNode
}) {
  const { premises, current } = props
  const review = useApp((state) => state.review)
  return (
    <TabPanel name="panel" current={current} className="panel-body">
      {current === 'levels' && <Lists premises={premises} />}
      {current === 'faults' && (
        <Suspense fallback={null}>
          <FaultsPanel premises={premises} />
        </Suspense>
      )}
      {current === 'layers' && <LayersPanel legend={props.legend} />}
      {current === 'review' && review && <ReviewPanel premises={premises} review={review} />}
      {current === 'survey' && <SurveyPanel premises={premises} />}
    </TabPanel>
  )
}

function Lists({ premises }: { readonly premises: Premises }) {
  const t = useT()
  const [kind, setKind] = useState<'zones' | 'openings'>('zones')
  return (
    <>
      <fieldset className="segmented list-kind" aria-label={t('planning.list.kind')}>
        <button type="button" aria-pressed={kind === 'zones'} onClick={() => setKind('zones')}>
          {t('planning.list.zones')}
        </button>
        <button
          type="button"
          aria-pressed={kind === 'openings'}
          data-testid="list-openings"
          onClick={() => setKind('openings')}
        >
          {t('planning.list.openingsAndStairs')}
        </button>
      </fieldset>
      {kind === 'zones' ? <ZoneList premises={premises} /> : <OpeningList premises={premises} />}
    </>
  )
}
