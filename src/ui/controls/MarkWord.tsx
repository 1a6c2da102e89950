import type { EnteredMark } from '../../premises/evidence.ts'
import { useT } from '../useT.ts'

/** How a value is known, in words: đo · bản vẽ · giả định · quy định. */
export function MarkWord({ mark }: { readonly mark: EnteredMark }) {
  const t = useT()
  return <span className={`mark-word ${mark}`}>{t(`shell.mark.${mark}`)}</span>
}
