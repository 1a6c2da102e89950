import { hasSentence, t } from '../i18n/index.ts'
import type { Message, Where } from '../premises/message.ts'

/** A message as the terminal prints it: its code, the sentence with what to do, and the place. */
export function warningOf({ code, params, where }: Message): {
  code: string
  message: string
  where: Where | null
} {
  return { code, message: sentenceOf(code, params), where: where ?? null }
}

/** The sentence of a code in the language of the run, with the mend behind it. */
export function sentenceOf(code: string, params: Message['params']): string {
  const parts = [`message.${code}`, `mend.${code}`].filter(hasSentence).map((key) => t(key, params))
  return parts.length > 0 ? parts.join(' ') : code
}
