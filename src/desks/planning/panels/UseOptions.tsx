import { zoneUses } from '../../../premises/uses.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'

/** All uses for a room that has none, behind the question for one; inside a select. */
export function UseOptions() {
  const t = useT()
  const language = useLanguage()
  return (
    <>
      <option value="">{t('faults.chooseUse')}</option>
      {zoneUses
        .filter(({ key }) => key !== 'unknown')
        .map((use) => (
          <option key={use.key} value={use.key}>
            {use[language]}
          </option>
        ))}
    </>
  )
}
