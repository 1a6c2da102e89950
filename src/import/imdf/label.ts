import { asObject, asText } from '../json.ts'

/** A label of IMDF: one text, or a text per language; Vietnamese first, then English, then any. */
export function label(value: unknown): string | null {
  const plain = asText(value)
  if (plain !== null) return plain
  const byLanguage = asObject(value)
  if (!byLanguage) return null
  const any = () =>
    Object.values(byLanguage)
      .map(asText)
      .find((text) => text !== null) ?? null
  return asText(byLanguage['vi']) ?? asText(byLanguage['en']) ?? any()
}
