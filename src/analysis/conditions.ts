import preMovement from '../../data/pre-movement.json'
import type { Premises, Study } from '../premises/model.ts'
import type { ClearingInput } from './questions.ts'

/** The study whose conditions count: the first by id, which are in the order of their making. */
export function studyOf({ studies }: Premises): Study | null {
  const [first] = Object.keys(studies).toSorted()
  return first === undefined ? null : (studies[first] ?? null)
}

/** The conditions of the clearing time: those of the study, and defaults of data/ where it leaves one open. */
export function conditionsOf(premises: Premises): ClearingInput {
  const study = studyOf(premises)
  const { presets, defaultPreset, alarm } = preMovement
  const preset = presets[defaultPreset as keyof typeof presets]
  return {
    shutOpenings: study?.shutOpeningIds ?? [],
    closedZones: study?.closedZoneIds ?? [],
    stairShare: 0.5,
    doorBasis: 'effectiveWidth',
    detectionS: study?.detectionS ?? 0,
    alarmS: study?.alarmS ?? alarm.singleStage.toS,
    preMovementFirstS: study?.preMovementFirstS ?? preset.firstS,
    preMovementLastS: study?.preMovementLastS ?? preset.lastS,
    seriesStepS: null,
  }
}
