import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentenceOf } from '../../../src/i18n/index.ts'
import { importIfc } from '../../../src/import/ifc/index.ts'
import { isSound } from '../../../src/premises/geometry/validity.ts'
import { PersonError } from '../../../src/premises/message.ts'
import { ifc } from './builder.ts'
import { house } from './houses.ts'
import { imported, refusal } from './importing.ts'

const encode = (text: string) => ({ name: 'tep.ifc', bytes: new TextEncoder().encode(text) })
const head = (schema: string) =>
  `ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION((''),'2;1');\n${schema}\nENDSEC;\nDATA;\nENDSEC;\nEND-ISO-10303-21;\n`

describe('what is no IFC file is refused with a sentence', () => {
  test.each([
    ['a letter', 'Kính gửi ban quản lý', 'ifc.notIfc'],
    ['a PDF named .ifc', '%PDF-1.7 …', 'ifc.notIfc'],
    ['a zip named .ifc', 'PK\u0003\u0004', 'ifc.zipped'],
    [
      'IFC in XML',
      '<?xml version="1.0"?><ifc:ifcXML xmlns:ifc="http://www.buildingsmart-tech.org/ifcXML/IFC4">',
      'ifc.xml',
    ],
    ['a web page', '<html><body>404</body></html>', 'ifc.notIfc'],
    ['STEP of a machine part', head("FILE_SCHEMA(('AUTOMOTIVE_DESIGN'));"), 'ifc.stepNotIfc'],
    ['a head without a schema', head(''), 'ifc.noSchema'],
    ['a schema that nobody knows', head("FILE_SCHEMA(('IFC99'));"), 'ifc.unreadable'],
    ['an empty model', head("FILE_SCHEMA(('IFC2X3'));"), 'ifc.noSpaces'],
  ])('%s', async (_, text, code) => {
    const message = await refusal(encode(text))
    expect(message).toMatchObject({ code, severity: 'error', where: { file: 'tep.ifc' } })
    expect(sentenceOf(message).text).not.toContain(code)
    expect(sentenceOf(message).mend).not.toBeNull()
  })

  test('a byte order mark and padding at the end do not matter', async () => {
    const found = await imported(encode(`\ufeff${house().text()}${' \n'.repeat(400)}`))
    expect(found.counts['zones']).toBe(2)
  })
})

test('a file that is cut short anywhere is refused, with the last element that is there', async () => {
  const text = house().text()
  for (const share of [0.2, 0.5, 0.9, 0.999]) {
    const message = await refusal(encode(text.slice(0, Math.floor(text.length * share))))
    expect(message.code).toBe('ifc.truncated')
    expect(message.where?.place).toMatch(/^#\d+$|^END/)
  }
})

test('references to nothing, in a circle or of the wrong kind leave their element out, not the file', async () => {
  const build = house()
  const place = build.add('IFCLOCALPLACEMENT($,$)')
  build.add(`IFCRELAGGREGATES(${build.guid()},$,$,$,#${build.hall},(#${build.hall}))`)
  build.add(`IFCRELSPACEBOUNDARY(${build.guid()},$,$,$,#99999,#99998,$,.PHYSICAL.,.INTERNAL.)`)
  build.add(`IFCDOOR(${build.guid()},$,'lost',$,$,#${place},#99997,$,2.,0.9)`)
  build.add(`IFCRELFILLSELEMENT(${build.guid()},$,$,$,#99996,#${build.front})`)
  const found = await imported(build.file())
  expect(found.zone('Phòng làm việc')).toBeDefined()
  expect(found.finding('ifc.doorWithoutShape').params).toMatchObject({ count: 1, names: 'lost' })
})

test.each([
  ['a bracket that does not close', 'IFCCARTESIANPOINT((0.,0.();'],
  ['a text that does not close', "IFCLABEL('a;"],
  ['a name broken by a point', 'IFCCARTES.ANPOINT((0.,0.));'],
  ['a missing comma', 'IFCDIRECTION((0. 1.));'],
  ['half a number', 'IFCCARTESIANPOINT((1.E,0.));'],
])('%s is refused before the engine would search for its end', async (_, body) => {
  const text = house()
    .text()
    .replace(/#40=.*;/, `#40=${body}`)
  const message = await refusal(encode(text))
  expect(message).toMatchObject({ code: 'ifc.damaged', where: { place: '#40' } })
  expect(sentenceOf(message).text).toContain('#40')
})

test('comments, line ends, apostrophes and several records in one element are good STEP', async () => {
  const text = house()
    .text()
    .replace(
      'DATA;',
      "DATA;\r\n/* a comment; with ' and ( in it */\r\n#900 = IFCLABEL( 'it''s (fine); really' ) ;\n#901=(IFCA()IFCB((1.,+2.E-3,-.5E1,.T.,*,$)));\n".replace(
        '-.5E1',
        '-5.E1',
      ),
    )
  expect((await imported(encode(text))).counts['zones']).toBe(2)
})

/** Bytes of the data section, changed. `deep`: digits to digits and letters to letters, so that the grammar holds. */
function damages(bytes: Uint8Array, deep: boolean): fc.Arbitrary<Uint8Array> {
  const text = new TextDecoder().decode(bytes)
  const data = text.indexOf('DATA;') + 6
  const places = Array.from({ length: bytes.length - 60 - data }, (_, index) => data + index)
  const letterAt = (at: number): string => text[at] ?? ''
  const digits = '0123456789'
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const one = deep
    ? fc
        .constantFrom(...places.filter((at) => /[0-9A-Z]/.test(letterAt(at))))
        .chain((at) =>
          fc.tuple(
            fc.constant(at),
            fc.constantFrom(...(digits.includes(letterAt(at)) ? digits : letters).split('')),
          ),
        )
    : fc.tuple(fc.constantFrom(...places), fc.constantFrom(..."0123456789.,()#$*'-EIFCSDX \n".split('')))
  return fc.array(one, { minLength: 1, maxLength: 12 }).map((changes) => {
    const damaged = bytes.slice()
    for (const [at, letter] of changes) damaged[at] = letter.charCodeAt(0)
    return damaged
  })
}

test.each([
  ['in its grammar', false, 40],
  ['in its numbers, names and references', true, 60],
])('a file damaged %s imports soundly, or a person is told; never a crash', async (_, deep, numRuns) => {
  await fc.assert(
    fc.asyncProperty(damages(house().file().bytes, deep), async (bytes) => {
      try {
        const { premises } = await imported({ name: 'hong.ifc', bytes })
        for (const zone of Object.values(premises.zones)) expect(isSound(zone.polygon)).toBe(true)
        for (const opening of Object.values(premises.openings)) {
          expect(opening.segment.flat().every(Number.isFinite)).toBe(true)
          for (const side of opening.sides) if (side !== null) expect(premises.zones[side]).toBeDefined()
        }
      } catch (error) {
        if (!(error instanceof PersonError)) throw error
      }
    }),
    { numRuns, seed: 20_260_101 },
  )
})

test('an import that is stopped throws what stopped it, and the next one works', async () => {
  const stop = new Error('stop')
  let breaths = 0
  const breathe = async (): Promise<void> => {
    breaths += 1
    if (breaths === 2) throw stop
    return Promise.resolve()
  }
  const file = house().file()
  await expect(importIfc(file, { wasm: null, progress: () => undefined, breathe })).rejects.toBe(stop)
  expect((await imported(file)).counts['zones']).toBe(2)
})

test('progress runs through the stages and never back within one', async () => {
  const seen: [string, number][] = []
  const progress = ({ stage, share }: { readonly stage: string; readonly share: number }) =>
    void seen.push([stage, share])
  await importIfc(house().file(), { wasm: null, progress, breathe: () => Promise.resolve() })
  expect([...new Set(seen.map(([stage]) => stage))]).toEqual(['read', 'geometry', 'join', 'check'])
  seen.slice(1).forEach(([stage, share], index) => {
    const before = seen[index]
    if (before && before[0] === stage) expect(share).toBeGreaterThanOrEqual(before[1])
    expect(share).toBeLessThanOrEqual(1)
  })
})

test('every finding has a sentence, with its figures in it', async () => {
  const build = house({ latitude: [21, 1, 0, 0], longitude: [105, 50, 0, 0] }, { external: null })
  build.storey({ name: 'Mái', elevation: 6 })
  build.door({ storey: build.ground, at: [2, 2], height: 1.6 })
  const none = ifc()
  const bare = none.storey({ name: 'Tầng 1', elevation: 5 })
  none.space({
    storey: bare,
    name: 'A',
    corners: [
      [0, 0],
      [4, 0],
      [4, 4],
    ],
  })
  for (const file of [build.file(), none.file()]) {
    for (const finding of (await imported(file)).findings) {
      const { text } = sentenceOf(finding)
      expect(text, finding.code).not.toContain(finding.code)
      expect(text, finding.code).not.toMatch(/\{\{|undefined/)
    }
  }
})
