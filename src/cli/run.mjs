import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled, root } from './install.mjs'

ensureInstalled()
const { build } = await import('./build.mjs')
await build('node')
await import(pathToFileURL(join(root, 'dist', 'node', 'cli.js')).href)
