import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { nothing } from '../../src/map/features.ts'
import { feeds } from '../../src/map/feeds.ts'
import { layersOf, mapLayers } from '../../src/map/layers.ts'
import { planStyle } from '../../src/map/style.ts'
import { themes } from '../../src/map/theme.ts'

const shown = {
  labels: true,
  routes: true,
  queues: true,
  doors: true,
  walls: true,
  surroundings: false,
  assembly: true,
}

describe('the style of the map', () => {
  beforeAll(() => {
    vi.stubGlobal('location', { href: 'http://localhost/' })
  })

  it('is valid in both themes', () => {
    for (const theme of [themes.light, themes.dark]) {
      expect(validateStyleMin(planStyle(theme, shown, () => nothing)).map((error) => error.message)).toEqual(
        [],
      )
    }
  })

  it('asks nothing from anywhere but its own origin: no glyph server, no sprite, no tiles', () => {
    const style = planStyle(themes.light, shown, () => nothing)
    expect(style.glyphs).toBeUndefined()
    expect(style.sprite).toBeUndefined()
    expect(Object.values(style.sources).every((source) => source.type === 'geojson')).toBe(true)
    const addresses = JSON.stringify(style).match(/[a-z]+:\/\/[^"/]*/g) ?? []
    expect(new Set(addresses)).toEqual(new Set(['http://localhost']))
  })

  it('has the same layers in both themes, so that a change of theme is a change of paint', () => {
    const ids = (theme: keyof typeof themes) => mapLayers(themes[theme]).map((layer) => layer.id)
    expect(ids('dark')).toEqual(ids('light'))
  })

  it('knows every layer that a switch names, and every source that a layer draws', () => {
    const layers = mapLayers(themes.light)
    const ids = new Set(layers.map((layer) => layer.id))
    for (const id of Object.values(layersOf).flat()) expect(ids.has(id), id).toBe(true)
    const sources = new Set(feeds.map((feed) => feed.source))
    for (const layer of layers) if ('source' in layer) expect(sources.has(layer.source), layer.id).toBe(true)
  })

  it('starts with the layers hidden that a person switched off', () => {
    const style = planStyle(themes.light, shown, () => nothing)
    const hidden = style.layers
      .filter((layer) => layer.layout?.visibility === 'none')
      .map((layer) => layer.id)
    expect(hidden.toSorted()).toEqual([...layersOf.surroundings].toSorted())
  })

  it('covers every Vietnamese letter by a font file of ours', () => {
    const faces = planStyle(themes.light, shown, () => nothing)['font-faces'] ?? {}
    const letters = 'AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY'
    const marks = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
    const wanted = Array.from(letters).flatMap((letter) =>
      marks.map((mark) => (letter + mark).normalize('NFC')),
    )
    const upper = wanted.join('')
    const text = Array.from(`${upper}${upper.toLowerCase()}0123456789–»…`)
    for (const files of Object.values(faces)) {
      const ranges = (files as { 'unicode-range'?: string[] }[]).flatMap(
        (file) => file['unicode-range'] ?? [],
      )
      const covers = (code: number) =>
        ranges.some((range) => {
          const [from, to = from] = range
            .replace('U+', '')
            .split('-')
            .map((hex) => Number.parseInt(hex, 16))
          return from !== undefined && to !== undefined && code >= from && code <= to
        })
      for (const letter of text) expect(covers(letter.codePointAt(0) ?? 0), letter).toBe(true)
    }
  })
})
