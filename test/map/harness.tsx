import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { setLanguage } from '../../src/i18n/index.ts'
import { colourZones, type ColourBy } from '../../src/map/colouring.ts'
import { LevelSwitcher } from '../../src/map/LevelSwitcher.tsx'
import { MapLegend, type LegendSign } from '../../src/map/MapLegend.tsx'
import { PlanMap, type PlanMapInput } from '../../src/map/PlanMap.tsx'
import { PlanSvg } from '../../src/map/PlanSvg.tsx'
import { sheetAreas } from '../../src/map/sheet/planSheet.ts'
import type { LevelId, OpeningId, ZoneId } from '../../src/premises/ids.ts'
import { loadSample, loadSurroundings } from '../../src/premises/sample/index.ts'
import '../../src/ui/styles/tokens.css'
import '@fontsource/noto-sans/400.css'
import '@fontsource/noto-sans/600.css'
import { createAnalyst } from '../../src/analysis/analyst.ts'
import { conditionsOf } from '../../src/analysis/conditions.ts'
import { createLocalPool } from '../../workers/pool.local.ts'

// A page to look at the map by itself: `npx vite --open test/map/harness.html?level=T2&by=time&theme=dark`.
const ask = new URLSearchParams(location.search)
const on = (name: string) => ask.get(name) !== null && ask.get(name) !== '0'
const theme = ask.get('theme') === 'dark' ? 'dark' : 'light'
const language = ask.get('lang') === 'en' ? 'en' : 'vi'
const by = (ask.get('by') ?? 'use') as ColourBy
document.documentElement.dataset['theme'] = theme
await setLanguage(language)

// `file`: an address that this server knows, of a file to import instead of the sample.
const file = ask.get('file')
const premises = file ? await imported(file) : await loadSample()
const surroundings = file || ask.get('around') === '0' ? null : await loadSurroundings()
const levelNamed = (name: string | null) =>
  Object.values(premises.levels).find((level) => level.shortName === name)
const zoneNamed = (name: string | null) =>
  Object.values(premises.zones).find((zone) => zone.name === name || zone.id === name)
const openingNamed = (name: string | null) =>
  Object.values(premises.openings).find((opening) => opening.name === name || opening.id === name)
const shut = openingNamed(ask.get('shut'))
const closed = zoneNamed(ask.get('close'))
const problem = zoneNamed(ask.get('problem'))
const analyst = createAnalyst(createLocalPool())
analyst.load(premises)
const conditions = { ...conditionsOf(premises), seriesStepS: null }
const askFor = async (shutOpenings: readonly OpeningId[], closedZones: readonly ZoneId[]) => ({
  routes: await analyst.routes({ targets: 'final', along: 'shortest', shutOpenings, closedZones }),
  egress: await analyst.egress({ ...conditions, shutOpenings, closedZones }),
})
const open = await askFor([], [])
const assumed = shut || closed ? await askFor(shut ? [shut.id] : [], closed ? [closed.id] : []) : null
const { routes, egress } = assumed ?? open
const before = assumed ? open : null

async function imported(address: string) {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer())
  const importer = createAnalyst(createLocalPool())
  const result = await importer.importFiles([{ name: address.split('/').at(-1) ?? '', bytes }])
  return result.premises
}

function Harness() {
  const [levelId, setLevelId] = useState<LevelId | null>(
    (levelNamed(ask.get('level') ?? 'T1') ?? Object.values(premises.levels)[0])?.id ?? null,
  )
  const [selection, setSelection] = useState<PlanMapInput['selection']>(() => {
    const zone = zoneNamed(ask.get('select'))
    const opening = openingNamed(ask.get('select'))
    return zone ? { table: 'zones', id: zone.id } : opening ? { table: 'openings', id: opening.id } : null
  })
  const [flyTo, setFlyTo] = useState(0)
  const colouring = useStable(() => {
    const timed = by === 'time'
    const was = before && { routes: before.routes, egress: timed ? before.egress : null }
    return colourZones({ premises, by, theme, language, routes, egress: timed ? egress : null, before: was })
  })
  const assumptions = useStable(() =>
    shut || closed ? { shutOpenings: shut ? [shut.id] : [], closedZones: closed ? [closed.id] : [] } : null,
  )
  const layers = useStable(() => ({
    labels: true,
    routes: true,
    queues: on('queues'),
    doors: true,
    walls: true,
    surroundings: true,
    assembly: true,
  }))
  Object.assign(window, {
    harness: {
      setLevel: (name: string) => setLevelId(levelNamed(name)?.id ?? null),
      fly: () => setFlyTo((count) => count + 1),
      setSelection,
      premises,
    },
  })
  if (on('svg') && levelId) {
    const area = ask.get('svg') === 'A3' ? sheetAreas.A3.landscape : sheetAreas.A4.landscape
    return (
      <div style={{ background: '#fff', padding: 16, color: '#111' }}>
        <PlanSvg
          premises={premises}
          levelId={levelId}
          area={area}
          colouring={colouring}
          routes={routes}
          selection={selection}
          showAllRoutes={on('all')}
          blackAndWhite={on('bw')}
          egress={on('queues') ? egress : null}
          assumptions={assumptions}
          title={`${premises.facility.name} – ${premises.levels[levelId]?.name ?? ''}`}
        />
        <MapLegend
          colouring={colouring}
          blackAndWhite={on('bw')}
          inRow
          signs={['exit', 'storeyExit', 'first', 'second']}
        />
      </div>
    )
  }
  const legend: LegendSign[] = [
    'exit',
    'storeyExit',
    'assembly',
    ...(selection ? (['first', 'second'] as const) : []),
    ...(on('queues') ? (['queue'] as const) : []),
    ...(shut ? (['blocked'] as const) : []),
  ]
  return (
    <PlanMap
      premises={premises}
      levelId={levelId}
      selection={selection}
      colouring={colouring}
      layers={layers}
      routes={routes}
      routesBefore={before?.routes ?? null}
      showAllRoutes={on('all')}
      egress={egress}
      assumptions={assumptions}
      problems={problem ? [{ table: 'zones', id: problem.id }] : []}
      surroundings={surroundings}
      theme={theme}
      language={language}
      camera={null}
      flyTo={flyTo}
      onSelect={setSelection}
    >
      <div>
        <LevelSwitcher
          levels={Object.values(premises.levels)}
          levelId={levelId}
          problems={new Map([[levelId ?? '', 2]])}
          onChange={setLevelId}
        />
      </div>
      {innerWidth > 700 && (
        <div className="over" style={{ right: 60, top: 12 }}>
          <MapLegend colouring={colouring} signs={legend} />
        </div>
      )}
    </PlanMap>
  )
}

function useStable<T>(make: () => T): T {
  return useState(make)[0]
}

createRoot(document.getElementById('root') as HTMLElement).render(<Harness />)
