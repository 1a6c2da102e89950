import type { Map as MapLibre } from 'maplibre-gl'
import type { DrawOnMap } from './draw/drawOnMap.ts'
import { mapLayers } from './layers.ts'
import type { PlanMapHandlers, PlanMapInput } from './planMapInput.ts'
import { themes } from './theme.ts'
import { underlaysShown } from './underlay/shown.ts'
import type { underlayLayer } from './underlay/underlayLayer.ts'

/** What the floors let through while a picture beneath them is drawn over. */
const seenThrough: Readonly<Record<string, number>> = { zone: 0.35, slab: 0, opening: 0 }

/**
 * The tools of drawing and the pictures beneath a level. Both are fetched when first needed: they are no part of the first
 * download. `onStart`: the tools have taken the pointer over.
 */
export function drawingPart(
  map: MapLibre,
  inputNow: () => PlanMapInput,
  handlers: PlanMapHandlers,
  onStart: () => void,
) {
  let tools: DrawOnMap | 'loading' | null = null
  let underlays: ReturnType<typeof underlayLayer> | 'loading' | null = null
  let isOver = false
  let isSeenThrough = false

  const followTools = () => {
    if (tools === 'loading') return
    if (!inputNow().drawing) {
      tools?.stop()
      tools = null
      return
    }
    if (tools) return tools.update()
    tools = 'loading'
    onStart()
    const moved = () => {
      if (underlays !== 'loading') underlays?.moved()
    }
    import('./draw/drawOnMap.ts').then(
      ({ drawOnMap }) => {
        tools = isOver || !inputNow().drawing ? null : drawOnMap(map, inputNow, handlers, moved)
      },
      // Offline before it was ever fetched: the next change tries again.
      () => (tools = null),
    )
  }

  const followUnderlays = () => {
    if (underlays === 'loading') return
    if (underlays) return underlays.update()
    if (underlaysShown(inputNow()).length === 0) return
    underlays = 'loading'
    import('./underlay/underlayLayer.ts').then(
      ({ underlayLayer }) => {
        underlays = null
        if (isOver) return
        underlays = underlayLayer(map, inputNow, () =>
          tools === 'loading' ? null : (tools?.places() ?? null),
        )
        underlays.update()
      },
      () => (underlays = null),
    )
  }

  /** `anew`: the style has just been made or repainted. */
  const seeThrough = (anew: boolean) => {
    const input = inputNow()
    const next = Boolean(input.drawing) && underlaysShown(input).length > 0
    if (next === isSeenThrough && !anew) return
    isSeenThrough = next
    for (const layer of mapLayers(themes[input.theme])) {
      const through = seenThrough[layer.id]
      if (through === undefined || layer.type !== 'fill') continue
      map.setPaintProperty(layer.id, 'fill-opacity', next ? through : (layer.paint?.['fill-opacity'] ?? 1))
    }
  }

  return {
    follow: (anew: boolean) => {
      seeThrough(anew)
      followUnderlays()
      followTools()
    },
    stop: () => {
      isOver = true
      if (tools !== 'loading') tools?.stop()
      if (underlays !== 'loading') underlays?.stop()
    },
  }
}
