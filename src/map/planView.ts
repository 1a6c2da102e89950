import { Map as MapLibre, type GeoJSONSource, type MapMouseEvent } from 'maplibre-gl'
import { t } from '../i18n/index.ts'
import type { RecordRef } from '../premises/operation.ts'
import { fitCamera, noPadding, normalBearing, revealingPan, sameCamera, closestZoom, type Camera, type Padding } from './camera.ts'
import { nothing } from './features.ts'
import { feeds, type FeedInput } from './feeds.ts'
import { metresPerPx } from './frame.ts'
import { drawArrow, drawHatch, drawSign, signParts, type SignName } from './icons.ts'
import { layersOf, mapLayers, type MapLayer } from './layers.ts'
import { startMapWorker } from './mapWorker.ts'
import { marksOf } from './marks.ts'
import { sameRecord, thingsAt } from './pick.ts'
import { extentOfRecord, framesOf, levelExtent } from './place.ts'
import type { PlanMapHandlers, PlanMapInput } from './planMapInput.ts'
import { sourceFeed } from './sourceFeed.ts'
import { planStyle } from './style.ts'
import { signs, themes } from './theme.ts'

export interface PlanViewHandlers extends PlanMapHandlers {
  /** The graphics context went away (true) or came back (false). */
  readonly onLost: (lost: boolean) => void
}

/**
 * The living map: one MapLibre map that is made once and follows its input. Every update compares what each source, layer
 * and state depends on, and touches only what changed.
 */
export class PlanView {
  private readonly map: MapLibre
  private readonly send = new Map<string, ReturnType<typeof sourceFeed>>()
  private readonly sent = new Map<string, readonly unknown[]>()
  private input: PlanMapInput
  private hover: RecordRef | null = null
  private labelBearing: number
  private labelZoom = Number.NaN
  private reported: Camera | null = null
  private ready = false
  private lastTap: { x: number; y: number; record: RecordRef } | null = null
  private pointerFrame = 0
  private readonly watchers = new Set<() => void>()
  private seen: Camera

  /** Throws where the browser gives no WebGL 2 context. */
  constructor(
    container: HTMLElement,
    input: PlanMapInput,
    private readonly handlers: PlanViewHandlers,
  ) {
    startMapWorker()
    this.input = input
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const camera = input.camera ?? this.levelCamera(container) ?? this.anchorCamera()
    this.seen = camera
    this.labelBearing = roundedBearing(camera.bearing)
    const first = this.feedInput()
    for (const { source, dependsOn } of feeds) this.sent.set(source, dependsOn(first))
    this.map = new MapLibre({
      container,
      style: planStyle(
        themes[input.theme],
        input.layers,
        (source) => feeds.find((feed) => feed.source === source)?.features(first) ?? nothing,
      ),
      center: [camera.longitude, camera.latitude],
      zoom: camera.zoom,
      bearing: camera.bearing,
      minZoom: 12,
      maxZoom: 24,
      maxPitch: 0,
      pitchWithRotate: false,
      renderWorldCopies: false,
      attributionControl: false,
      fadeDuration: still ? 0 : 120,
      reduceMotion: still,
      clickTolerance: 5,
      // Text sizes and figures on a plan are read as they are: no second copy of the style is kept to validate it.
      validateStyle: import.meta.env.DEV,
      locale: { 'Map.Title': t('map.canvas') },
    })
    this.map.touchZoomRotate.enable()
    this.map.touchPitch.disable()
    this.makeFeeds()
    this.listen()
  }

  update(next: PlanMapInput): void {
    const before = this.input
    this.input = next
    if (!this.ready) return
    if (next.theme !== before.theme) this.restyle()
    if (next.layers !== before.layers) this.showLayers()
    if (next.language !== before.language) this.map.getCanvas().setAttribute('aria-label', t('map.canvas'))
    if (next.colouring !== before.colouring) this.colour()
    this.feed()
    if (next.levelId !== before.levelId) this.prepareNeighbours()
    this.follow(before)
    if (next.placing !== before.placing) this.setCursor()
  }

  zoomBy(step: number): void {
    this.map.zoomTo(this.map.getZoom() + step, { duration: this.duration() })
  }

  /** North up; the plan's own axes up where north is up already. */
  turnNorth(): void {
    const north = Math.abs(normalBearing(this.map.getBearing())) < 0.5
    const plan = framesOf(this.input.premises).ofLevel(this.input.levelId).bearingDeg
    this.map.rotateTo(north ? normalBearing(plan) : 0, { duration: this.duration() })
  }

  /** The whole level into view. */
  fitLevel(): void {
    const camera = this.levelCamera(this.map.getContainer())
    if (camera) this.goTo(camera)
  }

  /** Calls back whenever the camera moves, until the returned function is called; for the scale bar and the arrow. */
  readonly watchCamera = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => {
      this.watchers.delete(watcher)
    }
  }

  readonly cameraNow = (): Camera => this.seen

  destroy(): void {
    cancelAnimationFrame(this.pointerFrame)
    this.map.remove()
  }

  private listen(): void {
    const { map } = this
    map.on('style.load', () => {
      this.addImages()
      this.ready = true
      this.colour()
      this.fitLabels()
      this.feed()
      this.moved()
      this.prepareNeighbours()
    })
    map.on('move', () => {
      this.fitLabels()
      this.moved()
    })
    map.on('moveend', () => {
      const bearing = roundedBearing(map.getBearing())
      if (bearing !== this.labelBearing) {
        this.labelBearing = bearing
        this.feed()
      }
      this.reported = this.camera()
      this.handlers.onCamera?.(this.reported)
    })
    map.on('idle', () => this.markDrawn(true))
    map.on('resize', () => this.reveal())
    map.on('click', (event) => this.tap(event))
    map.on('mousemove', (event) => this.point(event))
    map.on('mouseout', () => this.setHover(null))
    map.on('dragstart', () => this.setHover(null))
    // The map makes its style anew after a loss, and tells so by `style.load`; feature states and promises are gone.
    map.on('webglcontextlost', () => {
      this.ready = false
      this.sent.clear()
      this.makeFeeds()
      this.handlers.onLost(true)
    })
    map.on('webglcontextrestored', () => this.handlers.onLost(false))
    map.on('error', ({ error }) => {
      console.error(error)
    })
  }

  /** `data-drawn` on the container says that nothing is under way any more: for tests and for printing. */
  private markDrawn(drawn: boolean): void {
    this.map.getContainer().toggleAttribute('data-drawn', drawn)
  }

  private makeFeeds(): void {
    for (const { source } of feeds) {
      this.send.set(source, sourceFeed(() => this.map.getSource<GeoJSONSource>(source)))
    }
  }

  private feedInput(): FeedInput {
    return { ...this.input, hover: this.hover, labelBearing: this.labelBearing }
  }

  private feed(): void {
    const input = this.feedInput()
    for (const { source, dependsOn, features } of feeds) {
      const now = dependsOn(input)
      const before = this.sent.get(source)
      if (before && now.every((value, index) => Object.is(value, before[index]))) continue
      this.sent.set(source, now)
      this.markDrawn(false)
      this.send.get(source)?.(features(input))
    }
  }

  /** The levels above and below are drawn ahead in idle moments, so that stepping through them does not wait. */
  private prepareNeighbours(): void {
    if (!('requestIdleCallback' in window)) return
    const { premises, levelId } = this.input
    const here = levelId ? premises.levels[levelId] : undefined
    const beside = Object.values(premises.levels).filter(
      (level) => here && level.buildingId === here.buildingId && Math.abs(level.ordinal - here.ordinal) === 1,
    )
    for (const level of beside) {
      requestIdleCallback(() => {
        if (this.input.premises !== premises) return
        const input = { ...this.feedInput(), levelId: level.id }
        for (const { source, features } of feeds) if (source === 'plan' || source === 'labels') features(input)
      })
    }
  }

  /** Fills of zones are feature state: a new figure colours the map without new geometry. */
  private colour(): void {
    const { colouring, premises } = this.input
    for (const id of Object.keys(premises.zones)) {
      const fill = colouring?.zones.get(id as never)?.fill
      this.map.setFeatureState({ source: 'plan', id }, { fill: fill ?? null })
    }
  }

  /** Labels are shown from the zoom at which each fits its room; the filter moves in eighths of a zoom level. */
  private fitLabels(): void {
    const zoom = Math.floor(this.map.getZoom() * 8) / 8
    if (zoom === this.labelZoom) return
    this.labelZoom = zoom
    this.map.setFilter('label', ['all', ['<=', ['get', 'from'], zoom + 0.06], ['>', ['get', 'to'], zoom + 0.06]])
  }

  private addImages(): void {
    const ratio = Math.max(2, Math.ceil(devicePixelRatio))
    const theme = themes[this.input.theme]
    const images: Record<string, ImageData> = {
      'arrow-white': drawArrow(ratio, '#ffffff'),
      'arrow-green': drawArrow(ratio, signs.wayOut),
      noWay: drawHatch('noWay', ratio, theme),
      closed: drawHatch('closed', ratio, theme),
    }
    for (const name of Object.keys(signParts)) images[name] = drawSign(name as SignName, ratio)
    for (const [name, image] of Object.entries(images)) {
      if (this.map.hasImage(name)) this.map.updateImage(name, image)
      else this.map.addImage(name, image, { pixelRatio: ratio })
    }
  }

  private restyle(): void {
    for (const layer of mapLayers(themes[this.input.theme])) {
      for (const [name, value] of Object.entries(layer.paint ?? {})) {
        this.map.setPaintProperty(layer.id, name as never, value as never)
      }
    }
    this.addImages()
  }

  private showLayers(): void {
    for (const [name, ids] of Object.entries(layersOf)) {
      const visibility = this.input.layers[name as MapLayer] ? 'visible' : 'none'
      for (const id of ids) this.map.setLayoutProperty(id, 'visibility', visibility)
    }
  }

  private follow(before: PlanMapInput): void {
    const next = this.input
    if (next.flyTo !== before.flyTo) return this.flyToSelection()
    const given = next.camera
    if (given && given !== before.camera && !(this.reported && sameCamera(given, this.reported))) {
      if (!sameCamera(given, this.camera())) this.goTo(given)
      return
    }
    if (!given && before.camera) return this.fitLevel()
    const own = (input: PlanMapInput) => (input.levelId ? input.premises.levels[input.levelId]?.buildingId : null)
    if (next.levelId !== before.levelId && (own(next) !== own(before) || !given)) return this.fitLevel()
    if (next.selection !== before.selection || next.padding !== before.padding) this.reveal()
  }

  private flyToSelection(): void {
    const { premises, selection, levelId, padding = noPadding } = this.input
    const extent = selection ? extentOfRecord(premises, selection, levelId) : null
    if (!extent) return this.fitLevel()
    const camera = fitCamera(extent.points, extent.frame, {
      bearing: this.map.getBearing(),
      viewport: sizeOf(this.map.getContainer()),
      padding,
      border: 96,
      maxZoom: 20.6,
    })
    // A thing that is seen well enough already is only brought into the free part.
    if (camera && camera.zoom < this.map.getZoom() + 1.2 && this.map.getZoom() <= camera.zoom + 0.01 && this.isInView(extent)) {
      return this.reveal()
    }
    if (camera) this.goTo(camera)
  }

  private isInView(extent: NonNullable<ReturnType<typeof extentOfRecord>>): boolean {
    const { width, height } = sizeOf(this.map.getContainer())
    const box = this.boxOf(extent)
    return box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height
  }

  /** Panels never hide the selected thing: it is moved out from under them. */
  private reveal(): void {
    const { premises, selection, levelId, padding = noPadding } = this.input
    const extent = selection ? extentOfRecord(premises, selection, levelId) : null
    if (!extent) return
    const pan = revealingPan(this.boxOf(extent), sizeOf(this.map.getContainer()), padding)
    if (pan) this.map.panBy([pan[0], pan[1]], { duration: this.duration() })
  }

  private boxOf({ frame, points }: NonNullable<ReturnType<typeof extentOfRecord>>) {
    const seen = points.map((point) => this.map.project(frame.toLonLat(point)))
    const xs = seen.map((point) => point.x)
    const ys = seen.map((point) => point.y)
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
  }

  private goTo(camera: Camera): void {
    const { longitude, latitude, zoom, bearing } = camera
    const duration = this.duration()
    const options = { center: [longitude, latitude] as [number, number], zoom, bearing }
    if (duration === 0) this.map.jumpTo(options)
    else this.map.easeTo({ ...options, duration })
  }

  private duration(): number {
    return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 350
  }

  private moved(): void {
    this.seen = this.camera()
    for (const watcher of this.watchers) watcher()
  }

  private camera(): Camera {
    const { lng, lat } = this.map.getCenter()
    return {
      longitude: lng,
      latitude: lat,
      zoom: this.map.getZoom(),
      bearing: normalBearing(this.map.getBearing()),
    }
  }

  private levelCamera(container: HTMLElement): Camera | null {
    const { premises, levelId, padding = noPadding } = this.input
    const extent = levelId ? levelExtent(premises, levelId) : null
    if (!extent) return null
    return fitCamera(extent.points, extent.frame, {
      bearing: extent.frame.bearingDeg,
      viewport: sizeOf(container),
      padding: besideControls(padding),
      maxZoom: closestZoom,
    })
  }

  private anchorCamera(): Camera {
    const { longitude, latitude, bearingDeg } = this.input.premises.facility.placement
    return { longitude, latitude, zoom: 19, bearing: normalBearing(bearingDeg) }
  }

  private tap(event: MapMouseEvent): void {
    const { lng, lat } = event.lngLat
    if (this.input.placing) return this.handlers.onPlace?.([lng, lat])
    const found = this.thingsUnder(event)
    const { x, y } = event.point
    // A second tap on the same spot takes what lies beneath.
    const again =
      this.lastTap && Math.hypot(this.lastTap.x - x, this.lastTap.y - y) < 6 && sameRecord(this.lastTap.record, this.input.selection)
        ? found.findIndex((record) => sameRecord(record, this.input.selection))
        : -1
    const record = found[(again + 1) % Math.max(1, found.length)] ?? null
    this.lastTap = record ? { x, y, record } : null
    this.handlers.onSelect?.(record)
  }

  private point(event: MapMouseEvent): void {
    cancelAnimationFrame(this.pointerFrame)
    this.pointerFrame = requestAnimationFrame(() => {
      if (!this.input.placing && !this.map.isMoving()) this.setHover(this.thingsUnder(event)[0] ?? null)
    })
  }

  private setHover(record: RecordRef | null): void {
    if (sameRecord(record, this.hover)) return
    this.hover = record
    this.setCursor()
    if (this.ready) this.feed()
    this.handlers.onHover?.(record)
  }

  private setCursor(): void {
    this.map.getCanvas().style.cursor = this.input.placing ? 'crosshair' : this.hover ? 'pointer' : ''
  }

  private thingsUnder(event: MapMouseEvent): readonly RecordRef[] {
    const { premises, levelId, assumptions, problems, layers } = this.input
    const { lng, lat } = event.lngLat
    const touch = 'pointerType' in event.originalEvent && event.originalEvent.pointerType === 'touch'
    return thingsAt({
      premises,
      levelId,
      at: [lng, lat],
      metresPerPx: metresPerPx(this.map.getZoom(), lat),
      reachPx: touch ? 18 : 7,
      marks: marksOf({ premises, levelId, assumptions, problems: problems ?? [] }).filter(
        (mark) => layers.assembly || mark.sign !== 'assembly',
      ),
    })
  }
}

/** A whole level is shown beside the level switcher and the map's own buttons, not beneath them. */
function besideControls({ top, right, bottom, left }: Padding): Padding {
  return { top, right: right + 32, bottom: bottom + 8, left: left + 40 }
}

function sizeOf(element: HTMLElement) {
  return { width: element.clientWidth, height: element.clientHeight }
}

/** Labels are laid out anew every 15° that the map is turned. */
function roundedBearing(bearing: number): number {
  return normalBearing(Math.round(bearing / 15) * 15)
}

