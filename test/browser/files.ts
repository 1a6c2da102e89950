import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { readProject } from '../../src/premises/file/index.ts'
import type { Premises } from '../../src/premises/model.ts'
import { fold } from '../../src/premises/operations/index.ts'
import { smallVenue } from '../import/imdfVenue.ts'
import { closeAtEnd } from './app.ts'

/** A folder for the files of this test file, gone when its last test is over. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'loi-thoat-'))
  closeAtEnd(() => rmSync(made, { recursive: true, force: true, maxRetries: 5 }))
  return made
}

/** The small venue of the import tests as an IMDF archive; its place on disk. */
export function venueZip(into: string, change: Parameters<typeof smallVenue>[0] = {}): string {
  const file = join(into, 'nha-thu.zip')
  const entries = smallVenue(change).map(({ name, bytes }) => [name, bytes] as const)
  writeFileSync(file, zipSync(Object.fromEntries(entries)))
  return file
}

/** The same venue as a folder, as a person has it after unpacking. */
export function venueFolder(into: string): string {
  const files = smallVenue()
  for (const { name, bytes } of files) {
    mkdirSync(dirname(join(into, name)), { recursive: true })
    writeFileSync(join(into, name), bytes)
  }
  return join(into, files[0]?.name.split('/')[0] ?? '')
}

/** Chooses files with a button that asks for them. */
export async function choose(page: Page, button: string, files: readonly string[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: new RegExp(`^${button}`) }).click(),
  ])
  await chooser.setFiles([...files])
}

/** Drags files over the page and lets them fall, as the file manager does. */
export async function drop(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const size = page.viewportSize() ?? { width: 800, height: 600 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      x: size.width / 2,
      y: size.height / 2,
      data: { items: [], files: [...files], dragOperationsMask: 1 },
    })
  await session.detach()
}

/** Lets the page save where it cannot ask for a place, as Firefox, Safari and plain http do: into the downloads. */
export async function savesToDownloads(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'showSaveFilePicker', { value: undefined })
  })
}

/** Ctrl S: the file that comes down, put into the folder under its name. */
export async function save(page: Page, into: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')])
  const file = join(into, download.suggestedFilename())
  await download.saveAs(file)
  return file
}

/** What a saved file holds. */
export async function premisesIn(file: string): Promise<Premises> {
  const { project } = await readProject(file, readFileSync(file))
  return fold(project.log)
}

/** A venue of many storeys and rooms, whose import takes seconds; its place on disk. */
export function largeVenueZip(into: string): string {
  const file = join(into, 'nhà-lớn.zip')
  const at = (x: number, y: number) => [105 + x / 111_000, y / 111_000]
  const feature = (id: string, type: string, geometry: unknown, properties: Record<string, unknown>) => ({
    id,
    type: 'Feature',
    feature_type: type,
    geometry,
    properties,
  })
  const box = (x: number, y: number, width: number, depth: number) => ({
    type: 'Polygon',
    coordinates: [[at(x, y), at(x + width, y), at(x + width, y + depth), at(x, y + depth), at(x, y)]],
  })
  const [storeys, wings, rooms] = [12, 20, 40]
  const levels: unknown[] = []
  const units: unknown[] = []
  const openings: unknown[] = []
  for (let level = 0; level < storeys; level++) {
    const level_id = `L${level}`
    levels.push(
      feature(level_id, 'level', box(0, 0, rooms * 4, wings * 6), {
        ordinal: level,
        name: { vi: `Tầng ${level + 1}` },
      }),
    )
    for (let wing = 0; wing < wings; wing++) {
      units.push(
        feature(`c${level}-${wing}`, 'unit', box(0, wing * 6 + 4, rooms * 4, 2), {
          category: 'walkway',
          level_id,
        }),
      )
      for (let room = 0; room < rooms; room++) {
        const id = `${level}-${wing}-${room}`
        units.push(
          feature(`r${id}`, 'unit', box(room * 4, wing * 6, 4, 4), {
            category: 'office',
            level_id,
            name: { vi: `Phòng ${id}` },
          }),
        )
        const line = {
          type: 'LineString',
          coordinates: [at(room * 4 + 1, wing * 6 + 4), at(room * 4 + 2, wing * 6 + 4)],
        }
        openings.push(
          feature(`o${id}`, 'opening', line, {
            category: 'pedestrian',
            level_id,
            door: { type: 'swinging' },
          }),
        )
      }
    }
  }
  const entry = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
  const collection = (features: unknown[]) => entry({ type: 'FeatureCollection', features })
  writeFileSync(
    file,
    zipSync({
      'v/manifest.json': entry({ version: '1.0.0' }),
      'v/venue.geojson': collection([
        feature('v', 'venue', box(0, 0, rooms * 4, wings * 6), { name: { vi: 'Nhà lớn' } }),
      ]),
      'v/level.geojson': collection(levels),
      'v/unit.geojson': collection(units),
      'v/opening.geojson': collection(openings),
    }),
  )
  return file
}
