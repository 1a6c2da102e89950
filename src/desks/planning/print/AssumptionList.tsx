import { formatNumber } from '../../../i18n/format.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'
import type { AssumptionGroup } from '../assumptions.ts'

/** What the sheet rests on without anyone having seen it, lettered. Long lists of names are cut, and say so. */
export function AssumptionList({
  groups,
  most = 40,
}: {
  readonly groups: readonly AssumptionGroup[]
  readonly most?: number
}) {
  const t = useT()
  const language = useLanguage()
  return (
    <ol className="assumption-list">
      {groups.map(({ cause, names }, index) => {
        const shown = names.filter(Boolean).slice(0, most)
        const more = names.filter(Boolean).length - shown.length
        return (
          <li key={cause}>
            <span className="letter">{letter(index)}</span>{' '}
            <span>
              <strong>
                {t(`planning.assumption.${cause}`, { n: formatNumber(names.length, language) })}
              </strong>
              {shown.length > 0 && <> {shown.join('; ')}</>}
              {more > 0 && <> {t('planning.assumption.more', { n: more })}</>}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** a, b, c …: what the superscripts of a sheet point to. */
export function letter(index: number): string {
  return String.fromCharCode(97 + index)
}
