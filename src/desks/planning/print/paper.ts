/** A sheet with margins of 10 mm; inside it `widthMm` × `heightMm`. */
export interface Paper {
  readonly size: 'A4' | 'A3'
  readonly orientation: 'portrait' | 'landscape'
  readonly widthMm: number
  readonly heightMm: number
}

export interface PrintOptions {
  readonly paper: Paper
  readonly blackAndWhite: boolean
  readonly person: string
}

export const marginMm = 10

/** Height of the title block at the foot of every page. */
export const titleBlockMm = 28

export function paperOf(size: Paper['size'], orientation: Paper['orientation']): Paper {
  const [short, long] = size === 'A4' ? [210, 297] : [297, 420]
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short]
  return { size, orientation, widthMm: width - 2 * marginMm, heightMm: height - 2 * marginMm }
}
