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
  const { routes, clearing, whatIfRoutes, whatIfClearing } = useApp((state) => state.figures)
  const assuming = useApp((state) => state.whatIf !== null)
  return useMemo(() => {
    const headline = clearing.value && headlineOf(clearing.value)
    const after = assuming ? whatIfClearing.value && headlineOf(whatIfClearing.value) : null
    return {
      routes: (assuming ? whatIfRoutes.value : null) ?? routes.value,
      routesBefore: assuming && whatIfRoutes.value ? routes.value : null,
      egress: after ?? headline,
      egressBefore: after ? headline : null,
    }
  }, [routes.value, clearing.value, whatIfRoutes.value, whatIfClearing.value, assuming])
}

/** The colours of the zones by the chosen figure. */
export function useColouring(premises: Premises, theme: 'light' | 'dark'): Colouring {
  // While drawing, what a room is used for is what one looks for.
  const by = useApp((state) => (state.drawing === null ? state.view.colourBy : 'use'))
  const language = useLanguage()
  const { routes, routesBefore, egress, egressBefore } = useShownFigures()
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
