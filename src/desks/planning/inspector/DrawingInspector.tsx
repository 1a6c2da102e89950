import type { Premises } from '../../../premises/model.ts'
import { wallAt } from '../../../premises/floor/index.ts'
import { midpoint } from '../../../premises/geometry/segment.ts'
import type { Drawing } from '../../../state/app.ts'
import { useApp } from '../../../ui/app.ts'
import { Inspector } from './Inspector.tsx'
import { LevelOverview } from './LevelOverview.tsx'
import { PickedThings } from './picked/PickedThings.tsx'
import { WallForm } from './WallForm.tsx'

/** A wall is still there if one runs so near to its middle, metres. */
const nearM = 0.01

/** Beside the map while drawing: what is picked, one thing or many; the level where nothing is. It never goes, so that the map never jumps. */
export function DrawingInspector({
  premises,
  drawing,
}: {
  readonly premises: Premises
  readonly drawing: Drawing
}) {
  const levelId = useApp((state) => state.view.levelId)
  const { picked, wall } = drawing
  const [first, second] = picked
  if (first && second) return <PickedThings premises={premises} picked={picked} />
  if (first) return <Inspector premises={premises} record={first} />
  if (wall && levelId && wallAt(premises, levelId, midpoint(wall), nearM))
    return <WallForm premises={premises} levelId={levelId} wall={wall} drawing={drawing} />
  return <LevelOverview premises={premises} />
}
