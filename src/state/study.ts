import type { Premises } from '../premises/model.ts'
import type { WhatIf } from './app.ts'

/** The assumptions without what is no longer there; null where none is left. */
export function whatIfWithin(premises: Premises, whatIf: WhatIf | null): WhatIf | null {
  if (whatIf === null) return null
  const shutOpenings = whatIf.shutOpenings.filter((id) => premises.openings[id] !== undefined)
  const closedZones = whatIf.closedZones.filter((id) => premises.zones[id] !== undefined)
  if (shutOpenings.length === 0 && closedZones.length === 0) return null
  const all =
    shutOpenings.length === whatIf.shutOpenings.length && closedZones.length === whatIf.closedZones.length
  return all ? whatIf : { shutOpenings, closedZones }
}
