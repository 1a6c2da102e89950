import { lazy, Suspense, useEffect, useState } from 'react'
import type { OpenProject } from '../../state/app.ts'
import { useApp } from '../../ui/app.ts'
import { useFrame } from '../../ui/media.ts'
import { RefusedFiles } from '../../ui/shell/RefusedFiles.tsx'
import { TopBar } from '../../ui/shell/TopBar.tsx'
import { useT } from '../../ui/useT.ts'
import { useCrumbs } from './crumbs.ts'
import { DeskMap } from './DeskMap.tsx'
import { DrawStart } from './draw/DrawStart.tsx'
import { usePasteAnywhere } from './paste/usePasteAnywhere.ts'
import { PlacePanel } from './PlacePanel.tsx'
import { firstPlacing, type Placing } from './placing.ts'
import { Beside } from './sides/Beside.tsx'
import { ColumnSide } from './sides/ColumnSide.tsx'
import { ListSide } from './sides/ListSide.tsx'
import { SheetSide, useSheetHeight } from './sides/SheetSide.tsx'
import { WhatIfBar } from './WhatIfBar.tsx'
import './planning.css'

const DrawBar = lazy(() => import('./draw/DrawBar.tsx'))
const PasteDialog = lazy(() => import('./paste/PasteDialog.tsx'))
const Details = lazy(() => import('./answer/Details.tsx'))
const PrintView = lazy(() => import('./print/PrintView.tsx'))
const Presentation = lazy(() => import('./present/Presentation.tsx'))
const Storeys = lazy(() => import('./draw/Storeys.tsx'))
const Straighten = lazy(() => import('./draw/Straighten.tsx'))
const PageChooser = lazy(() => import('./draw/PageChooser.tsx'))

/** The planning desk: the answer, what there is, the map, and what is selected. */
export default function PlanningDesk({ project }: { readonly project: OpenProject }) {
  const t = useT()
  const frame = useFrame()
  const { premises } = project
  const view = useApp((state) => state.view)
  const whatIf = useApp((state) => state.whatIf)
  const drawing = useApp((state) => state.drawing !== null)
  const dialog = useApp((state) => state.dialog)
  const bringing = useApp((state) => state.bringing !== null)
  const printing = useApp((state) => state.printing)
  const [placing, setPlacing] = useState<Placing | null>(null)
  const [sheetHeight, setSheetHeight] = useSheetHeight()
  const crumbs = useCrumbs(project)
  usePasteAnywhere()

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
    <div
      className={`desk frame-${frame}${whatIf ? ' assuming' : ''}${drawing ? ' drawing' : ''}`}
      data-testid="desk"
    >
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
          <h1 className="hidden-visually">{project.name}</h1>
          <RefusedFiles />
          {whatIf && <WhatIfBar premises={premises} whatIf={whatIf} narrow={frame === 'sheet'} />}
          <div className="desk-map-frame">
            <DeskMap
              project={project}
              sheet={frame === 'sheet' && !placing ? sheetHeight : null}
              placing={placing}
              onPlacing={setPlacing}
            />
            {placing ? (
              <PlacePanel premises={premises} placing={placing} onChange={setPlacing} />
            ) : drawing ? (
              <Suspense fallback={null}>
                <DrawBar project={project} frame={frame} />
              </Suspense>
            ) : (
              <DrawStart premises={premises} />
            )}
          </div>
        </main>
        {frame === 'wide' && (drawing || view.selection) && (
          <aside className="inspector-column" aria-label={t('planning.inspector')}>
            <Beside premises={premises} record={view.selection} />
          </aside>
        )}
        {frame === 'sheet' && !placing && (
          <SheetSide project={project} height={sheetHeight} onHeight={setSheetHeight} />
        )}
      </div>
      <Suspense fallback={null}>
        {dialog === 'details' && <Details />}
        {dialog === 'paste' && <PasteDialog premises={premises} />}
        {dialog === 'present' && <Presentation project={project} />}
        {dialog === 'storeys' && <Storeys />}
        {dialog === 'straighten' && <Straighten />}
        {bringing && <PageChooser />}
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
