import { PersonError } from '../../premises/message.ts'
import { checkImport } from '../check.ts'
import type { ImportContext } from '../pace.ts'
import type { ImportResult, SourceFile } from '../result.ts'
import { buildPremises } from './build.ts'
import { asUtf8 } from './encoding.ts'
import { openFile, type IfcWasm, type OpenedFile } from './engine.ts'
import { checkHeader } from './header.ts'
import { readModel } from './model.ts'
import { filePosition } from './position.ts'
import { readBuilding } from './read.ts'
import { ifcFindings } from './report.ts'
import { lengthUnit } from './units.ts'

export interface IfcContext extends ImportContext {
  /** Where the compiled engine is; see IfcWasm. */
  readonly wasm: IfcWasm
}

/**
 * Premises from an IFC file (IFC2X, IFC2X3, IFC4, IFC4X3): storeys, rooms with their true outlines, doors with the rooms
 * that they join, ways without a door, windows, walls, stairs, ramps, lifts and exits, with evidence per value and the
 * findings of the check after import. The engine is loaded when this is called.
 * @throws PersonError `ifc.…` for what is no IFC, is broken off, has no rooms or no storeys; whatever `breathe` throws
 */
export async function importIfc(file: SourceFile, context: IfcContext): Promise<ImportResult> {
  checkHeader(file)
  context.progress({ stage: 'read', share: 0 })
  await context.breathe()
  const opened = await openFile({ name: file.name, bytes: asUtf8(file.bytes) }, context.wasm)
  let broken = false
  try {
    context.progress({ stage: 'read', share: 1 })
    await context.breathe()
    return await read(opened, file.name, context)
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error
    // A trap in the compiled engine (memory, a fault of its own): the file is named, nothing else is harmed.
    broken = true
    throw new PersonError('ifc.engineFailed', {}, { file: file.name }, { cause: error })
  } finally {
    opened.close(broken)
  }
}

async function read(opened: OpenedFile, file: string, context: IfcContext): Promise<ImportResult> {
  // The unit is needed to read attributes, and is itself an attribute: the model is read once for it.
  const plain = readModel(opened, 1)
  const [projectId] = plain.ids('IFCPROJECT')
  const unit = lengthUnit(projectId === undefined ? null : plain.line(projectId), plain.line)
  const model = { ...plain, metresPerUnit: unit.metresPerUnit }
  const position = filePosition(model)
  const reading = await readBuilding(model, file, context)
  const built = buildPremises(reading, position, file)
  context.progress({ stage: 'check', share: 0 })
  await context.breathe()
  const checked = checkImport(built.premises)
  const findings = [...ifcFindings(reading, built, position, unit, file), ...checked.findings]
  context.progress({ stage: 'check', share: 1 })
  return { format: 'ifc', premises: built.premises, findings, counts: checked.counts }
}
