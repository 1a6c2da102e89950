import type { OpenProject } from '../../state/app.ts'
import { actions, useApp } from '../../ui/app.ts'
import type { Crumb } from '../../ui/shell/TopBar.tsx'

/** Where one is: facility, building, level; each opens its own record. */
export function useCrumbs({ premises }: OpenProject): readonly Crumb[] {
  const view = useApp((state) => state.view)
  const level = premises.levels[view.levelId ?? '']
  const building = level && premises.buildings[level.buildingId]
  const is = (table: string, id?: string) =>
    view.selection?.table === table &&
    (id === undefined || (view.selection.table !== 'facility' && view.selection.id === id))
  return [
    {
      key: 'facility',
      label: premises.facility.name,
      current: is('facility'),
      open: () => actions.select({ table: 'facility' }),
    },
    ...(building
      ? [
          {
            key: 'building',
            label: building.name,
            current: is('buildings', building.id),
            open: () => actions.select({ table: 'buildings', id: building.id }),
          },
        ]
      : []),
    ...(level
      ? [
          {
            key: 'level',
            label: level.name,
            current: is('levels', level.id),
            open: () => actions.select({ table: 'levels', id: level.id }),
          },
        ]
      : []),
  ]
}
