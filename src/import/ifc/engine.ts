import { PersonError } from '../../premises/message.ts'
import type { SourceFile } from '../result.ts'
import type { IfcAPI } from 'web-ifc'

/**
 * The compiled engine, as the caller has it: an address to fetch (web-ifc.wasm of the built site), its bytes (the single
 * file carries them), or null where the package finds its own file (Node).
 */
export type IfcWasm = { readonly url: string } | { readonly bytes: Uint8Array } | null

/** The package's type codes (IFCDOOR, IFCSPACE …) beside its classes. */
export type IfcCodes = typeof import('web-ifc')

export interface OpenedFile {
  readonly api: IfcAPI
  readonly codes: IfcCodes
  readonly handle: number
  readonly close: () => void
}

/** LOG_LEVEL_OFF: what goes wrong is told in findings, not on the console. */
const silent = 6

/** Segments of a full circle in curved walls and rooms: 0.4 % of the radius lies between arc and chord. */
const circleSegments = 36

/**
 * Loads the engine and opens the file in an instance of its own, so that a failed import leaves nothing behind and its
 * memory is given back. Throws a PersonError when the engine cannot be loaded or does not accept the file.
 */
export async function openFile(file: SourceFile, wasm: IfcWasm): Promise<OpenedFile> {
  const { api, codes } = await loadEngine(wasm)
  const where = { file: file.name }
  let handle: number
  try {
    handle = api.OpenModel(file.bytes, {
      COORDINATE_TO_ORIGIN: false,
      CIRCLE_SEGMENTS: circleSegments,
    })
  } catch (error) {
    throw new PersonError('ifc.unreadable', {}, where, { cause: error })
  }
  if (handle < 0) throw new PersonError('ifc.unreadable', {}, where)
  return { api, codes, handle, close: () => api.Dispose() }
}

async function loadEngine(wasm: IfcWasm): Promise<{ api: IfcAPI; codes: IfcCodes }> {
  const objectUrl = wasm !== null && 'bytes' in wasm ? addressOf(wasm.bytes) : null
  const address = objectUrl ?? (wasm !== null && 'url' in wasm ? wasm.url : null)
  try {
    const codes = await import('web-ifc')
    const api = new codes.IfcAPI()
    // One thread: the threaded build needs cross-origin isolation and would start workers of its own.
    await api.Init(address === null ? undefined : () => address, true)
    api.SetLogLevel(silent)
    return { api, codes }
  } catch (error) {
    throw new PersonError('ifc.engineMissing', {}, undefined, { cause: error })
  } finally {
    if (objectUrl !== null) URL.revokeObjectURL(objectUrl)
  }
}

/** web-ifc takes an address only: bytes become one that lives in this worker. */
function addressOf(bytes: Uint8Array): string {
  return URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/wasm' }))
}
