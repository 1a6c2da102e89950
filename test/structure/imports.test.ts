import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** The rooms in the order in which they may be imported; rooms on one line do not import each other. */
const order: readonly (readonly string[])[] = [
  ['data', 'src/i18n'],
  ['src/premises'],
  ['src/import', 'src/risk', 'src/rules'],
  ['workers'],
  ['src/analysis', 'src/verification'],
  ['src/plans'],
  ['src/state', 'src/cli'],
  ['src/map', 'src/ui'],
  ['src/desks'],
  ['src/main.tsx'],
]

/** Up to here no DOM, React or MapLibre, and no node: import. */
const lastPure = 4

/** Inside workers: a job imports the shared files and the jobs named here, nothing else. */
const jobsMayImport: Readonly<Record<string, readonly string[]>> = {
  routes: [],
  egress: ['routes'],
  bound: ['routes', 'egress'],
  import: [],
}

interface Import {
  readonly from: string
  readonly to: string
}

const files = ['data', 'src', 'workers'].flatMap((folder) => list(join(root, folder)))
const imports = files.flatMap(importsOf)
const own = imports.filter((each) => each.to.startsWith('.')).map(({ from, to }) => ({ from, to: resolve(from, to) }))

describe('imports run one way', () => {
  it('reads the sources', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(own.length).toBeGreaterThan(50)
  })

  it('every file stands in a room of the plan', () => {
    expect(files.filter((file) => rank(file) === -1)).toEqual([])
  })

  it('no room imports one above it or beside it', () => {
    const wrong = own.filter(({ from, to }) => room(from) !== room(to) && rank(to) >= rank(from))
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  it('jobs import only what they may', () => {
    const job = (file: string) => /^workers\/([^/]+)\//.exec(file)?.[1]
    const wrong = own.filter(({ from, to }) => {
      const [a, b] = [job(from), job(to)]
      return a !== undefined && b !== undefined && a !== b && !(jobsMayImport[a] ?? []).includes(b)
    })
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  it('there is no circle', () => {
    expect(circle(own)).toEqual([])
  })

  it('the rooms that compute know no browser and no Node', () => {
    const foreign = imports.filter(
      ({ from, to }) =>
        rank(from) <= lastPure &&
        ((to.startsWith('node:') && !/pool\.node|worker\.node/.test(from)) || /^(react|react-dom|maplibre-gl|zustand|idb)(\/|$)/.test(to)),
    )
    expect(foreign.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })
})

describe('the top level holds what the plan names', () => {
  it('and nothing else', () => {
    const allowed = new Set([
      'src', 'data', 'workers', 'public', 'test', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json',
      'tsconfig.json', 'README.md', 'LICENSE', 'node_modules', 'dist',
    ])
    const found = readdirSync(root).filter((name) => !name.startsWith('.') && !allowed.has(name))
    expect(found).toEqual([])
  })
})

function list(path: string): string[] {
  if (!existsSync(path)) return []
  return readdirSync(path)
    .flatMap((name) => {
      const each = join(path, name)
      return statSync(each).isDirectory() ? list(each) : /\.(ts|tsx|mjs)$/.test(name) ? [relative(root, each)] : []
    })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
  const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]|new URL\(\s*['"](\.[^'"]+)['"]/g)
  return [...found].map((match) => ({ from: file, to: (match[1] ?? match[2] ?? '').replace(/\?.*$/, '') }))
}

function resolve(from: string, to: string): string {
  return join(dirname(from), to).replaceAll('\\', '/')
}

function room(file: string): string {
  return order.flat().find((name) => file === name || file.startsWith(`${name}/`)) ?? ''
}

function rank(file: string): number {
  return order.findIndex((rooms) => rooms.includes(room(file)))
}

/** The first circle found, as the files on it; empty if there is none. */
function circle(edges: readonly Import[]): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return []
    path.push(file)
    for (const each of next.get(file) ?? []) {
      const found = visit(each)
      if (found.length > 0) return found
    }
    path.pop()
    done.add(file)
    return []
  }
  for (const file of next.keys()) {
    const found = visit(file)
    if (found.length > 0) return found
  }
  return []
}
