import type { Map as MapLibre, MapSourceDataEvent } from 'maplibre-gl'
import { emptyPicture, type Picture } from './picture.ts'

/** What was drawn is shown at most so long after the edit, milliseconds. */
const mostMs = 1500

/**
 * Keeps what was drawn in sight until the map has the plan that came of it: else it would vanish for a moment, or a wall jump
 * back. `onGone`: it is time to paint without it.
 */
export function afterimage(map: MapLibre, onGone: () => void) {
  let kept: Picture | null = null
  let timer = 0
  const drop = () => {
    clearTimeout(timer)
    if (!kept) return
    kept = null
    onGone()
  }
  const onData = (event: MapSourceDataEvent) => {
    if (event.sourceId === 'plan' && event.isSourceLoaded && event.sourceDataType !== 'metadata') drop()
  }
  map.on('sourcedata', onData)
  return {
    keep: ({ areas, lines }: Picture) => {
      kept = { ...emptyPicture, areas, lines }
      clearTimeout(timer)
      timer = window.setTimeout(drop, mostMs)
    },
    now: (): Picture | null => kept,
    stop: () => {
      clearTimeout(timer)
      map.off('sourcedata', onData)
    },
  }
}
