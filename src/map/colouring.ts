import type { EgressResult } from '../../workers/egress/job.ts'
import type { RoutesResult } from '../../workers/routes/job.ts'
import { collator, formatClock, formatNumber, type Language } from '../i18n/format.ts'
import type { OpeningId, ZoneId } from '../premises/ids.ts'
import type { Premises, Zone } from '../premises/model.ts'
import { personsOf } from '../premises/persons.ts'
import { zoneUse, zoneUses } from '../premises/uses.ts'
import { categorySwatch, rampSteps, rampSwatch, groupPattern, groupSwatch, type Swatch } from './palettes.ts'
import { themes, type Theme } from './theme.ts'

export type ColourBy = 'use' | 'occupants' | 'exit' | 'time'

/** How one zone is drawn. `figure` stands below its name. */
export interface ZoneColour extends Swatch {
  readonly figure?: string
  /** Nobody gets out of here. */
  readonly state?: 'noWay'
  /** Hatching that stands for the colour in black and white: for kinds, which have no order that a grey could show. */
  readonly pattern?: number
  /** Place on its ramp, 0 … 1: the grey that stands for a figure in black and white. */
  readonly shade?: number
}

export interface LegendEntry {
  readonly fill: string
  /** A sentence key with parameters, or a text of the premises. */
  readonly label: { readonly key: string; readonly params?: Record<string, string | number> } | string
  readonly hatch?: 'noWay'
  readonly pattern?: number
  readonly shade?: number
}

/** A colour and a figure for every zone, ready to draw, and the legend that explains them. */
export interface Colouring {
  readonly by: ColourBy
  readonly titleKey: string
  readonly zones: ReadonlyMap<ZoneId, ZoneColour>
  readonly legend: readonly LegendEntry[]
}

export interface ColouringInput {
  readonly premises: Premises
  readonly by: ColourBy
  readonly theme: Theme
  readonly language: Language
  readonly routes?: RoutesResult | null
  /** With it, `time` is when the zone's last person is out, queues included; without it, the free walk from its farthest point. */
  readonly egress?: EgressResult | null
  /** The same before a what-if: the figure of a zone becomes "before » after" where the two differ. */
  readonly before?: { readonly routes?: RoutesResult | null; readonly egress?: EgressResult | null } | null
}

/** The colour table of the map for one figure. Pure: the same input gives the same table. */
export function colourZones(input: ColouringInput): Colouring {
  switch (input.by) {
    case 'use':
      return byUse(input)
    case 'occupants':
      return byOccupants(input)
    case 'exit':
      return byExit(input)
    case 'time':
      return byTime(input)
  }
}

function byUse({ premises, theme, language }: ColouringInput): Colouring {
  const zones = new Map<ZoneId, ZoneColour>()
  const groups = new Set<string>()
  for (const zone of Object.values(premises.zones)) {
    const { colourGroup } = zoneUse(zone.use)
    groups.add(colourGroup)
    const persons = personsOf(zone).count
    zones.set(zone.id, {
      ...groupSwatch(colourGroup, theme),
      pattern: groupPattern(colourGroup),
      ...(persons > 0 ? { figure: personsText(persons, language) } : {}),
    })
  }
  const order = [...new Set(zoneUses.map((use) => use.colourGroup))]
  return {
    by: 'use',
    titleKey: 'map.legend.use',
    zones,
    legend: order
      .filter((group) => groups.has(group))
      .map((group) => ({
        fill: groupSwatch(group, theme).fill,
        label: { key: `map.group.${group}` },
        pattern: groupPattern(group),
      })),
  }
}

function byOccupants({ premises, theme, language }: ColouringInput): Colouring {
  const persons = Object.values(premises.zones).map((zone) => [zone, personsOf(zone).count] as const)
  const scale = steps(Math.max(0, ...persons.map(([, count]) => count)), [1, 2, 5, 10])
  const zones = new Map<ZoneId, ZoneColour>()
  for (const [zone, count] of persons) {
    if (count > 0) {
      zones.set(zone.id, {
        ...rampColour('occupants', stepOf(count, scale), theme),
        figure: personsText(count, language),
      })
    } else zones.set(zone.id, empty(zone, theme))
  }
  const whole = (value: number) => formatNumber(value, language, 0)
  return {
    by: 'occupants',
    titleKey: 'map.legend.occupants',
    zones,
    legend: rampLegend('occupants', scale, theme, (from, to) => ({
      key: 'map.legend.range',
      params: { from: whole(from + 1), to: whole(to) },
    })),
  }
}

function byTime({ premises, theme, routes, egress, before }: ColouringInput): Colouring {
  const times = timesOf(routes, egress)
  const earlier = before ? timesOf(before.routes, before.egress) : null
  const stuck = new Set(routes?.unreachable.map((zone) => zone.zoneId) ?? [])
  const scale = steps(Math.max(0, ...times.values()), [5, 10, 15, 30, 60, 120, 300, 600])
  const zones = new Map<ZoneId, ZoneColour>()
  for (const zone of Object.values(premises.zones)) {
    const time = times.get(zone.id)
    const was = earlier?.get(zone.id)
    if (time !== undefined && !stuck.has(zone.id)) {
      const changed = was !== undefined && Math.ceil(was) !== Math.ceil(time)
      const figure = changed ? `${formatClock(was)} » ${formatClock(time)}` : formatClock(time)
      zones.set(zone.id, { ...rampColour('time', stepOf(time, scale), theme), figure })
    } else zones.set(zone.id, stuck.has(zone.id) ? noWay(zone, theme) : empty(zone, theme))
  }
  return {
    by: 'time',
    titleKey: egress ? 'map.legend.cleared' : 'map.legend.walk',
    zones,
    legend: [
      ...rampLegend('time', scale, theme, (from, to) => ({
        key: 'map.legend.range',
        params: { from: formatClock(from), to: formatClock(to) },
      })),
      ...(stuck.size > 0 ? [noWayEntry(theme)] : []),
    ],
  }
}

function byExit({ premises, theme, language, routes, before }: ColouringInput): Colouring {
  const exitOf = new Map(routes?.zones.map((zone) => [zone.zoneId, zone.first.exitId]) ?? [])
  const wasExit = new Map(before?.routes?.zones.map((zone) => [zone.zoneId, zone.first.exitId]) ?? [])
  const stuck = new Set(routes?.unreachable.map((zone) => zone.zoneId) ?? [])
  const nameOf = (id: OpeningId) => premises.openings[id]?.name ?? ''
  const counts = new Map<OpeningId, number>()
  for (const exit of [...exitOf.values(), ...wasExit.values()]) counts.set(exit, (counts.get(exit) ?? 0) + 1)
  // The exits that most rooms use get the colours that differ most.
  const used = [...counts.keys()].toSorted(
    (a, b) =>
      (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || collator(language).compare(nameOf(a) + a, nameOf(b) + b),
  )
  const zones = new Map<ZoneId, ZoneColour>()
  for (const zone of Object.values(premises.zones)) {
    const exit = exitOf.get(zone.id)
    const was = wasExit.get(zone.id)
    if (exit) {
      const figure = was && was !== exit ? `${nameOf(was)} » ${nameOf(exit)}` : nameOf(exit)
      const index = used.indexOf(exit)
      zones.set(zone.id, { ...categorySwatch(index, theme), figure, pattern: index })
    } else zones.set(zone.id, stuck.has(zone.id) ? noWay(zone, theme) : empty(zone, theme))
  }
  return {
    by: 'exit',
    titleKey: 'map.legend.exit',
    zones,
    legend: [
      ...used.map((exit, index) => ({
        fill: categorySwatch(index, theme).fill,
        label: nameOf(exit),
        pattern: index,
      })),
      ...(stuck.size > 0 ? [noWayEntry(theme)] : []),
    ],
  }
}

function timesOf(routes?: RoutesResult | null, egress?: EgressResult | null): Map<ZoneId, number> {
  if (egress) {
    const cleared = egress.perZone.filter((zone) => zone.persons > 0 && zone.exitId !== null)
    return new Map(cleared.map((zone) => [zone.id, zone.clearedS]))
  }
  return new Map(routes?.zones.map((zone) => [zone.zoneId, zone.first.timeS]) ?? [])
}

function personsText(count: number, language: Language): string {
  return formatNumber(Math.ceil(count), language, 0)
}

/** A zone without a figure: the floor, or the ground outdoors. */
function empty(zone: Zone, theme: Theme): ZoneColour {
  const { kind, colourGroup } = zoneUse(zone.use)
  if (kind === 'outdoor') return groupSwatch(colourGroup, theme)
  return { fill: themes[theme].floor, ink: theme === 'dark' ? 'light' : 'dark' }
}

const noWay = (zone: Zone, theme: Theme): ZoneColour => ({ ...empty(zone, theme), state: 'noWay' })
const noWayEntry = (theme: Theme): LegendEntry => ({
  fill: themes[theme].floor,
  label: { key: 'map.legend.noWay' },
  hatch: 'noWay',
})

/** Upper ends of equal classes, a round width each, at most as many as the ramp has steps; values above 0 only. */
export function steps(largest: number, roundWidths: readonly number[]): readonly number[] {
  if (!(largest > 0)) return []
  const top = roundWidths[roundWidths.length - 1] ?? 1
  let width = roundWidths.find((candidate) => candidate * rampSteps >= largest)
  for (let factor = 2; width === undefined; factor += 1) {
    if (top * factor * rampSteps >= largest) width = top * factor
  }
  const count = Math.ceil(largest / width - 1e-9)
  return Array.from({ length: count }, (_, index) => (index + 1) * width)
}

function stepOf(value: number, scale: readonly number[]): number {
  const index = scale.findIndex((upper) => value <= upper + 1e-9)
  return spread(index < 0 ? scale.length - 1 : index, scale.length)
}

/** With fewer classes than ramp steps, the classes spread over the whole ramp. */
function spread(index: number, count: number): number {
  return count <= 1 ? Math.floor(rampSteps / 2) : Math.round((index * (rampSteps - 1)) / (count - 1))
}

function rampLegend(
  ramp: 'time' | 'occupants',
  scale: readonly number[],
  theme: Theme,
  label: (from: number, to: number) => { key: string; params: Record<string, string> },
): LegendEntry[] {
  return scale.map((upper, index) => ({
    fill: rampSwatch(ramp, spread(index, scale.length), theme).fill,
    shade: spread(index, scale.length) / (rampSteps - 1),
    label: label(scale[index - 1] ?? 0, upper),
  }))
}

function rampColour(ramp: 'time' | 'occupants', step: number, theme: Theme): ZoneColour {
  return { ...rampSwatch(ramp, step, theme), shade: step / (rampSteps - 1) }
}
