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
import { checkSyntax } from './syntax.ts'
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
  checkSyntax(file)
  context.progress({ stage: 'read', share: 0 })
  await context.breathe()
  const opened = await openFile({ name: file.name, bytes: asUtf8(file.bytes) }, context.wasm)
  let stopped: unknown = null
  const breathe = async (): Promise<void> => {
    try {
      await context.breathe()
    } catch (error) {
      stopped = error
      throw error
    }
  }
  let broken = false
  try {
    context.progress({ stage: 'read', share: 1 })
    await breathe()
    return await read(opened, file.name, { ...context, breathe })
  } catch (error) {
    if (error === stopped || error instanceof PersonError) throw error
    // A trap in the compiled engine (memory, recursion, a fault of its own) on a file that nobody has seen yet: the file
    // is named, nothing else is harmed, and the engine is not used again.
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
