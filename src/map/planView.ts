import { GPUInitializationError, Map as MapLibre } from 'maplibre-gl'
import { t } from '../i18n/index.ts'
import type { ZoneId } from '../premises/ids.ts'
import type { RecordRef } from '../premises/operation.ts'
import { normalBearing, type Camera } from './camera.ts'
import { drawingPart } from './drawingPart.ts'
import { feeds, type FeedInput } from './feeds.ts'
import { layersOf, mapLayers, type MapLayer } from './layers.ts'
import { putImages } from './mapImages.ts'
import { mapSources } from './mapSources.ts'
import { startMapWorker } from './mapWorker.ts'
import type { PlanMapHandlers, PlanMapInput } from './planMapInput.ts'
import { pointing } from './pointing.ts'
import { firstCamera, steering } from './steering.ts'
import { planStyle } from './style.ts'
import { themes } from './theme.ts'

export interface PlanViewHandlers extends PlanMapHandlers {
  /** The graphics context went away (true) or came back (false). */
  readonly onLost: (lost: boolean) => void
}

/** Whether a failure to make the map is the browser's lack of WebGL 2. */
export function isWithoutGpu(error: unknown): boolean {
  return error instanceof GPUInitializationError
}

/**
 * The living map: one MapLibre map that is made once and follows its input. Every update compares what each source, layer
 * and state depends on, and touches only what changed.
 */
export class PlanView {
  private readonly map: MapLibre
  private readonly sources = mapSources(() => this.map)
  private readonly camera: ReturnType<typeof steering>
  private readonly pointer: ReturnType<typeof pointing>
  private readonly drawing: ReturnType<typeof drawingPart>
  private readonly watchers = new Set<() => void>()
  private input: PlanMapInput
  /** The input that the map shows; behind `input` until the style is there. */
  private applied: PlanMapInput
  private hover: RecordRef | null = null
  private labelBearing: number
  /** The fills that the map's zones have as their state. */
  private readonly fills = new Map<string, string | null>()
  private labelZoom = Number.NaN
  private ready = false
  private writing = 0
  private seen: Camera

  /** Throws where the browser gives no WebGL 2 context (`isWithoutGpu`). */
  constructor(
    container: HTMLElement,
    input: PlanMapInput,
    private readonly handlers: PlanViewHandlers,
  ) {
    startMapWorker()
    this.input = input
    this.applied = input
    this.seen = firstCamera(input, container)
    this.labelBearing = roundedBearing(this.seen.bearing)
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    this.map = new MapLibre({
      container,
      style: planStyle(themes[input.theme], input.layers, this.sources.first(this.feedInput())),
      center: [this.seen.longitude, this.seen.latitude],
      zoom: this.seen.zoom,
      bearing: this.seen.bearing,
      minZoom: 12,
      maxZoom: 24,
      maxPitch: 0,
      pitchWithRotate: false,
      renderWorldCopies: false,
      attributionControl: false,
      fadeDuration: still ? 0 : 120,
      reduceMotion: still,
      clickTolerance: 5,
      // The style is our own and a test validates it; checking it again costs every start.
      validateStyle: false,
      locale: { 'Map.Title': t('map.canvas') },
    })
    this.map.touchPitch.disable()
    this.camera = steering(this.map, input.camera === null)
    this.pointer = pointing(
      this.map,
      () => this.input,
      handlers,
      (record) => {
        this.hover = record
        this.feed()
      },
    )
    this.drawing = drawingPart(
      this.map,
      () => this.input,
      handlers,
      () => this.pointer.letGo(),
    )
    this.listen()
  }

  update(next: PlanMapInput): void {
    this.input = next
    if (this.ready) this.apply()
  }

  readonly zoomBy = (step: number): void => this.camera.zoomBy(step)
  readonly turnNorth = (): void => this.camera.turnNorth(this.input)
  readonly fitLevel = (): void => this.camera.fitLevel(this.input)

  /** Calls back whenever the camera moves, until the returned function is called; for the scale bar and the arrow. */
  readonly watchCamera = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => {
      this.watchers.delete(watcher)
    }
  }

  readonly cameraNow = (): Camera => this.seen

  destroy(): void {
    clearTimeout(this.writing)
    this.pointer.stop()
    this.drawing.stop()
    this.map.remove()
  }

  private listen(): void {
    const { map } = this
    map.on('style.load', () => {
      putImages(map, this.input.theme)
      this.ready = true
      this.fills.clear()
      this.colour()
      this.fitLabels()
      this.apply()
      this.drawing.follow(true)
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
      this.handlers.onCamera?.(this.camera.report())
    })
    map.on('idle', () => this.markDrawn(true))
    map.on('resize', () => this.camera.resized(this.input))
    // The map makes its style anew after a loss, and tells so by `style.load`; feature states and promises are gone.
    map.on('webglcontextlost', () => {
      this.ready = false
      this.labelZoom = Number.NaN
      this.sources.forget()
      this.handlers.onLost(true)
    })
    map.on('webglcontextrestored', () => this.handlers.onLost(false))
  }

  private apply(): void {
    const [before, next] = [this.applied, this.input]
    this.applied = next
    if (next.theme !== before.theme) this.restyle()
    if (next.layers !== before.layers) this.showLayers()
    if (next.language !== before.language) this.map.getCanvas().setAttribute('aria-label', t('map.canvas'))
    if (next.colouring !== before.colouring) this.colour()
    this.feed()
    if (next.levelId !== before.levelId) this.prepareNeighbours()
    if (next.placing !== before.placing) this.pointer.showCursor()
    this.drawing.follow(next.theme !== before.theme)
    this.camera.follow(before, next)
  }

  private feed(): void {
    if (!this.ready) return
    // Under the pen the plan comes first; names and hatching follow when the hand rests.
    const waiting = this.input.drawing ? writtenLater : undefined
    if (this.sources.send(this.feedInput(), waiting)) this.markDrawn(false)
    clearTimeout(this.writing)
    if (waiting) this.writing = window.setTimeout(() => this.write(), restMs)
  }

  private write(): void {
    if (this.ready && this.sources.send(this.feedInput())) this.markDrawn(false)
  }

  private feedInput(): FeedInput {
    return { ...this.input, hover: this.hover, labelBearing: this.labelBearing }
  }

  /** `data-drawn` on the container says that nothing is under way any more: for tests and for printing. */
  private markDrawn(drawn: boolean): void {
    this.map.getContainer().toggleAttribute('data-drawn', drawn)
    if (drawn) this.handlers.onDrawn?.()
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
        for (const { source, features } of feeds)
          if (source === 'plan' || source === 'labels') features(input)
      })
    }
  }

  /** Fills of zones are feature state: a new figure colours the map without new geometry. */
  private colour(): void {
    const { colouring, premises } = this.input
    for (const id of Object.keys(premises.zones)) {
      const fill = colouring?.zones.get(id as ZoneId)?.fill ?? null
      if (this.fills.get(id) === fill) continue
      this.fills.set(id, fill)
      this.map.setFeatureState({ source: 'plan', id }, { fill })
    }
  }

  /** Labels are shown from the zoom at which each fits its room; the filter moves in eighths of a zoom level. */
  private fitLabels(): void {
    const zoom = Math.floor(this.map.getZoom() * 8) / 8
    if (zoom === this.labelZoom || !this.ready) return
    this.labelZoom = zoom
    const shown = zoom + 0.06
    this.map.setFilter('label', ['all', ['<=', ['get', 'from'], shown], ['>', ['get', 'to'], shown]])
  }

  private restyle(): void {
    for (const layer of mapLayers(themes[this.input.theme])) {
      for (const [name, value] of Object.entries(layer.paint ?? {})) {
        this.map.setPaintProperty(layer.id, name as never, value as never)
      }
    }
    putImages(this.map, this.input.theme)
  }

  private showLayers(): void {
    for (const [name, ids] of Object.entries(layersOf)) {
      const visibility = this.input.layers[name as MapLayer] ? 'visible' : 'none'
      for (const id of ids) this.map.setLayoutProperty(id, 'visibility', visibility)
    }
  }

  private moved(): void {
    this.seen = this.camera.now()
    for (const watcher of this.watchers) watcher()
  }
}

/** Sources that follow a moment after the plan while it is drawn, and how long the hand rests before, milliseconds. */
const writtenLater: ReadonlySet<string> = new Set(['labels', 'hatch'])
const restMs = 160

/** Labels are laid out anew every 15° that the map is turned. */
function roundedBearing(bearing: number): number {
  return normalBearing(Math.round(bearing / 15) * 15)
}
