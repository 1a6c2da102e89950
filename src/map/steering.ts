import type { Map as MapLibre } from 'maplibre-gl'
import type { Point } from '../premises/geometry/plane.ts'
import type { LevelId } from '../premises/ids.ts'
import type { Premises } from '../premises/model.ts'
import {
  closestZoom,
  fitCamera,
  noPadding,
  normalBearing,
  revealingPan,
  sameCamera,
  type Camera,
  type Padding,
} from './camera.ts'
import { extentOfRecord, framesOf, levelExtent } from './place.ts'
import type { PlanMapInput } from './planMapInput.ts'

type Extent = NonNullable<ReturnType<typeof extentOfRecord>>

/** Border round a selected thing that is flown to, CSS pixels, and the zoom that is near enough. */
const selectedBorderPx = 96
const selectedZoom = 20.6
/** How much squared paper an empty level shows, metres. */
const paperM = 40

/** The camera that a map starts with: the one that is given, else the whole level, else the site's anchor. */
export function firstCamera(input: PlanMapInput, container: HTMLElement): Camera {
  const { longitude, latitude, bearingDeg } = input.premises.facility.placement
  return (
    input.camera ??
    levelCamera(input, container) ?? { longitude, latitude, zoom: 19, bearing: normalBearing(bearingDeg) }
  )
}

/** Moves the map's camera as the desk's input asks, and as the map's own buttons do. */
export function steering(map: MapLibre, startsFitted: boolean) {
  /** The camera that was reported last: when it comes back as input, nothing moves. */
  let reported: Camera | null = null
  /** The whole level is in view, and nobody has moved the map since. */
  let isFitted = startsFitted
  /** The middle of the map on the page: what is drawn stays where it is when panels come and go beside it. */
  let seenAt = placeOf(map)
  map.on('movestart', (event) => {
    if (event.originalEvent) isFitted = false
  })

  const duration = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 350)

  const now = (): Camera => {
    const { lng, lat } = map.getCenter()
    return { longitude: lng, latitude: lat, zoom: map.getZoom(), bearing: normalBearing(map.getBearing()) }
  }

  const goTo = ({ longitude, latitude, zoom, bearing }: Camera) => {
    const options = { center: [longitude, latitude] as [number, number], zoom, bearing }
    if (duration() === 0) map.jumpTo(options)
    else map.easeTo({ ...options, duration: duration() })
  }

  const fitLevel = (input: PlanMapInput) => {
    const camera = levelCamera(input, map.getContainer())
    if (!camera) return
    goTo(camera)
    isFitted = true
  }

  const boxOf = ({ frame, points }: Extent) => {
    const seen = points.map((point) => map.project(frame.toLonLat(point)))
    const xs = seen.map((point) => point.x)
    const ys = seen.map((point) => point.y)
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
  }

  const selected = ({ premises, selection, levelId }: PlanMapInput) =>
    selection ? extentOfRecord(premises, selection, levelId) : null

  /** Panels never hide the selected thing: it is moved out from under them. */
  const reveal = (input: PlanMapInput) => {
    const extent = selected(input)
    const pan = extent && revealingPan(boxOf(extent), sizeOf(map.getContainer()), input.padding ?? noPadding)
    if (!pan) return
    isFitted = false
    map.panBy([pan[0], pan[1]], { duration: duration() })
  }

  const flyToSelection = (input: PlanMapInput) => {
    const extent = selected(input)
    if (!extent) return fitLevel(input)
    const viewport = sizeOf(map.getContainer())
    const camera = fitCamera(extent.points, extent.frame, {
      bearing: map.getBearing(),
      viewport,
      padding: input.padding ?? noPadding,
      border: selectedBorderPx,
      maxZoom: selectedZoom,
    })
    if (!camera) return
    // What is seen well enough already is only brought into the free part.
    const { left, right, top, bottom } = boxOf(extent)
    const isSeen = left >= 0 && top >= 0 && right <= viewport.width && bottom <= viewport.height
    const isNear = map.getZoom() > camera.zoom - 1.2 && map.getZoom() <= camera.zoom + 0.01
    if (isSeen && isNear) reveal(input)
    else {
      isFitted = false
      goTo(camera)
    }
  }

  return {
    now,
    fitLevel,
    reveal,
    /** What the camera does after the input has changed from `before` to `next`. */
    follow: (before: PlanMapInput, next: PlanMapInput) => {
      if (next.flyTo !== before.flyTo) return flyToSelection(next)
      if (!before.drawing && next.drawing && isBareHere(next)) return fitLevel(next)
      const given = next.camera
      if (given && given !== before.camera && !(reported && sameCamera(given, reported))) {
        if (sameCamera(given, now())) return
        isFitted = false
        return goTo(given)
      }
      if (!given && before.camera) return fitLevel(next)
      const isOtherBuilding = buildingOf(next) !== buildingOf(before)
      if (next.levelId !== before.levelId && (isOtherBuilding || !given)) return fitLevel(next)
      // Under the pen the paper lies still, whatever is picked or made.
      if (next.drawing) return
      if (next.selection !== before.selection || next.padding !== before.padding) reveal(next)
    },
    /** The map became larger or smaller: a whole level stays whole, else what is selected stays in view. */
    resized: (input: PlanMapInput) => {
      const was = seenAt
      seenAt = placeOf(map)
      if (input.drawing) return map.panBy([seenAt[0] - was[0], seenAt[1] - was[1]], { duration: 0 })
      const camera = isFitted ? levelCamera(input, map.getContainer()) : null
      if (camera)
        map.jumpTo({
          center: [camera.longitude, camera.latitude],
          zoom: camera.zoom,
          bearing: camera.bearing,
        })
      else reveal(input)
    },
    /** The camera that is told to the desk. */
    report: (): Camera => (reported = now()),
    zoomBy: (step: number) => {
      isFitted = false
      map.zoomTo(map.getZoom() + step, { duration: duration() })
    },
    /** North up; the plan's own axes up where north is up already. */
    turnNorth: ({ premises, levelId }: PlanMapInput) => {
      isFitted = false
      const isNorth = Math.abs(normalBearing(map.getBearing())) < 0.5
      const plan = framesOf(premises).ofLevel(levelId).bearingDeg
      map.rotateTo(isNorth ? normalBearing(plan) : 0, { duration: duration() })
    },
  }
}

function placeOf(map: MapLibre): readonly [number, number] {
  const { left, top, width, height } = map.getContainer().getBoundingClientRect()
  return [left + width / 2, top + height / 2]
}

function isBareHere({ premises, levelId }: PlanMapInput): boolean {
  return !Object.values(premises.zones).some((zone) => zone.levelId === levelId)
}

function buildingOf({ premises, levelId }: PlanMapInput) {
  return levelId ? premises.levels[levelId]?.buildingId : null
}

function levelCamera(
  { premises, levelId, padding = noPadding, drawing }: PlanMapInput,
  container: HTMLElement,
): Camera | null {
  if (!levelId) return null
  const extent = levelExtent(premises, levelId, Boolean(drawing)) ?? bareExtent(premises, levelId)
  return fitCamera(extent.points, extent.frame, {
    bearing: extent.frame.bearingDeg,
    viewport: sizeOf(container),
    padding: besideControls(padding),
    maxZoom: closestZoom,
  })
}

/** Where nothing is drawn yet: the extent of the nearest storey of the building that is, else a stretch of squared paper. */
function bareExtent(premises: Premises, levelId: LevelId) {
  const here = premises.levels[levelId]
  const others = Object.values(premises.levels)
    .filter((level) => here && level.buildingId === here.buildingId && level.id !== levelId)
    .toSorted(
      (a, b) => Math.abs(a.ordinal - (here?.ordinal ?? 0)) - Math.abs(b.ordinal - (here?.ordinal ?? 0)),
    )
  for (const level of others) {
    const extent = levelExtent(premises, level.id)
    if (extent) return extent
  }
  const [x, y] = [paperM / 2, (paperM * 3) / 8]
  const points: readonly Point[] = [[-x, -y], [x, -y], [x, y], [-x, y]] // prettier-ignore
  return { frame: framesOf(premises).ofLevel(levelId), points }
}

/** A whole level is shown beside the level switcher and the map's own buttons, not beneath them. */
function besideControls({ top, right, bottom, left }: Padding): Padding {
  return { top, right: right + 32, bottom: bottom + 8, left: left + 40 }
}

function sizeOf(element: HTMLElement) {
  return { width: element.clientWidth, height: element.clientHeight }
}
