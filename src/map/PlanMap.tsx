import {
  lazy,
  Suspense,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
} from 'react'
import { t } from '../i18n/index.ts'
import { useLanguage } from '../state/useT.ts'
import { noPadding, type Padding } from './camera.ts'
import { MapControls } from './MapControls.tsx'
import type { PlanMapHandlers, PlanMapInput } from './planMapInput.ts'
import type { PlanView } from './planView.ts'
import './map.css'

export type { PlanMapHandlers, PlanMapInput } from './planMapInput.ts'

export interface PlanMapProps extends PlanMapInput, PlanMapHandlers {
  /** Legend, level switcher and whatever else the desk lays over the map. */
  readonly children?: ReactNode
}

/** Only where the live map cannot be had. */
const PlanSvg = lazy(() => import('./PlanSvg.tsx').then((module) => ({ default: module.PlanSvg })))

type Failure = 'noWebgl' | 'notLoaded'

/**
 * The map of the premises. It draws its props and reports what a person does; it is made once and follows every change.
 * Where the browser has no WebGL it says what to do about it and shows the level as a still plan instead.
 */
export function PlanMap(props: PlanMapProps) {
  useLanguage()
  const host = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<PlanView | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [lost, setLost] = useState(false)

  const firstInput = useEffectEvent(() => props)
  const onSelect = useEffectEvent<NonNullable<PlanMapHandlers['onSelect']>>((record) =>
    props.onSelect?.(record),
  )
  const onCamera = useEffectEvent<NonNullable<PlanMapHandlers['onCamera']>>((at) => props.onCamera?.(at))
  const onHover = useEffectEvent<NonNullable<PlanMapHandlers['onHover']>>((record) => props.onHover?.(record))
  const onPlace = useEffectEvent<NonNullable<PlanMapHandlers['onPlace']>>((lonLat) => props.onPlace?.(lonLat))

  const onDrawn = useEffectEvent(() => props.onDrawn?.())
  const onDraw = useEffectEvent<NonNullable<PlanMapHandlers['onDraw']>>(
    (label, edit) => props.onDraw?.(label, edit) ?? false,
  )
  const onPick = useEffectEvent<NonNullable<PlanMapHandlers['onPick']>>((record, options) =>
    props.onPick?.(record, options),
  )
  const onDrawing = useEffectEvent<NonNullable<PlanMapHandlers['onDrawing']>>((change) =>
    props.onDrawing?.(change),
  )

  useEffect(() => {
    const container = host.current
    if (!container) return
    let made: PlanView | null = null
    let gone = false
    void import('./planView.ts')
      .then(({ PlanView, isWithoutGpu }) => {
        if (gone) return
        try {
          made = new PlanView(container, firstInput(), {
            onSelect: (record) => onSelect(record),
            onCamera: (at) => onCamera(at),
            onHover: (record) => onHover(record),
            onPlace: (lonLat) => onPlace(lonLat),
            onLost: setLost,
            onDrawn: () => onDrawn(),
            onDraw: (label, edit) => onDraw(label, edit),
            onPick: (record, options) => onPick(record, options),
            onDrawing: (change) => onDrawing(change),
          })
          setView(made)
        } catch (error) {
          if (!isWithoutGpu(error)) throw error
          setFailure('noWebgl')
        }
      })
      .catch(() => setFailure('notLoaded'))
    return () => {
      gone = true
      made?.destroy()
      setView(null)
    }
  }, [])

  useEffect(() => view?.update(props))

  useEffect(() => {
    if (failure) onDrawn()
  }, [failure])

  const { padding = noPadding } = props
  if (failure) return <StillPlan {...props} failure={failure} />
  return (
    <div className="map" style={padded(padding)} data-placing={props.placing ? true : undefined}>
      <div ref={host} className="map-canvas" />
      {lost && <output className="map-note">{t('map.lost')}</output>}
      {view && (
        <MapControls view={view} surroundings={props.layers.surroundings ? props.surroundings : null} />
      )}
      {props.children}
    </div>
  )
}

function StillPlan({ failure, ...props }: PlanMapProps & { readonly failure: Failure }) {
  const { premises, levelId, padding = noPadding } = props
  return (
    <div className="map" style={padded(padding)}>
      <output className="map-note">
        <strong>{t(`map.${failure}.title`)}</strong> {t(`map.${failure}.mend`)}
      </output>
      <div className="map-still">
        {levelId && (
          <Suspense>
            <PlanSvg
              premises={premises}
              levelId={levelId}
              colouring={props.colouring}
              routes={props.routes}
              selection={props.selection}
              assumptions={props.assumptions}
              egress={props.layers.queues ? props.egress : null}
              theme={props.theme}
              onSelect={props.onSelect}
            />
          </Suspense>
        )}
      </div>
      {props.children}
    </div>
  )
}

function padded({ top, right, bottom, left }: Padding): CSSProperties {
  return {
    '--map-top': `${top}px`,
    '--map-right': `${right}px`,
    '--map-bottom': `${bottom}px`,
    '--map-left': `${left}px`,
  } as CSSProperties
}
