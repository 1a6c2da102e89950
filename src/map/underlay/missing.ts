import type { Point } from '../../premises/geometry/plane.ts'

const svg = 'http://www.w3.org/2000/svg'

/** Dashed frames where pictures would lie whose file is not there, each with a sentence; over the map, for the eye alone. */
export function missingFrames(container: HTMLElement) {
  const root = document.createElementNS(svg, 'svg')
  root.setAttribute('class', 'underlay-missing')
  root.setAttribute('width', '100%')
  root.setAttribute('height', '100%')
  let shown = ''
  return {
    show: (
      frames: readonly { readonly ring: readonly Point[]; readonly name: string }[],
      sentence: (name: string) => string,
    ) => {
      const state = JSON.stringify(frames)
      if (state === shown) return
      shown = state
      root.replaceChildren(
        ...frames.flatMap(({ ring, name }) => {
          const polygon = document.createElementNS(svg, 'polygon')
          polygon.setAttribute('points', ring.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' '))
          const text = document.createElementNS(svg, 'text')
          const [x, y] = middle(ring)
          text.setAttribute('x', x.toFixed(1))
          text.setAttribute('y', y.toFixed(1))
          text.textContent = sentence(name)
          return [polygon, text]
        }),
      )
      if (frames.length === 0) root.remove()
      else if (!root.isConnected) container.append(root)
    },
    remove: () => root.remove(),
  }
}

function middle(ring: readonly Point[]): Point {
  const sum = ring.reduce<Point>(([x, y], point) => [x + point[0], y + point[1]], [0, 0])
  return [sum[0] / ring.length, sum[1] / ring.length]
}
