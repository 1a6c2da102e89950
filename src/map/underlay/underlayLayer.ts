import type { CustomLayerInterface, Map as MapLibre } from 'maplibre-gl'
import { t } from '../../i18n/index.ts'
import type { Point } from '../../premises/geometry/plane.ts'
import type { Underlay } from '../../premises/model.ts'
import { planPoint, type UnderlayPlace } from '../../premises/underlay.ts'
import { viewOf, type View } from '../draw/view.ts'
import { framesOf } from '../place.ts'
import type { PlanMapInput } from '../planMapInput.ts'
import { missingFrames } from './missing.ts'
import { underlaysShown } from './shown.ts'
import { decoded, quadrilaterals, textureOf } from './texture.ts'

const layerId = 'underlays'
/** The pictures lie on the paper and beneath the floor. */
const beneath = 'slab'

interface Held {
  bitmap: ImageBitmap | null
  texture: WebGLTexture | null
  state: 'asked' | 'there' | 'missing'
}

/**
 * Pictures beneath the level as a layer of our own: corners are computed in full precision, and textures have mipmaps.
 * `placesNow`: where they lie while one is being dragged.
 */
export function underlayLayer(
  map: MapLibre,
  inputNow: () => PlanMapInput,
  placesNow: () => ReadonlyMap<string, UnderlayPlace> | null,
) {
  const pictures = new Map<string, Held>()
  let quads: ReturnType<typeof quadrilaterals> | null = null
  let context: WebGL2RenderingContext | null = null
  let isOver = false
  const missing = missingFrames(map.getContainer())

  const ask = (name: string, gl: WebGL2RenderingContext) => {
    const held: Held = { bitmap: null, texture: null, state: 'asked' }
    pictures.set(name, held)
    const address = inputNow().pictureUrl?.(name) ?? Promise.resolve(null)
    void address
      .catch(() => null)
      .then((url) => (url === null ? null : decoded(url, gl.getParameter(gl.MAX_TEXTURE_SIZE) as number)))
      .then((bitmap) => {
        if (isOver) return bitmap?.close()
        held.bitmap = bitmap
        held.state = bitmap ? 'there' : 'missing'
        map.triggerRepaint()
      })
  }

  const cornersOf = (underlay: Underlay, place: UnderlayPlace, view: View): readonly Point[] => {
    const { widthPx: w, heightPx: h } = underlay
    const pixels: readonly Point[] = [[0, 0], [w, 0], [0, h], [w, h]] // prettier-ignore
    return pixels.map((pixel) => view.toScreen(planPoint(place, pixel)))
  }

  const layer: CustomLayerInterface = {
    id: layerId,
    type: 'custom',
    onAdd: (_, gl) => {
      context = gl
      quads = quadrilaterals(gl)
      // After a loss of the graphics context its textures are gone; the bitmaps are still there.
      for (const held of pictures.values()) held.texture = null
    },
    onRemove: (_, gl) => {
      quads?.remove()
      quads = null
      for (const held of pictures.values()) {
        gl.deleteTexture(held.texture)
        held.texture = null
      }
    },
    render: (gl) => {
      const input = inputNow()
      const shown = underlaysShown(input)
      const places = placesNow()
      const view = viewOf(map, framesOf(input.premises).ofLevel(input.levelId))
      const gone: { ring: readonly Point[]; name: string }[] = []
      for (const underlay of shown) {
        const held = pictures.get(underlay.picture)
        if (!held) ask(underlay.picture, gl)
        const corners = cornersOf(underlay, places?.get(underlay.id) ?? underlay, view)
        if (held?.state === 'missing') {
          const [a, b, d, c] = corners
          if (a && b && c && d) gone.push({ ring: [a, b, c, d], name: underlay.name })
        }
        if (!held?.bitmap) continue
        held.texture ??= textureOf(gl, held.bitmap)
        if (!held.texture) continue
        const clip = corners.map(([x, y]) => [(x / view.width) * 2 - 1, 1 - (y / view.height) * 2] as const)
        const { underlay: work } = input.drawing ?? {}
        const opacity = work?.id === underlay.id ? work.opacity : undefined
        quads?.draw(held.texture, clip, opacity ?? underlay.opacity)
      }
      missing.show(gone, (name) => t('mapdraw.pictureMissing', { name }))
    },
  }

  const put = () => {
    if (map.getLayer(layerId) || !map.getLayer(beneath)) return
    map.addLayer(layer, beneath)
  }

  return {
    /** The input has changed, or the map has a new style. */
    update: () => {
      const { premises } = inputNow()
      const used = new Set(Object.values(premises.underlays).map((underlay) => underlay.picture))
      for (const [name, held] of pictures) {
        if (used.has(name)) continue
        held.bitmap?.close()
        if (held.texture) context?.deleteTexture(held.texture)
        pictures.delete(name)
      }
      put()
      map.triggerRepaint()
    },
    /** A picture is being dragged. */
    moved: () => map.triggerRepaint(),
    stop: () => {
      isOver = true
      for (const held of pictures.values()) held.bitmap?.close()
      missing.remove()
    },
  }
}
