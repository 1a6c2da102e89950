import { useMemo } from 'react'
import type { EgressResult } from '../../../workers/egress/job.ts'
import type { RoutesResult } from '../../../workers/routes/job.ts'
import { colourZones, type Colouring } from '../../map/colouring.ts'
import type { Premises } from '../../premises/model.ts'
import { useApp } from '../../ui/app.ts'
import { useLanguage } from '../../ui/useT.ts'
import { headlineOf } from './study.ts'

export interface ShownFigures {
  readonly routes: RoutesResult | null
  readonly routesBefore: RoutesResult | null
  readonly egress: EgressResult | null
  readonly egressBefore: EgressResult | null
}

/** The figures that the map shows: of the headline case; under a what-if those of the assumption, and those before. */
export function useShownFigures(): ShownFigures {
  const before = useApp(({ figures }) => figures.routes.value)
  const clearing = useApp(({ figures }) => figures.clearing.value)
  const whatIfRoutes = useApp(({ figures }) => figures.whatIfRoutes.value)
  const whatIfClearing = useApp(({ figures }) => figures.whatIfClearing.value)
  const assuming = useApp((state) => state.whatIf !== null)
  return useMemo(() => {
    const headline = clearing && headlineOf(clearing)
    const after = assuming ? whatIfClearing && headlineOf(whatIfClearing) : null
    return {
      routes: (assuming ? whatIfRoutes : null) ?? before,
      routesBefore: assuming && whatIfRoutes ? before : null,
      egress: after ?? headline,
      egressBefore: after ? headline : null,
    }
  }, [before, clearing, whatIfRoutes, whatIfClearing, assuming])
}

const noFigures: ShownFigures = { routes: null, routesBefore: null, egress: null, egressBefore: null }

/** The colours of the zones by the chosen figure. */
export function useColouring(premises: Premises, theme: 'light' | 'dark'): Colouring {
  // While drawing, what a room is used for is what one looks for.
  const by = useApp((state) => (state.drawing === null ? state.view.colourBy : 'use'))
  const language = useLanguage()
  const figures = useShownFigures()
  // Uses and persons are coloured alike whatever the figures are: new ones colour nothing anew.
  const isOfFigures = by === 'exit' || by === 'time'
  const { routes, routesBefore, egress, egressBefore } = isOfFigures ? figures : noFigures
  return useMemo(
    () =>
      colourZones({
        premises,
        by,
        theme,
        language,
        routes,
        egress,
        before: routesBefore || egressBefore ? { routes: routesBefore, egress: egressBefore } : null,
      }),
    [premises, by, theme, language, routes, egress, routesBefore, egressBefore],
  )
}
