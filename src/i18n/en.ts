import { mergeFragments, type Sentences } from './fragments.ts'

const fragments = import.meta.glob<Sentences>('./en/*.json', { eager: true, import: 'default' })

/** All English sentences; fetched when English is first asked for. */
export const en = mergeFragments(Object.values(fragments))
