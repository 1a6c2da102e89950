import type { ReactNode } from 'react'
import type { Premises } from '../../../premises/model.ts'
import { formatDate, formatNumber } from '../../../i18n/format.ts'
import { useNow } from '../../../ui/now.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'
import type { PrintOptions } from './paper.ts'

/** The foot of every page: what and where it is, who made it and when, how much of it is assumed. Always a draft. */
export function TitleBlock(props: {
  readonly premises: Premises
  readonly building?: string | undefined
  readonly level?: string | undefined
  readonly scale?: number | null
  readonly title: string
  readonly assumptions: number
  readonly page: number
  readonly pages: number
  readonly options: PrintOptions
  readonly north?: boolean
}) {
  const t = useT()
  const language = useLanguage()
  const { premises, options } = props
  const now = useNow(60_000)
  const { facility } = premises
  const placed = Object.values(premises.buildings).some((building) => building.placement.placed)
  const secrecy = facility.confidentiality ?? 'none'
  return (
    <footer className="title-block" data-testid="title-block">
      <Cell span={5} title={t('planning.print.block.facility')}>
        <strong>{facility.name}</strong>
        {facility.fictional && <> – {t('shell.fictional')}</>}
      </Cell>
      <Cell span={5} title={t('planning.print.block.title')}>
        {props.title}
      </Cell>
      <Cell title={t('planning.print.block.building')}>
        {props.building ?? t('planning.print.block.whole')}
      </Cell>
      <Cell title={t('planning.print.block.level')}>{props.level ?? '–'}</Cell>
      <Cell title={t('planning.print.block.scale')}>
        {props.scale ? `1:${formatNumber(props.scale, language)}` : '–'}
      </Cell>
      <Cell title={t('planning.print.block.north')}>
        {props.north
          ? t(placed ? 'planning.print.block.northDrawn' : 'planning.print.block.northUnknown')
          : '–'}
      </Cell>
      <Cell title={t('planning.print.block.date')}>{formatDate(now, language)}</Cell>
      <Cell title={t('planning.print.block.person')}>{options.person || '…………………'}</Cell>
      <Cell span={1} title={t('planning.print.block.page')}>
        {props.page}/{props.pages}
      </Cell>
      <Cell title={t('planning.print.block.assumptions')}>{formatNumber(props.assumptions, language)}</Cell>
      <Cell title={t('planning.print.block.secrecy')}>{t(`planning.option.confidentiality.${secrecy}`)}</Cell>
      <Cell span={3} title={t('planning.print.block.status')}>
        <strong>{t('planning.print.draft')}</strong>
      </Cell>
    </footer>
  )
}

function Cell({
  title,
  span = 2,
  children,
}: {
  readonly title: string
  /** Of ten columns. */
  readonly span?: 1 | 2 | 3 | 5
  readonly children: ReactNode
}) {
  return (
    <div className="cell" style={{ gridColumn: `span ${span}` }}>
      <span className="cell-title">{title}</span>
      <span className="cell-text">{children}</span>
    </div>
  )
}

/** One page of paper. */
export function Sheet({
  options,
  children,
  className,
}: {
  readonly options: PrintOptions
  readonly children: ReactNode
  readonly className?: string
}) {
  const { widthMm, heightMm } = options.paper
  return (
    <section
      className={`paper ${className ?? ''}`}
      style={{ width: `${widthMm}mm`, height: `${heightMm}mm` }}
    >
      {children}
    </section>
  )
}
