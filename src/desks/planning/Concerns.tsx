import { formatNumber } from '../../i18n/format.ts'
import type { Position } from '../../premises/placement.ts'
import { concernsOf, type Grid } from '../../premises/vn2000.ts'
import { useLanguage, useT } from '../../ui/useT.ts'

/** What speaks against a position, in words; it hinders nothing. */
export function Concerns({ at, grid }: { readonly at: Position; readonly grid: Grid | null }) {
  const t = useT()
  const language = useLanguage()
  return concernsOf(at, grid).map((concern) => (
    <p key={concern} className="place-concern" role="alert">
      <span className="badge" aria-hidden>
        !
      </span>
      <span>
        {t(`placing.concern.${concern}`, {
          degrees: formatNumber(Math.abs(at[0] - (grid?.meridianDeg ?? 0)), language, 1),
        })}
      </span>
    </p>
  ))
}
