import type { Page } from 'playwright-core'
import zoneUses from '../../data/zone-uses.json'
import { en } from '../../src/i18n/en.ts'
import { leaves } from '../../src/i18n/fragments.ts'
import { vi } from '../../src/i18n/vi.ts'
import { loadSurroundings } from '../../src/premises/sample/index.ts'
import { sample } from './sample.ts'

/** Every text on the page that can be seen or heard: text nodes, labels, titles, hints; what names its own language is left out. */
async function textsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    const own = (element: Element | null) => element?.closest('[lang]') === document.documentElement
    const visible = (element: Element | null) =>
      element?.checkVisibility({ visibilityProperty: true }) ?? false
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      // Keys are called what is written on them.
      if (parent?.closest('script, style, noscript, kbd')) continue
      // A name on a plan stands in several lines.
      const lines = parent?.matches('svg text')
        ? [...(parent.parentElement?.querySelectorAll(':scope > text') ?? [])]
        : []
      const text = lines.length > 0 ? lines.map((line) => line.textContent).join(' ') : node.textContent
      if (visible(parent) && own(parent)) found.add(text ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      if (visible(element) && own(element))
        for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
          found.add(element.getAttribute(name) ?? '')
    return [document.title, ...found]
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '')
  })
}

/** Sentences of one language that the other has not, as patterns of whole texts. */
function sentencesOnlyIn(own: typeof vi, other: typeof vi): readonly RegExp[] {
  const others = new Set(leaves(other).map(([, text]) => text))
  return leaves(own).flatMap(([, text]) => {
    const literal = text.replace(/\{\{[^}]*\}\}/g, '')
    if (others.has(text) || (literal.match(/\p{L}/gu)?.length ?? 0) < 3) return []
    const escaped = text
      .trim()
      .split(/\{\{[^}]*\}\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    return [new RegExp(`^${escaped.join('.*')}$`)]
  })
}

/** Words of the opened files themselves: names, notes and sources, longest first. */
async function wordsOfData(): Promise<readonly string[]> {
  const words = new Set<string>([
    // The app's own name, and that of the language in its own words.
    'Lối Thoát',
    'Tiếng Việt',
    'Nhà thử',
    'Phòng A',
    'Phòng họp',
    'Tầng 1',
    'Tầng 2',
    // What the ground floor is called in the south, in the English form too.
    'Tầng trệt',
    (await loadSurroundings()).credit,
  ])
  const collect = (value: unknown): void => {
    if (typeof value === 'string') words.add(value)
    else if (typeof value === 'object' && value !== null)
      for (const each of Object.values(value)) collect(each)
  }
  collect(sample)
  // Titles of regulations and standards are cited as they are.
  for (const use of Object.values(zoneUses.uses)) if ('floorSpace' in use) collect(use.floorSpace?.source)
  return [...words].filter((word) => vietnamese.test(word)).toSorted((a, b) => b.length - a.length)
}

const vietnamese = /[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i

const data = await wordsOfData()
const onlyVietnamese = sentencesOnlyIn(vi, en)
const onlyEnglish = sentencesOnlyIn(en, vi)

/** Texts of the screen that are in the other language, the words of the file itself apart. */
export async function strangeWords(page: Page, language: 'vi' | 'en'): Promise<readonly string[]> {
  const texts = await textsOf(page)
  if (language === 'vi') return texts.filter((text) => onlyEnglish.some((sentence) => sentence.test(text)))
  return texts.filter((text) => {
    const own = data.reduce((rest, word) => rest.replaceAll(word, ''), text)
    return vietnamese.test(own) || (own === text && onlyVietnamese.some((sentence) => sentence.test(text)))
  })
}
