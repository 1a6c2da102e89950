import { PersonError } from '../../premises/message.ts'
import type { SourceFile } from '../result.ts'
import type * as WebIfc from 'web-ifc'

/**
 * The compiled engine, as the caller has it: an address that the thread may fetch (web-ifc.wasm of the built site, a data:
 * address in the single file), or null where the package finds its own file (Node).
 */
export type IfcWasm = { readonly url: string } | null

/** The package's type codes (IFCDOOR, IFCSPACE …) beside its classes. */
export type IfcCodes = typeof WebIfc

export interface OpenedFile {
  readonly api: WebIfc.IfcAPI
  readonly codes: IfcCodes
  readonly handle: number
  /** Gives the file's memory back; `broken` where the engine has trapped and must not be used again. */
  readonly close: (broken: boolean) => void
}

interface Engine {
  readonly api: WebIfc.IfcAPI
  readonly codes: IfcCodes
}

/** LOG_LEVEL_OFF: what goes wrong is told in findings, not on the console. */
const silent = 6

/** Segments of a full circle in curved walls and rooms: 0.4 % of the radius lies between arc and chord. */
const circleSegments = 36

/** The engine's memory only grows: one that has grown beyond this is let go after its file. */
const keptBytes = 256 * 1024 * 1024

/** An engine at rest, for the next file of this worker: compiling it takes longer than reading a small file. */
let idle: Engine | null = null

/**
 * Loads the engine and opens the file in it. Throws a PersonError when the engine cannot be loaded or does not accept the
 * file.
 */
export async function openFile(file: SourceFile, wasm: IfcWasm): Promise<OpenedFile> {
  const engine = idle ?? (await loadEngine(wasm))
  idle = null
  const where = { file: file.name }
  let handle: number
  try {
    handle = engine.api.OpenModel(file.bytes, {
      COORDINATE_TO_ORIGIN: false,
      CIRCLE_SEGMENTS: circleSegments,
    })
  } catch (error) {
    throw new PersonError('ifc.unreadable', {}, where, { cause: error })
  }
  if (handle < 0) {
    rest(engine)
    throw new PersonError('ifc.unreadable', {}, where)
  }
  return {
    ...engine,
    handle,
    close: (broken) => {
      if (broken) return
      engine.api.CloseModel(handle)
      rest(engine)
    },
  }
}

function rest(engine: Engine): void {
  const memory: unknown = engine.api.wasmModule?.HEAPU8
  if (memory instanceof Uint8Array && memory.length <= keptBytes) idle = engine
}

async function loadEngine(wasm: IfcWasm): Promise<Engine> {
  try {
    const codes = await import('web-ifc')
    const api = new codes.IfcAPI()
    // One thread: the threaded build needs cross-origin isolation and would start workers of its own.
    await api.Init(wasm === null ? undefined : () => wasm.url, true)
    api.SetLogLevel(silent)
    return { api, codes }
  } catch (error) {
    throw new PersonError('ifc.engineMissing', {}, undefined, { cause: error })
  }
}
