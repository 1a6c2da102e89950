import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { leaves } from '../../src/i18n/fragments.ts'
import { vi } from '../../src/i18n/vi.ts'

const root = join(import.meta.dirname, '../../src')
const sources = ['ui', 'desks'].flatMap((folder) => list(join(root, folder)))
const known = leaves(vi).map(([path]) => path.replace(/_(one|other)$/, ''))

function list(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? list(path) : /\.tsx?$/.test(name) ? [path] : []
  })
}

describe('every sentence that a screen asks for exists', () => {
  const asked = sources.flatMap((file) => {
    const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
    return [...code.matchAll(/['`]((?:shell|planning)\.[\w.]+(?:\$\{)?)/g)].map((match) => match[1] ?? '')
  })

  test('there are hundreds', () => expect(asked.length).toBeGreaterThan(300))

  test('and none is missing', () => {
    const exists = (key: string) =>
      key.endsWith('${') ? known.some((path) => path.startsWith(key.slice(0, -2))) : known.includes(key)
    expect([...new Set(asked)].filter((key) => !exists(key))).toEqual([])
  })
})

describe('no screen gives a verdict that smoke would be needed for', () => {
  const own = leaves({ shell: vi['shell'] ?? {}, planning: vi['planning'] ?? {} })
  test.each(['an toàn', 'kịp', 'đạt', 'bảo đảm', 'đảm bảo'])('"%s" is not said', (word) => {
    const said = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu')
    expect(own.filter(([, text]) => said.test(text))).toEqual([])
  })
})
