import type { Page } from 'playwright-core'
import { eventually } from './app.ts'

/** The camera that the address bar keeps, once it has come to rest: longitude, latitude, zoom, bearing. */
export async function cameraOf(page: Page): Promise<readonly number[]> {
  let [before, rested] = ['', 0]
  await eventually(() => {
    const now = new URL(page.url()).hash.split('/')[3] ?? ''
    rested = now !== '' && now === before ? rested + 1 : 0
    before = now
    return rested
  }).toBeGreaterThan(6)
  return before.split(',').map(Number)
}

/** Where a position (longitude, latitude) lies on the screen, CSS pixels of the page. */
export async function onScreen(
  page: Page,
  camera: readonly number[],
  [eastwards, northwards]: readonly [number, number],
): Promise<{ readonly x: number; readonly y: number }> {
  const [longitude = 0, latitude = 0, zoom = 0, bearing = 0] = camera
  const world = (512 * 2 ** zoom) / 360
  const mercator = (degrees: number) =>
    (Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) * 180) / Math.PI
  const dx = (eastwards - longitude) * world
  const dy = (mercator(latitude) - mercator(northwards)) * world
  const turn = (-bearing * Math.PI) / 180
  const box = await page.locator('.map-canvas .maplibregl-canvas').boundingBox()
  if (!box) throw new Error('the map is not on the page')
  return {
    x: box.x + box.width / 2 + dx * Math.cos(turn) - dy * Math.sin(turn),
    y: box.y + box.height / 2 + dx * Math.sin(turn) + dy * Math.cos(turn),
  }
}
