import { lazy, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { actions, initApp } from './state/index.ts'
import { App } from './ui/App.tsx'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import './ui/styles/index.css'

const Desk = lazy(() => import('./desks/planning/PlanningDesk.tsx'))

initApp({ analyst: null })

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <App Desk={Desk} />
      </ErrorBoundary>
    </StrictMode>,
  )
}
void actions.resume()
