import type { Looks } from './looks.ts'
import { paint } from './paint.ts'
import type { Picture } from './picture.ts'
import type { View } from './view.ts'

/** A canvas over the map, painted anew whenever the pointer or the map has moved. */
export function overlay(container: HTMLElement) {
  const canvas = document.createElement('canvas')
  canvas.className = 'draw-canvas'
  canvas.setAttribute('aria-hidden', 'true')
  container.append(canvas)
  const context = canvas.getContext('2d')
  let isEmpty = true

  const clear = () => {
    if (!isEmpty) context?.clearRect(0, 0, canvas.width, canvas.height)
    isEmpty = true
    // A browser may show again what a canvas held before it was cleared and left bare.
    canvas.hidden = true
  }
  return {
    clear,
    paint: (picture: Picture, view: View, looks: Looks) => {
      if (!context) return
      const { areas, lines, knobs, tags } = picture
      if (areas.length + lines.length + knobs.length + tags.length === 0) return clear()
      const ratio = Math.max(1, devicePixelRatio)
      const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)]
      if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height]
      context.setTransform(1, 0, 0, 1, 0, 0)
      isEmpty = false
      clear()
      canvas.hidden = false
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      isEmpty = false
      paint(context, picture, view, looks)
    },
    remove: () => canvas.remove(),
  }
}
