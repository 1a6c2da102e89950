import { PersonError } from '../../premises/message.ts'
import type { SourceFile } from '../result.ts'

/** How far from the end the closing line of a whole file may stand: writers append padding and comments. */
const tailBytes = 65_536
const headBytes = 8_192

/**
 * Refuses what the IFC engine would read as an empty or half model: other formats, other STEP schemas, and files whose
 * end is missing (a broken copy or download). Throws a PersonError; reads only the first and last kilobytes.
 */
export function checkHeader(file: SourceFile): void {
  const where = { file: file.name }
  const head = latin1(file.bytes.subarray(0, headBytes))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  if (head.startsWith('PK')) throw new PersonError('ifc.zipped', {}, where)
  if (head.startsWith('<')) {
    throw new PersonError(/ifcxml|buildingsmart|iai-tech/i.test(head) ? 'ifc.xml' : 'ifc.notIfc', {}, where)
  }
  if (!head.startsWith('ISO-10303-21')) throw new PersonError('ifc.notIfc', {}, where)
  const schema = /FILE_SCHEMA\s*\(\s*\(\s*'([^']*)'/i.exec(head)?.[1]?.trim()
  if (schema === undefined) throw new PersonError('ifc.noSchema', {}, { ...where, place: 'FILE_SCHEMA' })
  if (!/^IFC/i.test(schema))
    throw new PersonError('ifc.stepNotIfc', { schema }, { ...where, place: 'FILE_SCHEMA' })
  const tail = latin1(file.bytes.subarray(Math.max(0, file.bytes.length - tailBytes)))
  if (!tail.includes('END-ISO-10303-21')) {
    const place = lastElement(tail)
    throw new PersonError('ifc.truncated', { place }, { ...where, place })
  }
}

/** The last element that the broken file still names, for a person who compares it with the original. */
function lastElement(tail: string): string {
  return /.*[\n;]\s*(#\d+)\s*=/s.exec(tail)?.[1] ?? 'END-ISO-10303-21'
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += 4096)
    text += String.fromCharCode(...bytes.subarray(from, from + 4096))
  return text
}
