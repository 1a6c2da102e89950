import { language, t } from '../i18n/index.ts'
import type { LevelId } from '../premises/ids.ts'
import type { Premises, Zone } from '../premises/model.ts'
import { insideEvenOdd } from '../premises/geometry/inside.ts'
import type { Point, Polygon } from '../premises/geometry/plane.ts'
import { area } from '../premises/geometry/measure.ts'
import { zoneUse } from '../premises/uses.ts'
import type { Colouring } from './colouring.ts'
import { pointFeature, type MapFeature } from './features.ts'
import { zoomFor, type Frame } from './frame.ts'
import { labelFits, type LabelFit, type LabelText } from './labelFit.ts'
import { framesOf, zonesShown } from './place.ts'

export interface LabelOptions {
  /** Bearing at the top of the screen, degrees: labels stand level on the screen. */
  readonly bearingDeg: number
  /** Written below the name where nobody gets out. */
  readonly noWayText: string
}

/** What a label says: the room's name (or number), and the figure of the colouring. */
export function labelText(zone: Zone, colouring: Colouring | null, noWayText: string): LabelText {
  const colour = colouring?.zones.get(zone.id)
  const figure = colour?.state === 'noWay' ? noWayText : colour?.figure
  const isStair = zoneUse(zone.use).kind === 'stair'
  // A stair's treads stay free: S1 says enough.
  const name = ((isStair ? shortNames(zone)[0] : undefined) ?? (zone.name || zone.number || '')).normalize(
    'NFC',
  )
  return figure ? { name, figure: figure.normalize('NFC') } : { name }
}

/**
 * What a room is still known by where its name has no space: its number, or the last word with a digit in it (S1). Bare
 * digits are marked as a room's number (P.107), since a number alone would read as its persons.
 */
export function shortNames(zone: Zone): readonly string[] {
  const last = zone.name.split(/\s+/).at(-1) ?? ''
  return [zone.number, /\d/.test(last) && last.length > 1 ? last : undefined].flatMap((name) => {
    if (!name || name === zone.name) return []
    return (/^\d+$/.test(name) ? t('map.roomNumber', { number: name }) : name).normalize('NFC')
  })
}

/** Beyond the closest zoom. */
const nearest = 99

/**
 * Labels of the zones on a level. A room has several ways to write its label, each for a span of zooms (`from` ≤ zoom <
 * `to`): name and figure on few lines near by, on more lines farther away, then the name alone, then nothing. Larger
 * rooms come first where two labels would meet.
 */
export function labelFeatures(
  premises: Premises,
  levelId: LevelId | null,
  colouring: Colouring | null,
  { bearingDeg, noWayText }: LabelOptions,
): MapFeature[] {
  const frames = framesOf(premises)
  const features: MapFeature[] = []
  const outline = levelId ? premises.levels[levelId]?.outline : undefined
  const isCovered = (zone: Zone, anchor: Point) =>
    zone.levelId === null &&
    outline !== undefined &&
    insideEvenOdd(outline, frames.ofLevel(levelId).toLocal(frames.ofZone(zone).toLonLat(anchor)))
  for (const zone of zonesShown(premises, levelId)) {
    // A lift is known by its cross.
    if (zoneUse(zone.use).kind === 'lift') continue
    const frame = frames.ofZone(zone)
    const text = labelText(zone, colouring, noWayText)
    if (!text.name && !text.figure) continue
    const angle = ((frame.bearingDeg - bearingDeg) * Math.PI) / 180
    const colour = colouring?.zones.get(zone.id)
    const look = { text, frame, angle, ink: colour?.ink ?? 'paper', fill: colour?.fill ?? '' }
    features.push(
      ...(zone.levelId === null
        ? labelsOf(zone, look, (anchor) => isCovered(zone, anchor))
        : keptLabels(zone, look)),
    )
  }
  return features
}

/** What a label is written and placed by, beside its zone. */
interface LabelLook {
  readonly text: LabelText
  readonly frame: Frame
  readonly angle: number
  readonly ink: string
  readonly fill: string
}

interface KeptLabels {
  readonly key: string
  readonly frame: Frame
  readonly features: readonly MapFeature[]
}
const kept = new WeakMap<Zone, KeptLabels>()

/** The label of a zone in all its ways, the same objects until something of it changes. */
function keptLabels(zone: Zone, look: LabelLook): readonly MapFeature[] {
  const { text, frame, angle, ink, fill } = look
  const key = JSON.stringify([text.name, text.figure, language(), angle, ink, fill])
  const before = kept.get(zone)
  if (before?.key === key && before.frame === frame) return before.features
  const features = labelsOf(zone, look, () => false)
  kept.set(zone, { key, frame, features })
  return features
}

function labelsOf(
  zone: Zone,
  { text, frame, angle, ink, fill }: LabelLook,
  isHidden: (anchor: Point) => boolean,
): readonly MapFeature[] {
  const common = { id: zone.id, sort: -area(zone.polygon), ink, fill }
  const variants = [
    ...keptFits(zone.polygon, text, angle).map((fit) => ({ fit, figure: text.figure })),
    ...(text.figure
      ? keptFits(zone.polygon, { name: text.name }, angle).map((fit) => ({ fit, figure: undefined }))
      : []),
    ...shortNames(zone).flatMap((name) =>
      keptFits(zone.polygon, { name }, angle).map((fit) => ({ fit, figure: undefined })),
    ),
  ]
  let to = nearest
  const features: MapFeature[] = []
  for (const { fit, figure } of variants) {
    const from = zoomFor(fit.metresPerPx, frame.latitude)
    if (from >= to || isHidden(fit.anchor)) continue
    const name = (figure ? fit.lines.slice(0, -1) : fit.lines).join('\n')
    const properties = { ...common, name, figure: figure ?? '', upright: fit.upright, from, to }
    features.push(pointFeature(fit.anchor, frame, properties))
    to = from
  }
  return features
}

const fits = new WeakMap<Polygon, Map<string, readonly LabelFit[]>>()

function keptFits(polygon: Polygon, text: LabelText, angle: number): readonly LabelFit[] {
  const key = `${text.name}\u0000${text.figure ?? ''}\u0000${angle.toFixed(3)}`
  let kept = fits.get(polygon)
  if (!kept) fits.set(polygon, (kept = new Map()))
  let found = kept.get(key)
  if (!found) kept.set(key, (found = labelFits(polygon, text, angle)))
  return found
}
