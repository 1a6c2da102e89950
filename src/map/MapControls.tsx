import { useSyncExternalStore } from 'react'
import { Maximize, Minus, Plus } from 'lucide-react'
import { useLanguage, useT } from '../state/useT.ts'
import type { Surroundings } from '../premises/sample/index.ts'
import type { Camera } from './camera.ts'
import { ScaleBar } from './ScaleBar.tsx'

/** What the controls need of the map. */
export interface SteeredMap {
  readonly watchCamera: (watcher: () => void) => () => void
  readonly cameraNow: () => Camera
  readonly zoomBy: (step: number) => void
  readonly turnNorth: () => void
  readonly fitLevel: () => void
}

/** Zoom, whole level, north arrow, scale bar and where the drawing comes from. */
export function MapControls({
  view,
  surroundings,
}: {
  readonly view: SteeredMap
  readonly surroundings: Surroundings | null | undefined
}) {
  const t = useT()
  const camera = useSyncExternalStore(view.watchCamera, view.cameraNow)
  return (
    <>
      <fieldset className="map-buttons" aria-label={t('map.controls')}>
        <button
          type="button"
          title={t('map.zoomIn')}
          aria-label={t('map.zoomIn')}
          onClick={() => view.zoomBy(1)}
        >
          <Plus size={18} aria-hidden />
        </button>
        <button
          type="button"
          title={t('map.zoomOut')}
          aria-label={t('map.zoomOut')}
          onClick={() => view.zoomBy(-1)}
        >
          <Minus size={18} aria-hidden />
        </button>
        <button type="button" title={t('map.fit')} aria-label={t('map.fit')} onClick={() => view.fitLevel()}>
          <Maximize size={16} aria-hidden />
        </button>
        <button
          type="button"
          title={t('map.north')}
          aria-label={t('map.northAt', { degrees: Math.round(camera.bearing) })}
          onClick={() => view.turnNorth()}
        >
          <NorthArrow bearing={camera.bearing} />
        </button>
      </fieldset>
      <div className="map-foot">
        <MapScale camera={camera} />
        <span className="map-attribution">{surroundings?.credit ?? t('map.ownDrawing')}</span>
      </div>
    </>
  )
}

function MapScale({ camera }: { readonly camera: Camera }) {
  const language = useLanguage()
  return <ScaleBar zoom={camera.zoom} latitude={camera.latitude} language={language} />
}

function NorthArrow({ bearing }: { readonly bearing: number }) {
  return (
    <svg viewBox="-12 -12 24 24" width="22" height="22" aria-hidden>
      <g transform={`rotate(${-bearing})`}>
        <path d="M0 -10.5L4.2 2.5L0 0.4Z" fill="currentColor" />
        <path
          d="M0 -10.5L-4.2 2.5L0 0.4Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1"
          strokeLinejoin="round"
        />
        <path
          d="M-2.4 10V4.6L2.4 10V4.6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      </g>
    </svg>
  )
}
