import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppState, Computed, Figures, View } from './app.ts'

export type AppStore = StoreApi<AppState>

/** A figure that nobody has asked for yet. */
export const notComputed: Computed<never> = { value: null, status: 'none', stale: false, share: 0 }

export const noFigures: Figures = {
  conditions: null,
  routes: notComputed,
  clearing: notComputed,
  bound: notComputed,
  whatIfRoutes: notComputed,
  whatIfClearing: notComputed,
}

export const firstView: View = {
  levelId: null,
  selection: null,
  camera: null,
  colourBy: 'use',
  layers: {
    labels: true,
    routes: true,
    queues: true,
    doors: true,
    walls: true,
    surroundings: true,
    assembly: true,
  },
  flyTo: 0,
}

export const startState: AppState = {
  language: 'vi',
  theme: 'system',
  project: null,
  recent: [],
  view: firstView,
  whatIf: null,
  figures: noFigures,
  importing: null,
  review: null,
  drawing: null,
  faults: notComputed,
  bringing: null,
  panel: 'answer',
  panelAsked: 0,
  dialog: null,
  printing: null,
  notices: [],
}

export function createAppStore(): AppStore {
  return createStore<AppState>(() => startState)
}

/** The one store of the page. */
export const appStore = createAppStore()

/** A part of the app's state, and a render whenever it changes. */
export function useApp<T>(selector: (state: AppState) => T): T {
  return useStore(appStore, selector)
}
