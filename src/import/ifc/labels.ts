import { isPlaceholder } from '../words.ts'

/**
 * The name that a person gave to an element; empty for names that authoring software makes ("Family:Type:184606", a GUID,
 * "Default"): these say nothing on a plan, where the element is named by the rooms that it joins.
 */
export function ownName(name: string | null): string {
  if (name === null || isPlaceholder(name)) return ''
  const parts = name.split(':')
  const isRevit = parts.length > 1 && /^\d{3,}$/.test(parts.findLast((part) => part.length > 2) ?? '')
  const isGuid = /^[{(]?[0-9a-f]{8}-[0-9a-f]{4}/i.test(name)
  return isRevit || isGuid ? '' : name
}

/** The first name of several that a person gave. */
export function firstName(names: readonly (string | null)[]): string | null {
  return names.map(ownName).find((name) => name !== '') ?? null
}

/** The file's name without folder and ending, for a facility that has no name in the file. */
export function fileTitle(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? name).replace(/\.ifc$/i, '')
}
