/** Sentences of one language: nested objects whose leaves are i18next texts. */
export interface Sentences {
  readonly [key: string]: string | Sentences
}

/** Fragments of the rooms in one tree. A key that two fragments define is an error of the project, caught by a test. */
export function mergeFragments(fragments: readonly Sentences[]): Sentences {
  return fragments.reduce<Sentences>((whole, fragment) => merge(whole, fragment), {})
}

function merge(into: Sentences, from: Sentences): Sentences {
  const merged: Record<string, string | Sentences> = { ...into }
  for (const [key, value] of Object.entries(from)) {
    const present = merged[key]
    merged[key] = typeof present === 'object' && typeof value === 'object' ? merge(present, value) : value
  }
  return merged
}

/** Every leaf with its dotted path. */
export function leaves(sentences: Sentences, path = ''): [string, string][] {
  return Object.entries(sentences).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key
    return typeof value === 'string' ? [[here, value] satisfies [string, string]] : leaves(value, here)
  })
}
