import type { BoundInput } from '../../workers/bound/job.ts'
import type { RoutesInput } from '../../workers/routes/job.ts'
import type { AskOptions, ClearingInput } from '../analysis/questions.ts'
import type { Operation } from '../premises/operation.ts'
import type { AppState, Computed, Figures, WhatIf } from './app.ts'
import { conditionsUnder } from './conditions.ts'
import { type Context, isAbort, messageOf } from './context.ts'
import { noFigures, notComputed } from './store.ts'

export interface FigureDesk {
  /** A project has been opened (or closed): everything is asked anew. */
  readonly loaded: () => void
  /** The open premises have changed. */
  readonly patched: (operations: readonly Operation[]) => void
  /** The assumptions of the moment have changed, the premises not. */
  readonly whatIfChanged: () => void
  readonly computeBound: () => void
  /** Asks again for what could not be computed, of the premises as they are. */
  readonly recompute: () => void
}

/** The figures, and the faults of the drawing, which are computed and shown as figures are. */
type FigureName = Exclude<keyof Figures, 'conditions'> | 'faults'

/** The share of a running computing is told four times a second: every time the screen is made anew. */
const progressMs = 250

const base: readonly FigureName[] = ['routes', 'clearing']
const supposed: readonly FigureName[] = ['whatIfRoutes', 'whatIfClearing']

/**
 * Asks the analyst whenever the premises or the assumptions change: faults of the drawing and routes first, then the
 * clearing time. An old figure stays, marked as stale, until the new one is there; what is superseded is called off, and
 * its answer dropped.
 */
export function createFigures(context: Context): FigureDesk {
  const { store, analyst } = context
  const running: Record<'faults' | 'base' | 'whatIf' | 'bound', AbortController | null> = {
    faults: null,
    base: null,
    whatIf: null,
    bound: null,
  }

  const set = (name: FigureName, change: (before: Computed<unknown>) => Computed<unknown>) =>
    store.setState((state) =>
      name === 'faults'
        ? { faults: change(state.faults) as AppState['faults'] }
        : { figures: { ...state.figures, [name]: change(state.figures[name]) } },
    )

  const expire = (names: readonly FigureName[]) => {
    for (const name of names)
      set(name, (before) => ({
        ...before,
        stale: before.value !== null,
        status: before.value === null ? 'none' : 'done',
      }))
  }
  const clear = (names: readonly FigureName[]) => {
    for (const name of names) set(name, () => notComputed)
  }

  /** Calls off what a line of questions is doing, and starts it anew. */
  function restart(line: keyof typeof running): AbortSignal {
    running[line]?.abort()
    const controller = new AbortController()
    running[line] = controller
    return controller.signal
  }

  async function ask(
    name: FigureName,
    signal: AbortSignal,
    question: (options: AskOptions) => Promise<unknown>,
  ): Promise<void> {
    if (signal.aborted) return
    set(name, (before) => ({
      value: before.value,
      stale: before.value !== null,
      status: 'running',
      share: 0,
    }))
    let told = -Infinity
    const onProgress = (share: number) => {
      const now = performance.now()
      if (signal.aborted || now - told < progressMs) return
      told = now
      set(name, (before) => ({ ...before, share }))
    }
    try {
      const value = await question({ signal, onProgress })
      if (!signal.aborted) set(name, () => ({ value, status: 'done', stale: false, share: 1 }))
    } catch (error) {
      if (signal.aborted || isAbort(error)) return
      set(name, (before) => ({
        value: before.value,
        stale: before.value !== null,
        status: 'failed',
        share: 0,
        error: messageOf(error),
      }))
    }
  }

  async function askFaults(): Promise<void> {
    const signal = restart('faults')
    if (analyst === null || context.session === null) {
      clear(['faults'])
      return
    }
    expire(['faults'])
    await Promise.resolve()
    await ask('faults', signal, (options) => analyst.faults(options))
  }

  async function askBase(): Promise<void> {
    const signal = restart('base')
    const conditions = currentConditions()
    store.setState(({ figures }) => ({ figures: { ...figures, conditions } }))
    if (analyst === null || conditions === null) {
      clear(base)
      return
    }
    expire(base)
    // Edits made in one go (a form, a paste) are one question.
    await Promise.resolve()
    await ask('routes', signal, (options) => analyst.routes(routesInput(conditions), options))
    await ask('clearing', signal, (options) => analyst.clearing(conditions, options))
  }

  async function askWhatIf(): Promise<void> {
    const signal = restart('whatIf')
    const { whatIf } = store.getState()
    const conditions = currentConditions(whatIf)
    if (analyst === null || whatIf === null || conditions === null) {
      clear(supposed)
      return
    }
    expire(supposed)
    await Promise.resolve()
    await ask('whatIfRoutes', signal, (options) => analyst.routes(routesInput(conditions), options))
    await ask('whatIfClearing', signal, (options) => analyst.clearing(conditions, options))
  }

  /** What the clearing time is asked with; null where there is nothing to clear. */
  function currentConditions(whatIf: WhatIf | null = null): ClearingInput | null {
    const { session } = context
    if (session === null || Object.keys(session.premises.zones).length === 0) return null
    return conditionsUnder(session.premises, whatIf)
  }

  function computeBound(): void {
    const conditions = currentConditions()
    if (analyst === null || conditions === null) return
    const { shutOpenings, closedZones, doorBasis } = conditions
    const input: BoundInput = { shutOpenings, closedZones, doorBasis, stepS: null }
    void ask('bound', restart('bound'), (options) => analyst.bound(input, options))
  }

  return {
    loaded: () => {
      for (const line of ['faults', 'base', 'whatIf', 'bound'] as const) restart(line)
      store.setState({ figures: noFigures, faults: notComputed })
      const { session } = context
      if (analyst === null || session === null) return
      analyst.load(session.premises)
      void askFaults()
      void askBase()
      void askWhatIf()
    },
    patched: (operations) => {
      const { session } = context
      if (analyst === null || session === null) return
      analyst.patch(operations, session.premises)
      restart('bound')
      expire(['bound'])
      void askFaults()
      void askBase()
      void askWhatIf()
    },
    whatIfChanged: () => void askWhatIf(),
    computeBound,
    recompute: () => {
      const { figures, faults, whatIf } = store.getState()
      const failed = (...computed: readonly Computed<unknown>[]) =>
        computed.some(({ status }) => status === 'failed')
      if (failed(faults)) void askFaults()
      if (failed(figures.routes, figures.clearing)) void askBase()
      if (whatIf !== null && failed(figures.whatIfRoutes, figures.whatIfClearing)) void askWhatIf()
      if (failed(figures.bound)) computeBound()
    },
  }
}

function routesInput({ shutOpenings, closedZones }: ClearingInput): RoutesInput {
  return { targets: 'final', along: 'shortest', shutOpenings, closedZones }
}
