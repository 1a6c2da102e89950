import type { EnteredMark, Evidence } from '../../../../premises/evidence.ts'

/** One value where all agree; else that they differ. An absent value is one like the others. */
export type Common<T> = { readonly agree: true; readonly value: T } | { readonly agree: false }

export function common<T>(values: readonly T[]): Common<T> {
  const [first, ...rest] = values
  if (values.length === 0 || rest.some((each) => each !== first)) return { agree: false }
  return { agree: true, value: first as T }
}

/** The mark that all values of a field bear; null where they differ, or where none is known. */
export function commonMark(
  records: readonly { readonly evidence: Readonly<Record<string, Evidence>> }[],
  field: string,
): EnteredMark | null {
  const marks = common(records.map(({ evidence }) => evidence[field]?.mark ?? null))
  return marks.agree ? marks.value : null
}
