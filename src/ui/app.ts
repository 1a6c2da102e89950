import type { AppState } from '../state/app.ts'
import { appStore } from '../state/store.ts'

/** The open app, for components: the state, read by selectors, and what a person can do. */
export { actions } from '../state/index.ts'
export { useApp } from '../state/store.ts'

/** The state of the moment, for handlers; a component that shows it uses `useApp`. */
export function appState(): AppState {
  return appStore.getState()
}
