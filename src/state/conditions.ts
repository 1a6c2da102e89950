import table from '../../data/pre-movement.json'
import type { ClearingInput } from '../analysis/questions.ts'
import type { Premises } from '../premises/model.ts'
import type { WhatIf } from './app.ts'
import { studyOf } from './study.ts'

/** The conditions of the clearing time: those of the study, defaults of data/ where it leaves one open, and the assumptions. */
export function conditionsOf(premises: Premises, whatIf: WhatIf | null): ClearingInput {
  const study = studyOf(premises)
  const preset = table.presets[table.defaultPreset as keyof typeof table.presets]
  return {
    shutOpenings: union(study?.shutOpeningIds, whatIf?.shutOpenings),
    closedZones: union(study?.closedZoneIds, whatIf?.closedZones),
    stairShare: 0.5,
    doorBasis: 'effectiveWidth',
    detectionS: study?.detectionS ?? 0,
    alarmS: study?.alarmS ?? table.alarm.singleStage.toS,
    preMovementFirstS: study?.preMovementFirstS ?? preset.firstS,
    preMovementLastS: study?.preMovementLastS ?? preset.lastS,
    seriesStepS: null,
  }
}

function union<T extends string>(a: readonly T[] = [], b: readonly T[] = []): readonly T[] {
  return [...new Set([...a, ...b])].toSorted()
}
