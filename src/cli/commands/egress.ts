import type { ComponentRef } from '../../../workers/egress/job.ts'
import { conditionsOf } from '../../analysis/conditions.ts'
import { many, onlyFile, seconds, type Arguments } from '../arguments.ts'
import { openAnalyst } from '../analyst.ts'
import { openProject } from '../files.ts'
import { namesOf, shutOf, type Names } from '../names.ts'
import { rounded } from '../round.ts'
import { warningOf } from '../sentences.ts'

export const egressOptions = {
  shut: 'many',
  premovement: 'once',
  detection: 'once',
  alarm: 'once',
  lang: 'once',
} as const

/**
 * `egress P [--shut …] [--premovement S] [--detection S] [--alarm S]`: all exits open, and each exit and stair lost in turn;
 * the two times, queues and flows of all open; the theoretical minimum of the network.
 */
export async function egressCommand(args: Arguments): Promise<unknown> {
  const premises = await openProject(onlyFile(args))
  const names = namesOf(premises)
  const given = conditionsOf(premises)
  const preMovementS = seconds(args, 'premovement')
  const shut = shutOf(premises, many(args, 'shut'))
  const input = {
    ...given,
    shutOpenings: [...given.shutOpenings, ...shut.shutOpenings],
    closedZones: [...given.closedZones, ...shut.closedZones],
    detectionS: seconds(args, 'detection') ?? given.detectionS,
    alarmS: seconds(args, 'alarm') ?? given.alarmS,
    preMovementFirstS: preMovementS ?? given.preMovementFirstS,
    preMovementLastS: preMovementS ?? given.preMovementLastS,
  }
  const analyst = openAnalyst()
  try {
    analyst.load(premises)
    const [study, bound] = await Promise.all([
      analyst.clearing(input),
      analyst.bound({
        shutOpenings: input.shutOpenings,
        closedZones: input.closedZones,
        doorBasis: input.doorBasis,
        stepS: null,
      }),
    ])
    const { allOpen, worst, stranding } = study
    const times = ({ movementTimeS, evacuationTimeS }: typeof allOpen) => ({
      movementTimeS: rounded(movementTimeS),
      evacuationTimeS: rounded(evacuationTimeS),
    })
    const lost = ({ kind, id }: { kind: string; id: string }) => ({ kind, id, name: names.opening(id) })
    return {
      ...times(allOpen),
      ledBy: allOpen.ledBy,
      worst: worst ? { lost: lost(worst.lost), ...times(worst.result), stranded: worst.stranded } : null,
      stranding: stranding.map((each) => ({ lost: lost(each.lost), stranded: each.stranded })),
      cases: study.cases.map((each) => ({
        lost: lost(each.lost),
        ...times(each.result),
        stranded: each.stranded,
      })),
      bottleneck: componentName(allOpen.bottleneck, names),
      persons: rounded(allOpen.persons),
      notMoved: allOpen.notMoved,
      smokeComputed: false,
      detectionS: input.detectionS,
      alarmS: input.alarmS,
      preMovementFirstS: input.preMovementFirstS,
      preMovementLastS: input.preMovementLastS,
      doorBasis: input.doorBasis,
      governingMark: allOpen.governingMark,
      lowerBoundS: rounded(bound.lowerBoundS),
      planS: rounded(bound.planS),
      gap: rounded(bound.gap, 4),
      gapFromRounding: rounded(bound.gapFromRounding, 4),
      gapFromPlanning: rounded(bound.gapFromPlanning, 4),
      stepS: bound.stepS,
      perExit: allOpen.perExit.map((each) => ({
        ...each,
        name: names.opening(each.id),
        ...roundedTimes(each),
      })),
      perLevel: allOpen.perLevel.map(({ id, persons, clearedS }) => ({
        id,
        name: names.level(id),
        persons: rounded(persons),
        clearedS: rounded(clearedS),
      })),
      perStair: allOpen.perStair.map((each) => ({
        ...each,
        name: names.opening(each.id),
        ...roundedTimes(each),
      })),
      perOpening: allOpen.perOpening.map(({ id, flowPerS, persons, queueMax, lastS, widthMark }) => ({
        id,
        name: names.opening(id),
        flowPerS: rounded(flowPerS, 4),
        persons: rounded(persons),
        queueMax: rounded(queueMax),
        lastS: rounded(lastS),
        widthMark,
      })),
      warnings: study.warnings.map(warningOf),
      provenance: allOpen.provenance,
    }
  } finally {
    analyst.close()
  }
}

function roundedTimes<T extends object>(each: T): T {
  return Object.fromEntries(
    Object.entries(each).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'number' ? rounded(value) : value,
    ]),
  ) as T
}

function componentName(ref: ComponentRef | null, names: Names) {
  if (ref === null) return null
  const name = ref.kind === 'zone' ? names.zone(ref.id) : names.opening(ref.id)
  return { ...ref, name }
}
