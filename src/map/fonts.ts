import latin400 from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url'
import latin600 from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url'
import latinExt400 from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url'
import latinExt600 from '@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff2?url'
import vietnamese400 from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff2?url'
import vietnamese600 from '@fontsource/noto-sans/files/noto-sans-vietnamese-600-normal.woff2?url'
import type { StyleSpecification } from 'maplibre-gl'

/** Names of the two weights in `text-font`. */
export const regular = 'Noto Sans'
export const semiBold = 'Noto Sans SemiBold'

const vietnameseRange = [
  'U+0102-0103', 'U+0110-0111', 'U+0128-0129', 'U+0168-0169', 'U+01A0-01A1', 'U+01AF-01B0', 'U+0300-0301',
  'U+0303-0304', 'U+0308-0309', 'U+0323', 'U+0329', 'U+1EA0-1EF9', 'U+20AB',
] // prettier-ignore
const latinExtRange = ['U+0100-02BA', 'U+1E00-1E9F']
const latinRange = ['U+0000-00FF', 'U+2000-206F', 'U+2191', 'U+2193', 'U+2212']

/** Noto Sans from our own files: map labels look alike on every computer, and no glyph is fetched from elsewhere. */
export function fontFaces(): NonNullable<StyleSpecification['font-faces']> {
  const whole = (url: string) => new URL(url, location.href).href
  const family = (vietnamese: string, latinExt: string, latin: string) => [
    { url: whole(vietnamese), 'unicode-range': vietnameseRange },
    { url: whole(latinExt), 'unicode-range': latinExtRange },
    { url: whole(latin), 'unicode-range': latinRange },
  ]
  return {
    [regular]: family(vietnamese400, latinExt400, latin400),
    [semiBold]: family(vietnamese600, latinExt600, latin600),
  }
}
