import { t } from '../../i18n/index.ts'
import { newId, type StudyId } from '../../premises/ids.ts'
import type { Premises, Study } from '../../premises/model.ts'
import { actions } from '../../ui/app.ts'
import { show } from './show.ts'
import { studyOf } from './study.ts'

/** Opens the conditions of the clearing time; premises without a study get one. */
export function openStudy(premises: Premises): void {
  const study = studyOf(premises)
  if (study) return show({ table: 'studies', id: study.id })
  const id: StudyId = newId()
  const after: Study = { id, name: t('planning.study.name'), evidence: {} }
  actions.edit('editStudies', [{ record: { table: 'studies', id }, field: null, after }])
  show({ table: 'studies', id })
}
