import { lazy, Suspense, useEffect, useRef, useState, type RefObject } from 'react'
import type { OpenProject } from '../../state/app.ts'
import { actions, useApp } from '../../ui/app.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Sheet, type SheetHeight } from '../../ui/controls/Sheet.tsx'
import { TabPanel, Tabs } from '../../ui/controls/Tabs.tsx'
import { useFrame } from '../../ui/media.ts'
import { RefusedFiles } from '../../ui/shell/RefusedFiles.tsx'
import { TopBar, type Crumb } from '../../ui/shell/TopBar.tsx'
import { useFollowing } from '../../ui/useFollowing.ts'
import { useT } from '../../ui/useT.ts'
import { Answer, AnswerLine } from './answer/Answer.tsx'
import { DeskMap } from './DeskMap.tsx'
import { Inspector } from './inspector/Inspector.tsx'
import { PanelBody, PanelTabs, usePanelKey } from './panels/SidePanel.tsx'
import { firstPlacing, PlacePanel, type Placing } from './PlacePanel.tsx'
import { DeskLegend } from './DeskLegend.tsx'
import { WhatIfBar } from './WhatIfBar.tsx'
import './planning.css'

const Details = lazy(() => import('./answer/Details.tsx'))
const PrintView = lazy(() => import('./print/PrintView.tsx'))
const Presentation = lazy(() => import('./present/Presentation.tsx'))

/** The planning desk: the answer, what there is, the map, and what is selected. */
export default function PlanningDesk({ project }: { readonly project: OpenProject }) {
  const t = useT()
  const frame = useFrame()
  const { premises } = project
  const view = useApp((state) => state.view)
  const whatIf = useApp((state) => state.whatIf)
  const dialog = useApp((state) => state.dialog)
  const printing = useApp((state) => state.printing)
  const [placing, setPlacing] = useState<Placing | null>(null)
  const [sheetHeight, setSheetHeight] = useSheetHeight()
  const crumbs = useCrumbs(project)

  useEffect(() => {
    setPlacing(dialog === 'place' ? firstPlacing(premises, view.levelId) : null)
    // Only opening and closing begins anew; edits meanwhile do not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [dialog === 'place'])

  useEffect(() => {
    document.title = `${project.name} – ${t('app.name')}`
    return () => {
      document.title = t('app.name')
    }
  }, [project.name, t])

  return (
    <div className={`desk frame-${frame}${whatIf ? ' assuming' : ''}`} data-testid="desk">
      <a className="skip-link" href="#main">
        {t('planning.skipToMap')}
      </a>
      <a className="skip-link" href="#panel">
        {t('planning.skipToList')}
      </a>
      <TopBar
        frame={frame}
        project={project}
        crumbs={crumbs}
        narrowTitle={
          <>
            <strong>{premises.levels[view.levelId ?? '']?.name ?? ''}</strong>{' '}
            <span className="quiet">{project.name}</span>
          </>
        }
      />
      {premises.facility.fictional && (
        <p className="band" data-testid="band">
          {t('shell.fictional')}
        </p>
      )}
      <div className="desk-body">
        {frame === 'wide' && <WideSide project={project} />}
        {frame === 'column' && <ColumnSide project={project} />}
        <main id="main" className="desk-map" tabIndex={-1}>
          <RefusedFiles />
          {whatIf && <WhatIfBar premises={premises} whatIf={whatIf} narrow={frame === 'sheet'} />}
          <div className="desk-map-frame">
            <DeskMap
              project={project}
              sheet={frame === 'sheet' && !placing ? sheetHeight : null}
              placing={placing}
              onPlacing={setPlacing}
            />
            {placing && <PlacePanel premises={premises} placing={placing} onChange={setPlacing} />}
          </div>
        </main>
        {frame === 'wide' && view.selection && (
          <aside className="inspector-column" aria-label={t('planning.inspector')}>
            <Inspector premises={premises} record={view.selection} />
          </aside>
        )}
        {frame === 'sheet' && !placing && (
          <SheetSide project={project} height={sheetHeight} onHeight={setSheetHeight} />
        )}
      </div>
      <Suspense fallback={null}>
        {dialog === 'details' && <Details />}
        {dialog === 'present' && <Presentation project={project} />}
        {printing && <PrintView project={project} kind={printing} />}
      </Suspense>
    </div>
  )
}

function WideSide({ project }: { readonly project: OpenProject }) {
  const t = useT()
  return (
    <aside id="panel" className="side" aria-label={t('planning.panel.label')} tabIndex={-1}>
      <ListSide project={project} />
    </aside>
  )
}

/** The answer, and below it the lists; scrolled out of sight, the answer stays as one line above the tabs. */
function ListSide({ project }: { readonly project: OpenProject }) {
  const { premises } = project
  const current = usePanelKey()
  const answer = useRef<HTMLDivElement>(null)
  const away = useAway(answer)
  return (
    <>
      <div ref={answer}>
        <Answer premises={premises} />
      </div>
      <div className="side-head">
        {away && (
          <button type="button" className="answer-strip" onClick={() => answer.current?.scrollIntoView()}>
            <AnswerLine premises={premises} />
          </button>
        )}
        <PanelTabs premises={premises} current={current} />
      </div>
      <PanelBody premises={premises} current={current} legend={<DeskLegend project={project} />} />
    </>
  )
}

/** Whether an element is scrolled out of sight. */
function useAway(element: RefObject<HTMLElement | null>): boolean {
  const [away, setAway] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver(([entry]) => setAway(entry ? !entry.isIntersecting : false))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return away
}

/** One column for both: what there is, and what is selected. A selection brings its tab up. */
function ColumnSide({ project }: { readonly project: OpenProject }) {
  const t = useT()
  const { premises } = project
  const selection = useApp((state) => state.view.selection)
  const [tab, setTab] = useTabOfSelection(selection)
  return (
    <aside id="panel" className="side" aria-label={t('planning.panel.label')} tabIndex={-1}>
      <Tabs
        name="column"
        label={t('planning.panel.label')}
        tabs={[
          { key: 'list', label: t('planning.column.list') },
          { key: 'details', label: t('planning.column.details') },
        ]}
        current={tab}
        onChange={setTab}
      />
      <TabPanel name="column" current={tab} className="column-body">
        {tab === 'list' ? (
          <ListSide project={project} />
        ) : (
          selection && (
            <>
              <button type="button" className="answer-strip" onClick={() => setTab('list')}>
                <AnswerLine premises={premises} />
              </button>
              <Inspector premises={premises} record={selection} />
            </>
          )
        )}
        {tab === 'details' && !selection && <p className="quiet zone-none">{t('planning.column.nothing')}</p>}
      </TabPanel>
    </aside>
  )
}

/** A selection, or a panel asked for, brings the sheet up; it never goes down by itself. */
function useSheetHeight(): [SheetHeight, (height: SheetHeight) => void] {
  const selection = useApp((state) => state.view.selection)
  const panel = useApp((state) => state.panel)
  const asked = selection ?? (panel === 'answer' || panel === 'search' ? null : panel)
  return useFollowing<unknown, SheetHeight>(asked, (next, before = 'peek') =>
    next !== null && before === 'peek' ? 'half' : before,
  )
}

function SheetSide(props: {
  readonly project: OpenProject
  readonly height: SheetHeight
  readonly onHeight: (height: SheetHeight) => void
}) {
  const t = useT()
  const { project, height } = props
  const { premises } = project
  const selection = useApp((state) => state.view.selection)
  const current = usePanelKey()
  return (
    <Sheet
      height={height}
      onHeight={props.onHeight}
      label={t('planning.panel.label')}
      head={
        height === 'peek' || selection || current !== 'levels' ? (
          <div className="sheet-head">
            <AnswerLine premises={premises} />
          </div>
        ) : null
      }
    >
      <div id="panel" tabIndex={-1}>
        {selection ? (
          <>
            <Button size="small" look="plain" onClick={() => actions.select(null)}>
              ‹ {t('planning.column.list')}
            </Button>
            <Inspector premises={premises} record={selection} />
          </>
        ) : (
          <>
            <PanelTabs premises={premises} current={current} />
            {current === 'levels' && <Answer premises={premises} />}
            <PanelBody premises={premises} current={current} legend={<DeskLegend project={project} />} />
          </>
        )}
      </div>
    </Sheet>
  )
}

function useTabOfSelection(selection: unknown): ['list' | 'details', (tab: 'list' | 'details') => void] {
  return useFollowing(selection, (next) => (next ? 'details' : 'list'))
}

function useCrumbs({ premises }: OpenProject): readonly Crumb[] {
  const view = useApp((state) => state.view)
  const level = premises.levels[view.levelId ?? '']
  const building = level && premises.buildings[level.buildingId]
  const is = (table: string, id?: string) =>
    view.selection?.table === table &&
    (id === undefined || (view.selection.table !== 'facility' && view.selection.id === id))
  return [
    {
      key: 'facility',
      label: premises.facility.name,
      current: is('facility'),
      open: () => actions.select({ table: 'facility' }),
    },
    ...(building
      ? [
          {
            key: 'building',
            label: building.name,
            current: is('buildings', building.id),
            open: () => actions.select({ table: 'buildings', id: building.id }),
          },
        ]
      : []),
    ...(level
      ? [
          {
            key: 'level',
            label: level.name,
            current: is('levels', level.id),
            open: () => actions.select({ table: 'levels', id: level.id }),
          },
        ]
      : []),
  ]
}
