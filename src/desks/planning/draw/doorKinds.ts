import table from '../../../../data/drawing.json'
import type { DoorOperation } from '../../../premises/model.ts'
import type { OpeningChoice, OpeningTool } from '../../../state/app.ts'

/** How a door opens, in the words of who orders one: swing doors by their leaves, the others by their kind. */
export const doorKinds = [
  'swing1',
  'swing2',
  'doubleSwing1',
  'doubleSwing2',
  'sliding1',
  'sliding2',
  'folding1',
  'rollerShutter1',
  'revolving1',
  'turnstile1',
  'gate1',
  'gate2',
] as const

export const usualWidths: Readonly<Record<OpeningTool, readonly number[]>> = {
  door: table.doorWidths.values,
  passage: table.passageWidths.values,
  window: table.windowWidths.values,
}

/** The narrowest usual width of a door with two leaves: the customary least of one leaf, twice. */
const twoLeavesM = 1.2

export function doorKindOf({ operation, leaves }: Pick<OpeningChoice, 'operation' | 'leaves'>): string {
  return `${operation}${leaves}`
}

/** The door of a kind. A width that nobody chose follows the leaves: two take more than the usual one. */
export function doorOfKind(kind: string, before: OpeningChoice): OpeningChoice {
  const leaves = kind.endsWith('2') ? 2 : 1
  const operation = kind.slice(0, -1) as DoorOperation
  const usual = table.doorWidth.value
  const widthM = before.chosen
    ? before.widthM
    : leaves === 1
      ? usual
      : (usualWidths.door.find((each) => each >= twoLeavesM) ?? usual)
  return { ...before, operation, leaves, widthM }
}
