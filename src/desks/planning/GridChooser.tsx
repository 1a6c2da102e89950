import { collator } from '../../i18n/format.ts'
import { meridians, meridianText, zones6, type Grid } from '../../premises/vn2000.ts'
import { SelectField } from '../../ui/controls/fields.tsx'
import { useT } from '../../ui/useT.ts'
import { provinceChoices, type Placing } from './placing.ts'

/** The plane of VN-2000 that typed metres belong to: by the province, or by the meridian itself, which is what counts. */
export function GridChooser(props: {
  readonly placing: Placing
  readonly onChange: (grid: Grid, province: string) => void
}) {
  const t = useT()
  const { placing, onChange } = props
  const province = provinceChoices.find(({ key }) => key === placing.province)
  const compare = collator('vi')
  const choose = (key: string) => {
    const chosen = provinceChoices.find((each) => each.key === key)
    const grid: Grid = chosen ? { meridianDeg: chosen.meridianDeg, zoneDeg: 3 } : placing.grid
    onChange(grid, key)
  }
  const chooseGrid = (text: string) => {
    const [zone, degrees] = text.split(' ')
    onChange({ meridianDeg: Number(degrees), zoneDeg: zone === '6' ? 6 : 3 }, '')
  }
  return (
    <div className="grid-chooser">
      <SelectField
        label={t('placing.province')}
        value={placing.province}
        none={t('placing.noProvince')}
        options={provinceChoices
          .toSorted((a, b) => Number(a.isFormer) - Number(b.isFormer) || compare.compare(a.name, b.name))
          .map((each) => ({
            value: each.key,
            label: each.name,
            group: t(each.isFormer ? 'placing.former' : 'placing.now'),
          }))}
        testId="place-province"
        onCommit={choose}
      />
      <SelectField
        label={t('placing.meridian')}
        value={`${placing.grid.zoneDeg} ${placing.grid.meridianDeg}`}
        options={[
          ...meridians.map((degrees) => ({
            value: `3 ${degrees}`,
            label: meridianText(degrees),
            group: t('placing.zone3'),
          })),
          ...zones6.map(({ zone, meridianDeg }) => ({
            value: `6 ${meridianDeg}`,
            label: t('placing.utm', { zone, meridian: meridianText(meridianDeg) }),
            group: t('placing.zone6'),
          })),
        ]}
        testId="place-meridian"
        onCommit={chooseGrid}
      />
      {province?.mark === 'memory' && <p className="wide small strong">{t('placing.doubtful')}</p>}
      {province && province.others.length > 0 && (
        <p className="wide quiet small">
          {t('placing.others', {
            list: province.others
              .map(({ name, meridianDeg }) => `${name} ${meridianText(meridianDeg)}`)
              .join(', '),
          })}
        </p>
      )}
    </div>
  )
}
