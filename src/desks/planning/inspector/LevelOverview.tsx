import { formatNumber } from '../../../i18n/format.ts'
import { area } from '../../../premises/geometry/measure.ts'
import type { Premises } from '../../../premises/model.ts'
import { totalOf } from '../../../premises/occupants.ts'
import { actions, appState, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { MarkWord } from '../../../ui/controls/MarkWord.tsx'
import { commandsOf } from '../../../ui/shell/commands.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'

/** The level as far as it is drawn, while nothing is picked. */
export function LevelOverview({ premises }: { readonly premises: Premises }) {
  const t = useT()
  const language = useLanguage()
  const levelId = useApp((state) => state.view.levelId)
  const level = premises.levels[levelId ?? '']
  if (!level) return null
  const zones = Object.values(premises.zones).filter((zone) => zone.levelId === level.id)
  const openings = Object.values(premises.openings).filter((each) => each.levelId === level.id)
  const count = (kind: string) => openings.filter((each) => each.kind === kind).length
  const persons = totalOf(zones)
  const areaM2 = zones.reduce((sum, zone) => sum + area(zone.polygon), 0)
  const run = (id: string) =>
    commandsOf(appState())
      .find((command) => command.id === id)
      ?.run()
  return (
    <section className="inspector" aria-label={t('planning.inspector')} data-testid="level-overview">
      <header className="row">
        <div className="grow">
          <p className="quiet small">{t('drawing.overview.title')}</p>
          <h2>{level.name}</h2>
        </div>
      </header>
      <div className="inspector-body">
        <dl className="facts">
          <dt>{t('drawing.overview.zones')}</dt>
          <dd>{formatNumber(zones.length, language, 0)}</dd>
          <dt>{t('drawing.picked.area')}</dt>
          <dd>{formatNumber(areaM2, language, 1, 1)} m²</dd>
          <dt>{t('drawing.picked.persons')}</dt>
          <dd>
            {formatNumber(persons.persons, language, 0)} {persons.mark && <MarkWord mark={persons.mark} />}
          </dd>
          <dt>{t('drawing.overview.doors')}</dt>
          <dd>{formatNumber(count('door') + count('passage'), language, 0)}</dd>
          <dt>{t('drawing.overview.windows')}</dt>
          <dd>{formatNumber(count('window'), language, 0)}</dd>
        </dl>
        <p className="quiet">{t('drawing.overview.howToPick')}</p>
        <div className="picked-actions">
          {zones.length > 0 && (
            <Button size="small" data-testid="overview-pick-all" onClick={() => run('pickAll')}>
              {t('drawing.command.pickAll')}
            </Button>
          )}
          <Button size="small" onClick={() => actions.select({ table: 'levels', id: level.id })}>
            {t('drawing.overview.level')}
          </Button>
        </div>
      </div>
    </section>
  )
}
