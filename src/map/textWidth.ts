/**
 * Advance widths of Noto Sans in hundredths of an em, U+0020 to U+007E, measured from the font files that we ship. The
 * Vietnamese letters are as wide as the letters that they are built on.
 */
const regular =
  '26,27,41,65,57,83,73,22,30,30,55,57,27,32,27,37,57,57,57,57,57,57,57,57,57,57,27,27,57,57,57,43,90,64,65,63,73,56,52,73,74,34,27,62,52,91,76,78,60,78,62,55,56,73,60,93,59,57,57,33,37,33,57,44,28,56,61,48,61,56,34,61,62,26,26,53,26,93,62,60,61,61,41,48,36,62,51,79,53,51,47,38,55,38,57'
const semiBold =
  '26,28,45,65,57,87,74,25,32,32,55,57,28,32,28,40,57,57,57,57,57,57,57,57,57,57,28,28,57,57,57,46,90,67,66,64,73,56,54,73,76,37,31,65,55,93,79,79,61,79,64,55,57,75,63,95,64,60,58,33,40,33,57,42,33,58,63,50,63,58,37,63,64,28,28,59,28,96,64,62,63,63,43,49,41,64,55,83,56,55,48,39,55,39,57'

export type Weight = 'regular' | 'semiBold'

const tables: Readonly<Record<Weight, readonly number[]>> = {
  regular: regular.split(',').map(Number),
  semiBold: semiBold.split(',').map(Number),
}

/** Width of a line of text in em. */
export function textWidth(text: string, weight: Weight): number {
  const table = tables[weight]
  let sum = 0
  for (const letter of text.normalize('NFD')) {
    const code = letter.codePointAt(0) ?? 0
    if (code >= 0x300 && code <= 0x36f) continue
    sum += table[code - 32] ?? (letter === 'đ' || letter === 'Đ' ? 66 : letter === '…' ? 80 : 60)
  }
  return sum / 100
}

/** Text in `count` lines or fewer, broken at spaces so that the longest line is as short as can be. */
export function wrapped(text: string, count: number, weight: Weight): readonly string[] {
  const words = text.split(/\s+/).filter(Boolean)
  if (count <= 1 || words.length <= 1) return [words.join(' ')]
  let best: readonly string[] = [words.join(' ')]
  let bestWidth = Number.POSITIVE_INFINITY
  for (let cut = 1; cut < words.length; cut += 1) {
    const lines = [words.slice(0, cut).join(' '), ...wrapped(words.slice(cut).join(' '), count - 1, weight)]
    const width = Math.max(...lines.map((line) => textWidth(line, weight)))
    if (width < bestWidth - 1e-9) {
      best = lines
      bestWidth = width
    }
  }
  return best
}
