import type { Page } from 'playwright-core'

export interface Picture {
  readonly colours: number
  /** Share of pixels that are not the commonest colour. */
  readonly drawn: number
  /** Share of pixels with a hue: red, green and blue differ by more than a trace. */
  readonly coloured: number
}

/** What a PNG shows, counted in the browser that took it. */
export async function measured(page: Page, png: Buffer): Promise<Picture> {
  const blank = await page.context().newPage()
  try {
    return await blank.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.drawImage(bitmap, 0, 0)
      const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height)
      const counts = new Map<number, number>()
      let coloured = 0
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
        const colour = (red << 16) | (green << 8) | blue
        counts.set(colour, (counts.get(colour) ?? 0) + 1)
        if (Math.max(red, green, blue) - Math.min(red, green, blue) > 16) coloured += 1
      }
      const pixels = data.length / 4
      return {
        colours: counts.size,
        drawn: 1 - Math.max(...counts.values()) / pixels,
        coloured: coloured / pixels,
      }
    }, png.toString('base64'))
  } finally {
    await blank.close()
  }
}
