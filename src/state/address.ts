import type { Premises } from '../premises/model.ts'
import { recordAt, tableNames } from '../premises/operations/index.ts'
import type { RecordRef } from '../premises/operation.ts'
import type { LayerName, View } from './app.ts'
import type { Context } from './context.ts'
import { firstView } from './store.ts'

/** Parts of the view that the address bar keeps. */
export type AddressedView = Pick<View, 'colourBy' | 'layers' | 'levelId' | 'selection' | 'camera'>

const layerNames = Object.keys(firstView.layers) as LayerName[]

/** `#view/level/selection/camera`: the figure that colours and the hidden layers; ids; longitude,latitude,zoom,bearing. */
export function writeAddress({ colourBy, layers, levelId, selection, camera }: AddressedView): string {
  const hidden = layerNames.filter((name) => !layers[name])
  const parts = [
    [colourBy, ...hidden].join('-'),
    levelId ?? '',
    selection === null
      ? ''
      : selection.table === 'facility'
        ? 'facility'
        : `${selection.table}:${selection.id}`,
    camera === null
      ? ''
      : [
          camera.longitude.toFixed(6),
          camera.latitude.toFixed(6),
          camera.zoom.toFixed(2),
          camera.bearing.toFixed(1),
        ].join(','),
  ]
  return `#${parts.map(encodeURIComponent).join('/').replaceAll('%3A', ':').replaceAll('%2C', ',')}`
}

/**
 * What an address says of the view, as far as the premises know it; a part that makes no sense is left out, and an
 * address of another project says only how to look at things.
 */
export function readAddress(hash: string, premises: Premises): Partial<AddressedView> {
  const [view = '', level = '', selected = '', at = ''] = hash.replace(/^#/, '').split('/').map(decoded)
  const [colour, ...hidden] = view.split('-')
  const colourBy = (['use', 'occupants', 'exit', 'time'] as const).find((name) => name === colour)
  const looks = colourBy === undefined ? {} : { colourBy, layers: layersWithout(hidden) }
  const levelId = premises.levels[level]?.id
  // Levels have ids of their own: an address with another one is that of another project.
  if (level !== '' && levelId === undefined) return looks
  const selection = readSelection(selected, premises)
  const camera = readCamera(at)
  return {
    ...looks,
    ...(levelId === undefined ? {} : { levelId }),
    // An address of a level with nothing behind it says that nothing is selected.
    ...(selection === null && (levelId === undefined || selected !== '') ? {} : { selection }),
    ...(camera === null ? {} : { camera }),
  }
}

/** Keeps the address bar and the view together, both ways. */
export function bindAddress({ store, page }: Context): void {
  let heard = page.hash()
  let due: ReturnType<typeof setTimeout> | null = null
  const write = () => {
    due = null
    // A person has changed the address, and its event is on the way: what it says comes first.
    if (page.hash() !== heard) return
    const { project, view } = store.getState()
    page.setHash(project === null ? '#' : writeAddress(view))
    heard = page.hash()
  }
  store.subscribe(({ project, view }, before) => {
    if (project?.id !== before.project?.id) {
      heard = page.hash()
      // A project opens where the address says, if that is a place in it.
      if (project !== null && before.project === null)
        store.setState({ view: { ...view, ...readAddress(page.hash(), project.premises) } })
    } else if (view === before.view) return
    // Browsers allow a few hundred changes of the address per minute; a turning map makes more.
    due ??= setTimeout(write, 200)
  })
  page.onHash(() => {
    heard = page.hash()
    const { project, view } = store.getState()
    if (project === null || page.hash() === writeAddress(view)) return
    const read = readAddress(page.hash(), project.premises)
    // An address with a camera says where to look from; without one the map flies to what is selected.
    const flyTo = read.camera ? view.flyTo : view.flyTo + 1
    store.setState({ view: { ...view, ...read, flyTo } })
  })
}

function layersWithout(hidden: readonly string[]): View['layers'] {
  return Object.fromEntries(
    layerNames.map((name) => [name, !hidden.includes(name)]),
  ) as unknown as View['layers']
}

function readSelection(text: string, premises: Premises): RecordRef | null {
  if (text === 'facility') return { table: 'facility' }
  const colon = text.indexOf(':')
  const table = tableNames.find((name) => name === text.slice(0, colon))
  if (table === undefined) return null
  const record = { table, id: text.slice(colon + 1) }
  return recordAt(premises, record) === undefined ? null : record
}

function readCamera(text: string): View['camera'] {
  const numbers = text.split(',').map(Number)
  const [longitude, latitude, zoom, bearing] = numbers
  if (
    numbers.length !== 4 ||
    longitude === undefined ||
    latitude === undefined ||
    zoom === undefined ||
    bearing === undefined
  )
    return null
  if (!numbers.every(Number.isFinite) || Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return null
  return { longitude, latitude, zoom: Math.min(Math.max(zoom, 0), 30), bearing }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
