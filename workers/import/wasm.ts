import type { IfcWasm } from '../../src/import/ifc/engine.ts'

/** Where the compiled part of the IFC engine is: beside the site, inside the single file, or (Node) in its package. */
export async function ifcWasm(): Promise<IfcWasm> {
  if (import.meta.env.SSR) return null
  const { default: url } = await import('web-ifc/web-ifc.wasm?url')
  return { url }
}
