import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Serious and critical faults of a screen by WCAG 2.2 A and AA. */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    })
    return (
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map(({ html, any }) => `${id}: ${html.slice(0, 120)} – ${any[0]?.message ?? ''}`),
        )
        // What is half scrolled out of its panel is whole again after a turn of the wheel.
        .filter((fault) => !fault.includes('because it is partially obscured'))
    )
  })
}

/** Things that make the page scroll sideways, or are cut off where nothing scrolls. */
export async function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.documentElement
    const found = root.scrollWidth > innerWidth ? [`page ${root.scrollWidth} > ${innerWidth}`] : []
    for (const element of document.querySelectorAll('button, input, select, h1, h2, [data-testid]')) {
      if (
        !element.checkVisibility({ visibilityProperty: true }) ||
        element.closest('.print-pages, .map-canvas, .hidden-visually')
      )
        continue
      const { left, right, width } = element.getBoundingClientRect()
      let scrolls = element.parentElement
      while (scrolls && !/auto|scroll/.test(getComputedStyle(scrolls).overflowX))
        scrolls = scrolls.parentElement
      if (
        width > 1 &&
        (left < -1 || right > innerWidth + 1) &&
        (!scrolls || scrolls === document.body || scrolls === root) &&
        !element.matches('.skip-link')
      )
        found.push(
          `${element.tagName} ${element.getAttribute('data-testid') ?? element.className} ${Math.round(left)} … ${Math.round(right)}`,
        )
    }
    return found
  })
}
