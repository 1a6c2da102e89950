import { lazy, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserAnalyst } from './analysis/browser.ts'
import { afterFirstMap } from './state/firstMap.ts'
import { actions, initApp } from './state/index.ts'
import { App } from './ui/App.tsx'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import './ui/styles/index.css'

const desk = () => import('./desks/planning/PlanningDesk.tsx')
const Desk = lazy(desk)

initApp({ analyst: createBrowserAnalyst(afterFirstMap) })

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
// The address that `npm start` prints opens the sample; any other goes on where the person left off.
const asked = new URLSearchParams(location.search).get('open')
if (asked === 'sample') {
  history.replaceState(null, '', location.pathname)
  void actions.openSample()
} else void actions.resume()

// The desk is there before it is asked for.
setTimeout(() => void desk().catch(() => undefined), 1000)

// Offline after the first visit, where the page comes from a web server that browsers allow it for; once the page stands.
if (import.meta.env.MODE === 'site' && window.isSecureContext && 'serviceWorker' in navigator)
  setTimeout(() => void navigator.serviceWorker.register('./sw.js').catch(() => undefined), 2500)
