import { mergeFragments, type Sentences } from './fragments.ts'

const fragments = import.meta.glob<Sentences>('./vi/*.json', { eager: true, import: 'default' })

/** All Vietnamese sentences; part of the first download. */
export const vi = mergeFragments(Object.values(fragments))
