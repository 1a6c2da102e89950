import { enumeration, real, reference, references, text, type IfcLine } from './attributes.ts'

/** Metres per power of ten that a unit's prefix names. */
const prefixes: Readonly<Record<string, number>> = {
  MILLI: 1e-3,
  CENTI: 1e-2,
  DECI: 1e-1,
  DECA: 1e1,
  HECTO: 1e2,
  KILO: 1e3,
  MICRO: 1e-6,
}

export interface LengthUnit {
  readonly metresPerUnit: number
  /** As the file calls it: METRE, MILLIMETRE, FOOT …; null where it names none (metres are taken). */
  readonly name: string | null
}

/** The unit of the length attributes of a file. Geometry does not need it: the engine returns metres. */
export function lengthUnit(project: IfcLine | null, line: (id: number) => IfcLine | null): LengthUnit {
  const assignment = reference(project, 'UnitsInContext')
  const units = assignment === null ? [] : references(line(assignment), 'Units').map(line)
  for (const unit of units) {
    if (enumeration(unit, 'UnitType') !== 'LENGTHUNIT') continue
    const metresPerUnit = inMetres(unit, line)
    if (metresPerUnit === null) continue
    return { metresPerUnit, name: `${enumeration(unit, 'Prefix') ?? ''}${text(unit, 'Name') ?? 'METRE'}` }
  }
  return { metresPerUnit: 1, name: null }
}

/** An SI unit with its prefix, or a conversion-based unit (foot, inch) with its factor over another unit. */
function inMetres(unit: IfcLine | null, line: (id: number) => IfcLine | null, depth = 0): number | null {
  if (unit === null || depth > 3) return null
  const factorId = reference(unit, 'ConversionFactor')
  if (factorId === null) {
    const prefix = enumeration(unit, 'Prefix')
    return prefix === null ? 1 : (prefixes[prefix] ?? null)
  }
  const factor = line(factorId)
  const value = real(factor, 'ValueComponent')
  const base = reference(factor, 'UnitComponent')
  const baseM = base === null ? 1 : inMetres(line(base), line, depth + 1)
  return value === null || baseM === null || value <= 0 ? null : value * baseM
}
