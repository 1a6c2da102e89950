import type { Underlay } from '../../../premises/model.ts'

/** Where a scale is known from that was read off the paper, in words. */
export function paperSource(
  t: (key: string, params: Readonly<Record<string, string | number>>) => string,
  { name, widthPx, heightPx }: Underlay,
  paperWidthM: number,
  n: number,
): string {
  const widthMm = paperWidthM * 1000
  return t('underlayPanel.source.paper', {
    name,
    n,
    width: Math.round(widthMm),
    height: Math.round((widthMm * heightPx) / widthPx),
  })
}
