import type { Map as MapLibre } from 'maplibre-gl'
import { drawArrow, drawHatch, drawSign, signParts, type SignName } from './icons.ts'
import { signs, themes, type Theme } from './theme.ts'

/** Draws all signs, arrows and hatchings for the screen's density, and puts them into the map (anew, if they are there). */
export function putImages(map: MapLibre, theme: Theme): void {
  const ratio = Math.max(2, Math.ceil(devicePixelRatio))
  const images: Record<string, ImageData> = {
    'arrow-white': drawArrow(ratio, '#ffffff'),
    'arrow-green': drawArrow(ratio, signs.wayOut),
    noWay: drawHatch('noWay', ratio, themes[theme]),
    closed: drawHatch('closed', ratio, themes[theme]),
  }
  for (const name of Object.keys(signParts)) images[name] = drawSign(name as SignName, ratio)
  for (const [name, image] of Object.entries(images)) {
    if (map.hasImage(name)) map.updateImage(name, image)
    else map.addImage(name, image, { pixelRatio: ratio })
  }
}
