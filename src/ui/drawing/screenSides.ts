import type { AppState } from '../../state/app.ts'

export type Side = 'left' | 'right' | 'top' | 'bottom'

const clockwise: readonly Side[] = ['top', 'right', 'bottom', 'left']

/** By how many quarter turns clockwise the plan of the shown level lies on the screen, as near as quarters can say. */
export function quartersOnScreen({ project, view }: AppState): 0 | 1 | 2 | 3 {
  if (project === null || view.camera === null) return 0
  const { premises } = project
  const building = premises.buildings[premises.levels[view.levelId ?? '']?.buildingId ?? '']
  const { bearingDeg } = (building ?? premises.facility).placement
  const quarters = Math.round((bearingDeg - view.camera.bearing) / 90)
  return (((quarters % 4) + 4) % 4) as 0 | 1 | 2 | 3
}

/** The side of the plan that is seen on this side of the screen. */
export function planSide(onScreen: Side, quarters: number): Side {
  return clockwise[(clockwise.indexOf(onScreen) - quarters + 4) % 4] ?? onScreen
}

/** The side of the screen on which this side of the plan is seen. */
export function screenSide(onPlan: Side, quarters: number): Side {
  return clockwise[(clockwise.indexOf(onPlan) + quarters) % 4] ?? onPlan
}
