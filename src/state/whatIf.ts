import type { StudyId } from '../premises/ids.ts'
import { newId } from '../premises/ids.ts'
import type { Premises, Study } from '../premises/model.ts'
import type { Change } from '../premises/operation.ts'
import { t } from '../i18n/index.ts'
import { studyOf } from '../analysis/conditions.ts'
import type { Actions, WhatIf } from './app.ts'
import { union } from './conditions.ts'
import type { Context } from './context.ts'
import type { Editing } from './editing.ts'
import type { FigureDesk } from './figures.ts'
import { whatIfWithin } from './study.ts'

/** Assumptions of the moment: made, stored in the study, or dropped. */
export function whatIfActions(
  { store }: Context,
  editing: Editing,
  figures: FigureDesk,
): Pick<Actions, 'assumeShut' | 'assumeClosed' | 'applyWhatIf' | 'dropWhatIf'> {
  const assume = (change: (whatIf: WhatIf) => WhatIf) => {
    const { project, whatIf } = store.getState()
    if (project === null) return
    const next = whatIfWithin(project.premises, change(whatIf ?? { shutOpenings: [], closedZones: [] }))
    store.setState({ whatIf: next })
    figures.whatIfChanged()
  }
  return {
    assumeShut: (opening, shut) =>
      assume((whatIf) => ({ ...whatIf, shutOpenings: withMember(whatIf.shutOpenings, opening, shut) })),
    assumeClosed: (zone, closed) =>
      assume((whatIf) => ({ ...whatIf, closedZones: withMember(whatIf.closedZones, zone, closed) })),
    applyWhatIf: () => {
      const { project, whatIf } = store.getState()
      if (project === null || whatIf === null) return
      store.setState({ whatIf: null })
      figures.whatIfChanged()
      editing.edit('applyWhatIf', studyChanges(project.premises, whatIf))
    },
    dropWhatIf: () => {
      store.setState({ whatIf: null })
      figures.whatIfChanged()
    },
  }
}

/** The changes that add the assumptions to the study, or make a study of them. */
function studyChanges(premises: Premises, whatIf: WhatIf): Change[] {
  const study = studyOf(premises)
  const shutOpeningIds = union(study?.shutOpeningIds ?? [], whatIf.shutOpenings)
  const closedZoneIds = union(study?.closedZoneIds ?? [], whatIf.closedZones)
  if (study === null) {
    const id: StudyId = newId()
    const after: Study = { id, name: t('state.studyName'), shutOpeningIds, closedZoneIds, evidence: {} }
    return [{ record: { table: 'studies', id }, field: null, after }]
  }
  const record = { table: 'studies', id: study.id } as const
  return [
    { record, field: 'shutOpeningIds', after: shutOpeningIds.length > 0 ? shutOpeningIds : null },
    { record, field: 'closedZoneIds', after: closedZoneIds.length > 0 ? closedZoneIds : null },
  ]
}

function withMember<T>(members: readonly T[], member: T, present: boolean): readonly T[] {
  const others = members.filter((each) => each !== member)
  return present ? [...others, member] : others
}
