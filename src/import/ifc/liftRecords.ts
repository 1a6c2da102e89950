import { insideEvenOdd } from '../../premises/geometry/inside.ts'
import { newId } from '../../premises/ids.ts'
import type { Lift, Ramp, Zone } from '../../premises/model.ts'
import { zoneName } from '../../premises/naming.ts'
import { assumed, fromDrawing } from '../draft.ts'
import { stackedChains } from '../stack.ts'
import { enumeration, text } from './attributes.ts'
import { ownName } from './labels.ts'
import { boxOf, triangles, type Origin } from './mesh.ts'
import type { IfcModel } from './model.ts'
import type { RampLink } from './ramps.ts'
import type { Space } from './spaces.ts'

export interface Transports {
  /** Rooms in which a lift of the file runs: lift shafts, whatever their name. */
  readonly shafts: ReadonlySet<Space>
  /** Escalators and moving walks: no way out (QCVN 06 3.2.3), and not taken over. */
  readonly escalators: readonly { readonly id: number; readonly name: string | null }[]
}

export function readTransports(model: IfcModel, spaces: readonly Space[], origin: Origin): Transports {
  const shafts = new Set<Space>()
  const escalators: { id: number; name: string | null }[] = []
  for (const id of model.ids('IFCTRANSPORTELEMENT', true)) {
    const line = model.line(id)
    const kinds = [line, model.typeOf(id)].flatMap((each) => [
      enumeration(each, 'OperationType'),
      enumeration(each, 'PredefinedType'),
    ])
    if (kinds.includes('ESCALATOR') || kinds.includes('MOVINGWALKWAY'))
      escalators.push({ id, name: text(line, 'Name') })
    if (!kinds.includes('ELEVATOR')) continue
    const box = boxOf(triangles(model.opened, id, origin))
    if (box === null) continue
    const middle = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2] as const
    for (const space of spaces) {
      const isThere = space.z0 < box.z1 + 0.5 && space.z1 > box.z0 - 0.5
      if (isThere && insideEvenOdd(space.polygon, middle)) shafts.add(space)
    }
  }
  return { shafts, escalators }
}

/** A lift per chain of lift rooms above one another, and per shaft that runs through several storeys. */
export function liftRecords(storeys: readonly (readonly Zone[])[], file: string): readonly Lift[] {
  const rooms = storeys.map((zones) => zones.filter((zone) => zone.use === 'lift'))
  const chains = stackedChains(rooms)
  const chained = new Set(chains.flat())
  const alone = rooms.flat().filter((zone) => !chained.has(zone) && (zone.spansLevelIds?.length ?? 0) > 0)
  return [...chains, ...alone.map((zone) => [zone])].map((chain) => ({
    id: newId<'lift'>(),
    name: chain[0] ? zoneName(chain[0]) : '',
    // A shaft in one piece stands once for each storey that it serves.
    zoneIds: chain.flatMap((zone) => [zone.id, ...(zone.spansLevelIds ?? []).map(() => zone.id)]),
    use: 'ordinary' as const,
    sourceId: chain.map((zone) => zone.sourceId ?? '').join('+'),
    evidence: { zoneIds: fromDrawing(file), use: assumed() },
  }))
}

export function rampRecords(
  links: readonly RampLink[],
  zoneOf: ReadonlyMap<Space, Zone>,
  file: string,
): readonly Ramp[] {
  return links.flatMap((link): Ramp[] => {
    const [lower, upper] = [zoneOf.get(link.lower), zoneOf.get(link.upper)]
    if (!lower || !upper) return []
    const isForVehicles = [lower, upper].some((zone) => zone.use === 'vehicleRamp' || zone.use === 'garage')
    return [
      {
        id: newId<'ramp'>(),
        name: ownName(link.name),
        lowerZoneId: lower.id,
        upperZoneId: upper.id,
        lengthM: rounded(link.lengthM),
        riseM: rounded(link.riseM),
        clearWidthM: rounded(link.widthM),
        use: isForVehicles ? 'vehicles' : 'persons',
        line: link.line,
        sourceId: link.sourceId,
        evidence: {
          lengthM: fromDrawing(file, 'IfcRamp'),
          clearWidthM: fromDrawing(file, 'IfcRamp'),
          use: assumed('fromName'),
        },
      },
    ]
  })
}

function rounded(metres: number): number {
  return Math.round(metres * 1000) / 1000
}
