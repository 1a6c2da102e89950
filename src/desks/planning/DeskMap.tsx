import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { LevelSwitcher } from '../../map/LevelSwitcher.tsx'
import { PlanMap } from '../../map/PlanMap.tsx'
import type { PlanMapProps } from '../../map/PlanMap.tsx'
import { sameRecord } from '../../map/pick.ts'
import type { Padding } from '../../map/camera.ts'
import type { Premises } from '../../premises/model.ts'
import type { RecordRef } from '../../premises/operation.ts'
import type { Surroundings } from '../../premises/sample/index.ts'
import type { Drawing, OpenProject } from '../../state/app.ts'
import { afterFirstMap, firstMapDrawn } from '../../state/firstMap.ts'
import { actions, useApp } from '../../ui/app.ts'
import type { SheetHeight } from '../../ui/controls/Sheet.tsx'
import { useTheme } from '../../ui/theme.ts'
import { useLanguage } from '../../ui/useT.ts'
import { useColouring, useShownFigures } from './colouring.ts'
import { toolbarPx, useFolded } from './draw/folded.ts'
import { pickedOf, withTap, type Placing } from './placing.ts'
import { FaultsButton } from './FaultsButton.tsx'
import { useSlow } from './figures.tsx'
import { faultsOfNow, problemRecords, problemsByLevel } from './problems.ts'
import { useFaults } from './useFaults.ts'

/** The map of the desk: what is looked at, coloured by the chosen figure, with routes, queues and assumptions. */
export function DeskMap(props: {
  readonly project: OpenProject
  /** Height of the sheet that lies over the map; null: none. */
  readonly sheet: SheetHeight | null
  readonly placing: Placing | null
  readonly onPlacing: (placing: Placing) => void
}) {
  const { project, sheet, placing } = props
  const { premises } = project
  const view = useApp((state) => state.view)
  const whatIf = useApp((state) => state.whatIf)
  const drawing = useApp((state) => state.drawing)
  const theme = useTheme()
  const isDrawing = drawing !== null
  const padding = usePadding(sheet, isDrawing)
  // Queues stand on the doors that are being drawn.
  const layers = useMemo(
    () => (isDrawing ? { ...view.layers, queues: false } : view.layers),
    [view.layers, isDrawing],
  )
  const language = useLanguage()
  const figures = useShownFigures()
  const colouring = useColouring(premises, theme)
  const surroundings = useSurroundings(premises)
  const faults = useFaults(premises, figures.routes)
  const checking = useSlow(useApp((state) => state.faults.stale))
  const now = useMemo(() => faultsOfNow(premises, faults, isDrawing), [premises, faults, isDrawing])
  const problems = useMemo(() => problemRecords(now), [now])
  const counts = useMemo(() => problemsByLevel(now), [now])
  const levels = useMemo(() => levelsBeside(premises, view.levelId), [premises, view.levelId])
  const onWay = useMemo(
    () => levelsOnWay(premises, figures.routes, view.selection),
    [premises, figures.routes, view.selection],
  )

  usePickedWithSelection(view.selection, drawing)

  return (
    <PlanMap
      premises={premises}
      levelId={view.levelId}
      selection={view.selection}
      colouring={colouring}
      layers={layers}
      routes={figures.routes}
      routesBefore={figures.routesBefore}
      showAllRoutes={view.layers.routes && view.selection === null}
      egress={figures.egress}
      assumptions={whatIf}
      problems={problems}
      surroundings={surroundings}
      theme={theme}
      language={language}
      camera={view.camera}
      flyTo={view.flyTo}
      padding={padding}
      placing={placing ? { picked: pickedOf(placing) } : null}
      drawing={drawing}
      pictureUrl={actions.pictureUrl}
      underlayEnds={actions.underlayEnds}
      onDraw={actions.draw}
      onPick={actions.pick}
      onDrawing={(change) => (change === null ? actions.endDrawing() : actions.setDrawing(change))}
      onSelect={(record) => actions.select(record)}
      onCamera={(camera) => actions.setView({ camera })}
      onDrawn={firstMapDrawn}
      onPlace={(at) => placing && props.onPlacing(withTap(placing, at))}
    >
      <div data-testid="level-switcher">
        <LevelSwitcher
          levels={levels}
          levelId={view.levelId}
          problems={counts}
          onWay={onWay}
          onChange={(levelId) => actions.setView({ levelId })}
        />
      </div>
      {!placing && <FaultsButton count={faults.length} stale={checking} />}
    </PlanMap>
  )
}

/** What lies over the map: the sheet, as high as styles make it (104 px, or 54 % of the window); while drawing the tools and their hint. */
function usePadding(sheet: SheetHeight | null, drawing: boolean): Padding {
  const folded = useFolded((state) => state.folded)
  return useMemo(() => {
    const bottom = sheet === null ? 0 : sheet === 'peek' ? 104 : Math.round(window.innerHeight * 0.54)
    if (!drawing) return { top: 0, right: 0, bottom, left: 0 }
    const tools = folded ? toolbarPx.folded : toolbarPx.upright
    return sheet === null
      ? { top: toolbarPx.hint, right: tools, bottom, left: 0 }
      : { top: toolbarPx.hint, right: 0, bottom: bottom + toolbarPx.lying, left: 0 }
  }, [sheet, drawing, folded])
}

const pickable: ReadonlySet<string> = new Set([
  'zones',
  'openings',
  'walls',
  'stairs',
  'lifts',
  'assemblyPoints',
])

/** While drawing, what is selected in a list is picked on the map as well. */
function usePickedWithSelection(selection: RecordRef | null, drawing: Drawing | null) {
  const follow = useEffectEvent(() => {
    const last = drawing?.picked.at(-1) ?? null
    if (!drawing || sameRecord(last, selection)) return
    if (selection === null || pickable.has(selection.table)) actions.pick(selection)
  })
  useEffect(() => follow(), [selection])
}

function levelsBeside(premises: Premises, levelId: string | null) {
  const building = premises.levels[levelId ?? '']?.buildingId
  return Object.values(premises.levels).filter(
    (level) => building === undefined || level.buildingId === building,
  )
}

/** Levels that the selected zone's way out runs through. */
function levelsOnWay(
  premises: Premises,
  routes: PlanMapProps['routes'],
  selection: RecordRef | null,
): ReadonlySet<string> {
  if (selection?.table !== 'zones') return new Set()
  const way = routes?.zones.find((each) => each.zoneId === selection.id)?.first
  return new Set(way?.stretches.flatMap((each) => premises.zones[each.zoneId]?.levelId ?? []) ?? [])
}

/** What lies around the sample; other premises have no drawing of their surroundings yet. */
function useSurroundings(premises: Premises): Surroundings | null {
  const fictional = premises.facility.fictional === true
  const [drawn, setDrawn] = useState<Surroundings | null>(null)
  useEffect(() => {
    if (!fictional) return
    let gone = false
    void afterFirstMap()
      .then(() => import('../../premises/sample/index.ts'))
      .then(({ loadSurroundings }) => loadSurroundings())
      .then((surroundings) => {
        if (!gone) setDrawn(surroundings)
      })
    return () => {
      gone = true
    }
  }, [fictional])
  return fictional ? drawn : null
}
