import { lazy, Suspense, type ComponentType } from 'react'
import type { OpenProject } from '../state/app.ts'
import { useApp } from './app.ts'
import { Commands } from './shell/Commands.tsx'
import { DropZone } from './shell/DropZone.tsx'
import { ImportProgress } from './shell/ImportProgress.tsx'
import { Notices } from './shell/Notices.tsx'
import { StartPage } from './shell/StartPage.tsx'
import { useShortcuts } from './shell/shortcuts.ts'
import { useRootAttributes } from './theme.ts'
import { useT } from './useT.ts'

const NewFacility = lazy(() => import('./shell/NewFacility.tsx'))
const Help = lazy(() => import('./shell/Help.tsx'))

/** The whole page: the start page or the desk, and what may lie over either. */
export function App({ Desk }: { readonly Desk: ComponentType<{ readonly project: OpenProject }> }) {
  const project = useApp((state) => state.project)
  const dialog = useApp((state) => state.dialog)
  useRootAttributes()
  useShortcuts()
  return (
    <>
      {project ? (
        <Suspense fallback={<Opening />}>
          <Desk key={project.id} project={project} />
        </Suspense>
      ) : (
        <StartPage />
      )}
      <DropZone />
      <ImportProgress />
      <Notices />
      {dialog === 'commands' && <Commands />}
      <Suspense fallback={null}>
        {dialog === 'newFacility' && <NewFacility />}
        {dialog === 'help' && <Help />}
      </Suspense>
    </>
  )
}

/** While the desk's code is fetched: shown only where that takes long enough to be seen. */
function Opening() {
  const t = useT()
  return (
    <output className="opening">
      <p>{t('shell.opening')}</p>
    </output>
  )
}
