import { formatNumber } from '../../../i18n/format.ts'
import type { Underlay } from '../../../premises/model.ts'
import type { UnderlayPlace } from '../../../premises/underlay.ts'
import { MarkWord } from '../../../ui/controls/MarkWord.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { isScaleSet, paperScale, sizeM } from './underlayEdits.ts'

/** How large a picture lies, and where that is known from; said loudly while nobody has set it. */
export function UnderlayScale({ underlay }: { readonly underlay: Underlay }) {
  const t = useT()
  const sizes = useSizeText(underlay)
  const known = underlay.evidence['metresPerPx']
  if (!isScaleSet(underlay) || known === undefined)
    return (
      <p className="scale-unset" data-testid="scale-unset">
        <span className="badge" aria-hidden>
          !
        </span>
        <span>
          <strong>{t('underlayPanel.scale.unset')}</strong>{' '}
          {t('underlayPanel.scale.unsetText', { size: sizes })}
        </span>
      </p>
    )
  return (
    <p data-testid="scale-set">
      {sizes}{' '}
      <span className="quiet">
        (<MarkWord mark={known.mark} />
        {known.source ? `: ${known.source}` : ''})
      </span>
    </p>
  )
}

/** `1 : 100, 42,0 × 29,7 m`; the size alone where the file says nothing of paper. */
export function useSizeText(underlay: Underlay, place: UnderlayPlace = underlay): string {
  const language = useLanguage()
  const t = useT()
  const [width, height] = sizeM(underlay, place).map((metres) => formatNumber(metres, language, 1, 1))
  const n = paperScale(underlay, place)
  const size = t('underlayPanel.scale.size', { width, height })
  return n === null
    ? size
    : `${t('underlayPanel.scale.ratio', { n: formatNumber(n, language, n < 20 ? 1 : 0) })}, ${size}`
}
