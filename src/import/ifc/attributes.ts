/** One line of the file as the engine gives it: attributes by their name in the schema, each null where unset. */
export type IfcLine = Readonly<Record<string, unknown>>

/** Text of an attribute: decoded, composed (NFC), trimmed; null if unset or blank. */
export function text(line: IfcLine | null, attribute: string): string | null {
  const value = inner(line?.[attribute])
  if (typeof value !== 'string') return null
  // Control characters would break lists and labels; some exporters leave line feeds in names.
  const clean = value
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return clean === '' ? null : clean
}

/** A number as the file has it, in the file's units; null if unset or not finite. */
export function real(line: IfcLine | null, attribute: string): number | null {
  return finite(line?.[attribute])
}

/** All numbers of a list attribute (coordinates, degrees). */
export function reals(line: IfcLine | null, attribute: string): number[] {
  return list(line?.[attribute]).flatMap((each) => finite(each) ?? [])
}

/** An enumeration value without its dots, upper case. */
export function enumeration(line: IfcLine | null, attribute: string): string | null {
  const value = inner(line?.[attribute])
  return typeof value === 'string' && value !== '' ? value.toUpperCase() : null
}

/** IfcBoolean or IfcLogical: null if unset or unknown. */
export function truth(line: IfcLine | null, attribute: string): boolean | null {
  const value = inner(line?.[attribute])
  if (typeof value === 'boolean') return value
  if (value === 'T' || value === '.T.') return true
  if (value === 'F' || value === '.F.') return false
  return null
}

/** The element that an attribute points at; null if unset. */
export function reference(line: IfcLine | null, attribute: string): number | null {
  return toReference(line?.[attribute])
}

export function references(line: IfcLine | null, attribute: string): number[] {
  return list(line?.[attribute]).flatMap((each) => toReference(each) ?? [])
}

/** Reference value of STEP tapes in web-ifc. */
const referenceType = 5

function toReference(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('value' in value) || !('type' in value)) return null
  return value.type === referenceType && typeof value.value === 'number' ? value.value : null
}

/** Lists come bare, or wrapped as a measure of their own (IfcCompoundPlaneAngleMeasure). */
function list(value: unknown): readonly unknown[] {
  const bare = inner(value)
  return Array.isArray(bare) ? bare : []
}

function finite(value: unknown): number | null {
  const number = inner(value)
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/** Values come bare, or wrapped as { value } (and as { _representationValue } behind a getter for reals). */
function inner(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'value' in value ? value.value : value
}
