import fc from 'fast-check'
import { deflateSync, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { formatVersion, readProject, writeProject } from '../../../src/premises/file/index.ts'
import { migrated } from '../../../src/premises/file/migrate.ts'
import { PersonError } from '../../../src/premises/message.ts'
import { writeZip } from '../../../src/premises/file/zipWrite.ts'
import { hasSentence, sentenceOf } from '../../../src/i18n/index.ts'
import { altered, entryText, project, verdict } from './sample.ts'

let good: Uint8Array
let goodLog: string
let lines: string[]
beforeAll(async () => {
  good = await writeProject(project())
  goodLog = entryText(good, 'log.json')
  lines = goodLog.split('\n')
})

/** The file with the line of the log that holds `text` changed. */
async function withLine(
  text: string,
  change: (operation: Record<string, unknown>) => unknown,
): Promise<Uint8Array> {
  const at = lines.findIndex((line) => line.includes(text))
  const operation = JSON.parse((lines[at] ?? '').replace(/,$/, '')) as Record<string, unknown>
  const changed = lines.with(at, `${JSON.stringify(change(operation))}${at < lines.length - 3 ? ',' : ''}`)
  return altered({ 'log.json': changed.join('\n') })
}

describe('a file that is none of ours', () => {
  it('is told by its content, whatever its name', async () => {
    const cases: readonly (readonly [string, Uint8Array])[] = [
      ['fileEmpty', new Uint8Array()],
      ['word', zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'word/document.xml': strToU8('<x/>') })],
      ['sheet', zipSync({ 'xl/workbook.xml': strToU8('<x/>') })],
      [
        'imdf',
        zipSync({
          'venue/': new Uint8Array(),
          'a/venue.geojson': strToU8('{}'),
          'a/manifest.json': strToU8('{}'),
        }),
      ],
      ['zip', zipSync({ 'photo.jpg': strToU8('x') })],
      ['picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
      ['dwg', strToU8('AC1032\0\0\0\0')],
      ['ifc', strToU8('ISO-10303-21;\nHEADER;')],
      ['pdf', strToU8('%PDF-1.7')],
      ['geojson', strToU8('\uFEFF{"type":"FeatureCollection"}')],
      ['unknown', strToU8('hello')],
      ['unknown', new Uint8Array(1000).map((_, index) => index * 7)],
    ]
    for (const [kind, bytes] of cases) {
      const error = await readProject('hồ sơ.loithoat', bytes).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(PersonError)
      const { report } = error as PersonError
      if (kind === 'fileEmpty') expect(report.code).toBe('fileEmpty')
      else
        expect(report).toMatchObject({
          code: 'fileIsOther',
          params: { context: kind, file: 'hồ sơ.loithoat' },
        })
      const { text, mend } = sentenceOf(report)
      expect(text).toContain('hồ sơ.loithoat')
      expect(mend).not.toBeNull()
    }
  })
})

describe('a damaged file names the place', () => {
  it('cut short anywhere', async () => {
    for (let length = 1; length < good.length; length += 97) {
      const { code } = await verdict(good.slice(0, length))
      expect(['fileTruncated', 'fileIsOther']).toContain(code)
    }
  })

  it('a part missing', async () => {
    expect(await verdict(await altered({ 'log.json': null }))).toMatchObject({
      code: 'fileEntryMissing',
      place: 'log.json',
    })
    expect(await verdict(await altered({ 'summary.json': null }))).toMatchObject({
      code: 'fileEntryMissing',
      place: 'summary.json',
    })
    expect((await verdict(await altered({ 'manifest.json': null }))).code).toBe('fileIsOther')
  })

  it('a value of the wrong kind: the operation, the record and the field', async () => {
    const wrong = await withLine('"field":"clearWidthM"', (operation) => ({ ...operation, after: 'wide' }))
    const at = lines.findIndex((line) => line.includes('"field":"clearWidthM"')) + 1
    expect(await verdict(wrong)).toEqual({
      code: 'recordInvalid',
      place: `log.json:${at}`,
      field: 'clearWidthM',
    })
    const inside = await withLine('"record":{"id":"stair-cau-thang"', (operation) => {
      const text = JSON.stringify(operation).replace(/"risers":\d+/, '"risers":"many"')
      return JSON.parse(text) as unknown
    })
    expect(await verdict(inside)).toMatchObject({ code: 'recordInvalid', field: 'runs.0.flights.0.risers' })
  })

  it('coordinates that lie nowhere, numbers past every bound', async () => {
    const change = (from: RegExp, to: string) =>
      withLine(
        '"table":"zones"',
        (operation) => JSON.parse(JSON.stringify(operation).replace(from, to)) as unknown,
      )
    for (const absurd of ['1e300', '1e7', '-2000000', '1e999', 'null', '"0"', '[]'])
      expect(await verdict(await change(/"outer":\[\[[^,]+,/, `"outer":[[${absurd},`))).toMatchObject({
        code: 'recordInvalid',
      })
    const placed = await withLine(
      '"table":"buildings"',
      (operation) =>
        JSON.parse(JSON.stringify(operation).replace(/"latitude":[\d.]+/, '"latitude":210.245')) as unknown,
    )
    expect(await verdict(placed)).toMatchObject({ code: 'recordInvalid', field: 'placement.latitude' })
  })

  it('an id that is not the record’s, an unknown table, an operation twice', async () => {
    expect(
      await verdict(
        await withLine('"table":"zones"', (each) => ({ ...each, record: { table: 'zones', id: 'other' } })),
      ),
    ).toMatchObject({
      code: 'recordInvalid',
      field: 'id',
    })
    expect(
      (
        await verdict(
          await withLine('"table":"zones"', (each) => ({ ...each, record: { table: 'toString', id: 'x' } })),
        )
      ).code,
    ).toBe('recordInvalid')
    const twice = lines.toSpliced(2, 0, lines[1] ?? '').join('\n')
    expect(await verdict(await altered({ 'log.json': twice }))).toMatchObject({
      code: 'fileDamaged',
      place: 'log.json:3',
    })
  })

  it('keys that reach into prototypes, however they are written', async () => {
    for (const key of ['__proto__', '\\u005f_proto__', 'constructor', 'prototype']) {
      const evil = lines.with(
        1,
        (lines[1] ?? '').replace('"evidence":{', `"evidence":{"${key}":{"polluted":true},`),
      )
      expect((await verdict(await altered({ 'log.json': evil.join('\n') }))).code).toBe('fileDamaged')
    }
    expect(
      (
        await verdict(
          await withLine('"field":"clearWidthM"', (each) => ({
            ...each,
            field: 'evidence.x',
            after: null,
            before: null,
          })),
        )
      ).code,
    ).toBe('read')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('JSON nested without end', async () => {
    for (const nested of ['['.repeat(200_000), `[${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}]`]) {
      expect((await verdict(await altered({ 'log.json': nested }))).code).toBe('fileDamaged')
      expect((await verdict(await altered({ 'manifest.json': nested }))).code).toBe('fileDamaged')
    }
  })

  it('a picture that is not what its name says', async () => {
    const name = Object.keys(unzipSync(good)).find((each) => each.startsWith('attachments/')) ?? ''
    expect(await verdict(await altered({ [name]: 'another picture' }))).toMatchObject({
      code: 'fileDamaged',
      place: name,
    })
  })

  it('names that lead out of the file', async () => {
    for (const name of ['../evil', '/etc/x', 'a/../../b', 'C:\\x', 'a//b'])
      expect((await verdict(await altered({ [name]: 'x' }))).code).toBe('fileDamaged')
  })
})

describe('a file of another version', () => {
  it('too new: says which, before anything else is looked at', async () => {
    const manifest = JSON.stringify({
      format: 'loithoat',
      formatVersion: formatVersion + 1,
      id: 'x',
      generator: 'later',
      layout: [],
    })
    const error = await readProject(
      'mới.loithoat',
      await altered({ 'manifest.json': manifest, 'log.json': 'another layout' }),
    ).catch((e: unknown) => e)
    expect(error).toMatchObject({
      report: {
        code: 'fileTooNew',
        params: { version: formatVersion + 1, known: formatVersion },
        where: { file: 'mới.loithoat' },
      },
    })
  })

  it('older: every step up to ours, in order; a missing step is "too old"', () => {
    const steps = {
      1: (log: readonly unknown[]) => [...log, 'one'],
      2: (log: readonly unknown[]) => [...log, 'two'],
    }
    expect(migrated(['start'], 1, 'a', steps, 3)).toEqual(['start', 'one', 'two'])
    expect(() => migrated([], 1, 'a', {}, 2)).toThrow(PersonError)
    expect(() => migrated([], 4, 'a', steps, 3)).toThrow(PersonError)
  })
})

describe('a zip bomb', () => {
  it('is refused for what it announces, before a byte is unpacked', async () => {
    const bomb = zipSync({ ...unzipSync(good), 'log.json': new Uint8Array(30_000_000) }, { level: 9 })
    expect(await verdict(bomb)).toMatchObject({ code: 'fileTooLarge', place: 'log.json' })
  })

  it('is stopped where it unpacks to more than it announces', async () => {
    const inside = new Uint8Array(40_000_000)
    const packed = deflateSync(inside, { level: 9 })
    const zip = await writeZip([{ name: 'log.json', bytes: strToU8('[]\n'), stored: true }], () => undefined)
    // A lie: the entry is said to be three bytes, but its stream holds forty million.
    const [name, header] = [8, 30]
    const lying = new Uint8Array(zip.length - 3 + packed.length)
    lying.set(zip.subarray(0, header + name))
    lying.set(packed, header + name)
    lying.set(zip.subarray(header + name + 3), header + name + packed.length)
    const view = new DataView(lying.buffer)
    const central = header + name + packed.length
    for (const at of [8, central + 10]) view.setUint16(at, 8, true)
    for (const at of [18, central + 20]) view.setUint32(at, packed.length, true)
    view.setUint32(lying.length - 6, central, true)
    const { listZip, unpack } = await import('../../../src/premises/file/zipRead.ts')
    const [entry] = listZip('bom.loithoat', lying)
    expect(entry).toMatchObject({ bytes: 3, packedBytes: packed.length })
    await expect(unpack('bom.loithoat', lying, entry ?? expect.fail(), () => undefined)).rejects.toThrow(
      PersonError,
    )
  })

  it('of overlapping entries is refused', async () => {
    const zip = await writeZip(
      ['manifest.json', 'summary.json', 'b.json'].map((name) => ({
        name,
        bytes: strToU8('x'.repeat(100)),
        stored: true,
      })),
      () => undefined,
    )
    const view = new DataView(zip.buffer)
    const central = view.getUint32(zip.length - 6, true)
    // The second entry of the directory points at the first one's bytes.
    view.setUint32(central + 46 + 13 + 42, 0, true)
    expect((await verdict(zip)).code).toBe('fileDamaged')
  })
})

describe('features that say something else than the log', () => {
  it('give a warning with the place, and the log is taken', async () => {
    const units = entryText(good, 'unit.geojson')
    const renamed = await readProject(
      'a.loithoat',
      await altered({ 'unit.geojson': units.replace('Phòng họp', 'Phòng khác') }),
    )
    expect(renamed.project.log).toEqual(project().log)
    expect(renamed.warnings).toMatchObject([
      { code: 'featuresDiffer', params: { count: 1 }, where: { place: 'unit.geojson' } },
    ])
    const gone = await readProject(
      'a.loithoat',
      await altered({ 'opening.geojson': null, 'level.geojson': '{' }),
    )
    expect(gone.warnings.map(({ where }) => where?.place)).toEqual(['level.geojson', 'opening.geojson'])
  })

  it('but not where a program has only written them anew: other order, spaces, last digits', async () => {
    const units = JSON.parse(entryText(good, 'unit.geojson')) as {
      features: { geometry: { coordinates: number[][][] } }[]
    }
    for (const { geometry } of units.features)
      geometry.coordinates = geometry.coordinates.map((ring) =>
        ring.map(([x = 0, y = 0]) => [x + 2e-10, y - 2e-10]),
      )
    units.features.reverse()
    const { warnings } = await readProject(
      'a.loithoat',
      await altered({ 'unit.geojson': JSON.stringify(units, null, 2) }),
    )
    expect(warnings).toEqual([])
  })
})

/** Damage as disks, networks, other programs and ill will do it. */
const damage: fc.Arbitrary<(bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>> = fc.oneof(
  fc
    .array(fc.tuple(fc.nat(), fc.nat(7)), { minLength: 1, maxLength: 8 })
    .map((flips) => (bytes: Uint8Array) => {
      const copy = bytes.slice()
      for (const [at, bit] of flips) copy[at % copy.length]! ^= 1 << bit
      return copy
    }),
  fc.nat().map((at) => (bytes: Uint8Array) => bytes.slice(0, at % bytes.length)),
  fc.tuple(fc.nat(), fc.nat(400)).map(([at, count]) => (bytes: Uint8Array) => {
    const from = at % bytes.length
    return new Uint8Array([...bytes.subarray(0, from), ...bytes.subarray(from + count)])
  }),
  fc
    .tuple(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 200 }))
    .map(([at, more]) => (bytes: Uint8Array) => {
      const from = at % bytes.length
      return new Uint8Array([...bytes.subarray(0, from), ...more, ...bytes.subarray(from)])
    }),
  fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => (bytes: Uint8Array) => {
    const zip = unzipSync(bytes)
    const names = Object.keys(zip)
    const [one, other] = [names[a % names.length] ?? '', names[b % names.length] ?? '']
    return zipSync({ ...zip, [one]: zip[other] ?? new Uint8Array(), [other]: zip[one] ?? new Uint8Array() })
  }),
  fc
    .tuple(fc.nat(), fc.nat(), fc.jsonValue({ maxDepth: 3 }))
    .map(([entry, at, value]) => (bytes: Uint8Array) => {
      // One value somewhere in one entry replaced by any other JSON.
      const zip = unzipSync(bytes)
      const names = Object.keys(zip).filter((name) => name.endsWith('json'))
      const name = names[entry % names.length] ?? ''
      const text = new TextDecoder().decode(zip[name])
      const values = [
        ...text.matchAll(/(?<=[:[,])(?:"(?:[^"\\]|\\.)*"|-?\d[\d.e+-]*|true|false|null)(?=[,\]}])/g),
      ]
      const chosen = values[at % Math.max(1, values.length)]
      if (chosen === undefined) return bytes
      const changed =
        text.slice(0, chosen.index) + JSON.stringify(value) + text.slice(chosen.index + chosen[0].length)
      return zipSync({ ...zip, [name]: strToU8(changed) })
    }),
  fc.uint8Array({ maxLength: 500 }).map((bytes) => () => bytes),
  fc.uint8Array({ maxLength: 500 }).map((bytes) => () => new Uint8Array([0x50, 0x4b, 3, 4, ...bytes])),
)

describe('any damage', () => {
  it('ends in a message for a person, or in the project as it was written: 800 files', async () => {
    let [refused, readCount] = [0, 0]
    await fc.assert(
      fc.asyncProperty(damage, async (spoil) => {
        const bytes = await spoil(good)
        try {
          const { project: read, warnings } = await readProject('hỏng.loithoat', bytes)
          readCount += 1
          // Whatever was read can be written and read again.
          const again = await writeProject(read)
          expect((await readProject('lại.loithoat', again)).project).toEqual(read)
          expect(warnings.every(({ code }) => code === 'featuresDiffer')).toBe(true)
        } catch (error) {
          if (!(error instanceof PersonError)) throw error
          refused += 1
          expect(hasSentence(`message.${error.report.code}`)).toBe(true)
          expect(hasSentence(`mend.${error.report.code}`)).toBe(true)
          expect(error.report.where?.file).toBe('hỏng.loithoat')
        }
      }),
      { numRuns: 800 },
    )
    expect(refused).toBeGreaterThan(400)
    expect(readCount).toBeGreaterThan(10)
  })

  it('of single bits in the log never changes a number unseen', async () => {
    const zip = await writeProject(project())
    for (let at = 0; at < zip.length; at += 13) {
      const copy = zip.slice()
      copy[at]! ^= 1 << (at % 8)
      try {
        const { project: read } = await readProject('a.loithoat', copy)
        expect(read).toEqual(project())
      } catch (error) {
        if (!(error instanceof PersonError)) throw error
      }
    }
  })
})
