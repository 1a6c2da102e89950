import data from '../../data/hydraulic.json'
import type { Message } from '../../src/premises/message.ts'
import type { RecordRef } from '../../src/premises/operation.ts'
import type { Link } from '../routes/network.ts'
import { capacityOf, stepS } from './network.ts'
import { jamDensity, levelK } from './relations.ts'
import type { Ended } from './ended.ts'
import { cellSize } from './stream.ts'
import { corridorEffectiveWidthM } from './widths.ts'

/**
 * What a person should know about the numbers of a case: zones too full to walk in, doors narrower than any flow is known
 * for, widths that are defaults, openings that let nobody through.
 */
export function warningsOf(ended: Ended): Message[] {
  return [...overfull(ended), ...narrowWays(ended), ...components(ended), ...impassable(ended)]
}

function overfull({ net, parting }: Ended): Message[] {
  return net.zones.flatMap(({ id, name, number = '' }, zone) => {
    const density = net.persons[zone]! / net.areaM2[zone]!
    if (!(parting.moving[zone]! > 0) || !(net.areaM2[zone]! > 0) || density < jamDensity) return []
    const params = { name: name || number, density: rounded(density), limit: rounded(jamDensity) }
    return [warning('egressOverfull', params, { table: 'zones', id })]
  })
}

/** Zones with a way through them so narrow that its effective width is hardly defined. */
function narrowWays({ net, assembly, flow }: Ended): Message[] {
  const narrow = cellSize(corridorEffectiveWidthM(data.narrowDoor.value), levelK, stepS)
  const zones = new Set<number>()
  assembly.crossingOf.forEach((crossing, handle) => {
    const node = assembly.built.indexOf[handle]!
    if (assembly.isZone[handle] && flow.tree.kind[node] === 1 && flow.tree.size[node]! < narrow - 1e-9)
      zones.add(net.graph.placeZone[net.graph.from[crossing]!]!)
  })
  return [...zones]
    .sort((a, b) => a - b)
    .flatMap((zone) => {
      const { id, name, number = '' } = net.zones[zone]!
      return warning(
        'egressNarrowWay',
        { name: name || number, widthM: data.narrowDoor.value },
        { table: 'zones', id },
      )
    })
}

function components({ net, taken }: Ended): Message[] {
  return [...new Set(taken.map((crossing) => crossing >> 1))].flatMap((link) => {
    const { name, clearWidthM, isDefault } = net.components[link]!
    const record = recordOf(net.graph.links[link]!)
    const params = { name, widthM: rounded(clearWidthM) }
    if (isDefault) return [warning('egressDefaultWidth', params, record)]
    return clearWidthM < data.narrowDoor.value
      ? [warning('egressNarrowDoor', { ...params, leastM: data.narrowDoor.value }, record)]
      : []
  })
}

/** Openings and stairs that are open on the drawing and so narrow that the boundary layers leave nothing. */
function impassable({ net }: Ended): Message[] {
  const found = new Set<number>()
  net.graph.open.forEach((open, crossing) => {
    if (open === 1 && !(capacityOf(net.components, crossing) > 0)) found.add(crossing >> 1)
  })
  return [...found].map((link) => {
    const { name, clearWidthM } = net.components[link]!
    return warning(
      'egressImpassable',
      { name, widthM: rounded(clearWidthM) },
      recordOf(net.graph.links[link]!),
    )
  })
}

function recordOf({ kind, id }: Link): RecordRef {
  const table = ({ opening: 'openings', run: 'stairs', ramp: 'ramps' } as const)[kind]
  return { table, id }
}

function warning(code: string, params: NonNullable<Message['params']>, record: RecordRef): Message {
  return { code, severity: 'warning', params, where: { record } }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
