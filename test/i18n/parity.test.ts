import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { leaves, type Sentences } from '../../src/i18n/fragments.ts'
import { setLanguage, t } from '../../src/i18n/index.ts'

const folder = join(import.meta.dirname, '../../src/i18n')
const fragmentNames = (language: string) =>
  readdirSync(join(folder, language))
    .filter((name) => name.endsWith('.json'))
    .sort()
const read = (language: string, name: string) =>
  leaves(JSON.parse(readFileSync(join(folder, language, name), 'utf8')) as Sentences)

/** English has one form more than Vietnamese for a count. */
const singular = (path: string) => path.replace(/_(zero|one|two|few|many|other)$/, '')
const params = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? ''))].toSorted((a, b) => a.localeCompare(b))

describe('every sentence exists in both languages', () => {
  test('the same fragments', () => {
    expect(fragmentNames('en')).toEqual(fragmentNames('vi'))
  })

  test.each(fragmentNames('vi'))('%s: the same keys, none empty', (name) => {
    const keys = (language: string) =>
      [...new Set(read(language, name).map(([path]) => singular(path)))].sort()
    expect(keys('en')).toEqual(keys('vi'))
    for (const language of ['vi', 'en']) {
      for (const [path, text] of read(language, name)) expect(text.trim(), `${language} ${path}`).not.toBe('')
    }
  })

  test.each(fragmentNames('vi'))('%s: the same facts in the sentence', (name) => {
    const vi = new Map(read('vi', name).map(([path, text]) => [singular(path), params(text)]))
    for (const [path, text] of read('en', name)) {
      if (path.endsWith('_one')) continue
      expect(params(text), path).toEqual(vi.get(singular(path)))
    }
  })

  test('no key is defined by two fragments', () => {
    for (const language of ['vi', 'en']) {
      const owner = new Map<string, string>()
      for (const name of fragmentNames(language)) {
        for (const [path] of read(language, name)) {
          expect(owner.get(path), `${language} ${path} in ${name}`).toBeUndefined()
          owner.set(path, name)
        }
      }
    }
  })
})

describe('the sentence maker', () => {
  test('untrusted text stays text: neither escaped, nor nested, nor interpolated again', () => {
    expect(t('shell.unknownMessage', { code: '<b>{{x}} $t(app.name)' })).toContain('<b>{{x}} $t(app.name)')
  })

  test('English is fetched when asked for, and Vietnamese comes back', async () => {
    await setLanguage('en')
    expect(t('shell.unknownMessage', { code: 1234.5 })).toBe('Something could not be done (code 1,234.5).')
    await setLanguage('vi')
    expect(t('shell.unknownMessage', { code: 1234.5 })).toContain('1.234,5')
  })
})
