import type { Page } from 'playwright-core'
import { framesOf } from '../../src/map/place.ts'
import type { LevelId } from '../../src/premises/ids.ts'
import { labelPoint } from '../../src/premises/geometry/labelPoint.ts'
import type { Point } from '../../src/premises/geometry/plane.ts'
import { loadSample } from '../../src/premises/sample/index.ts'
import { eventually } from './app.ts'
import { cameraOf, onScreen } from './mapPlaces.ts'

/** The sample as the app opens it. */
export const sample = await loadSample()

/** Turns the map to an opening or a zone of the sample, a few metres beside the middle, and waits until it is there. */
export async function lookAt(page: Page, id: string): Promise<void> {
  const [longitude, latitude] = positionOf(id)
  const { levelId } = placeOf(id)
  const camera = `${(longitude + 2e-5).toFixed(6)},${(latitude + 1e-5).toFixed(6)},20.50,0.0`
  const scale = () => page.locator('.map-foot').innerHTML()
  const before = await scale()
  await page.evaluate((hash) => location.assign(hash), `#use/${levelId}//${camera}`)
  // The scale bar moves with the map: when it has changed and then rests, the map has arrived.
  let [last, rested] = [before, 0]
  await eventually(async () => {
    const now = await scale()
    rested = now !== before && now === last ? rested + 1 : 0
    last = now
    return rested
  }).toBeGreaterThan(8)
}

/** Where an opening or a zone of the sample lies on the screen, CSS pixels of the page. */
export async function placeOnScreen(
  page: Page,
  id: string,
): Promise<{ readonly x: number; readonly y: number }> {
  return onScreen(page, await cameraOf(page), positionOf(id))
}

/** Longitude and latitude of the middle of an opening, or of a zone's label. */
function positionOf(id: string): readonly [number, number] {
  const { levelId, point } = placeOf(id)
  const [longitude, latitude] = framesOf(sample).ofLevel(levelId).toLonLat(point)
  return [longitude, latitude]
}

function placeOf(id: string): { readonly levelId: LevelId | null; readonly point: Point } {
  const opening = Object.values(sample.openings).find((each) => each.id === id)
  if (opening) {
    const [a, b] = opening.segment
    return { levelId: opening.levelId, point: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] }
  }
  const zone = Object.values(sample.zones).find((each) => each.id === id)
  if (!zone) throw new Error(`the sample has no ${id}`)
  return { levelId: zone.levelId, point: labelPoint(zone.polygon).point }
}
