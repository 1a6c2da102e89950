import { ArrowDownToLine, ArrowUpToLine, Building2, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import usual from '../../../../data/new-facility.json'
import { sentenceOf } from '../../../i18n/index.ts'
import { addBuilding, addLevel, levelNames } from '../../../premises/fittings/index.ts'
import type { LevelId } from '../../../premises/ids.ts'
import { PersonError } from '../../../premises/message.ts'
import type { Building, Premises } from '../../../premises/model.ts'
import { actions, appState, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Dialog } from '../../../ui/controls/Dialog.tsx'
import { TextField } from '../../../ui/controls/fields.tsx'
import { actionName } from '../../../ui/shell/commands.ts'
import { useT } from '../../../ui/useT.ts'
import { isDrawn } from './bare.ts'
import { levelsDown, type Edit } from './storeyEdits.ts'
import { StoreyRow } from './StoreyRow.tsx'
import './storeys.css'

/** The level whose drawing is offered at first: the one looked at, or the nearest to it that has one. */
function sourceAtFirst(): LevelId | null {
  const { project, view } = appState()
  const here = project?.premises.levels[view.levelId ?? '']
  if (!project || !here) return null
  const far = (level: { readonly ordinal: number }) => Math.abs(level.ordinal - here.ordinal)
  const drawn = levelsDown(project.premises, here.buildingId).filter(({ id }) =>
    isDrawn(project.premises, id),
  )
  return drawn.toSorted((a, b) => far(a) - far(b))[0]?.id ?? null
}

/** The buildings and their levels: named, measured, added, taken away, and copied from one to others. */
export default function Storeys() {
  const t = useT()
  const project = useApp((state) => state.project)
  const [fault, setFault] = useState<string | null>(null)
  const [copying, setCopying] = useState(sourceAtFirst)
  const close = () => actions.set({ dialog: null })
  if (!project) return null
  const { premises } = project
  const buildings = Object.values(premises.buildings)

  const edit: Edit = (label, make) => {
    setFault(null)
    try {
      actions.edit(label, make(premises).changes)
    } catch (error) {
      if (!(error instanceof PersonError)) throw error
      const { text, mend } = sentenceOf(error.report)
      setFault(mend === null ? text : `${text} ${mend}`)
    }
  }
  const furtherBuilding = () =>
    edit('addBuilding', (now) => {
      const name = t('storeys.buildingN', { n: buildings.length + 1 })
      const names = levelNames(now.facility.groundFloorName)
      return addBuilding(now, name, 1, 0, usual.storeyHeight.value, names)
    })
  return (
    <Dialog title={t('storeys.title')} wide onClose={close} testId="storeys">
      <div className="body storeys-body">
        {buildings.map((building) => (
          <BuildingPart
            key={building.id}
            premises={premises}
            building={building}
            isOnly={buildings.length === 1}
            copying={copying}
            onCopying={setCopying}
            edit={edit}
          />
        ))}
      </div>
      {fault !== null && (
        <p className="storeys-fault error-text" role="alert">
          {fault}
        </p>
      )}
      <footer>
        <Button
          icon={<Building2 size={16} aria-hidden />}
          data-testid="add-building"
          onClick={furtherBuilding}
        >
          {t('storeys.addBuilding')}
        </Button>
        <span className="grow" />
        {project.canUndo && (
          <Button icon={<Undo2 size={16} aria-hidden />} onClick={() => actions.undo()}>
            <span className="clip storeys-undo">
              {t('shell.undoNamed', { what: actionName(project.undoLabel) })}
            </span>
          </Button>
        )}
        <Button look="primary" onClick={close} data-testid="storeys-done">
          {t('storeys.done')}
        </Button>
      </footer>
    </Dialog>
  )
}

function BuildingPart(props: {
  readonly premises: Premises
  readonly building: Building
  readonly isOnly: boolean
  readonly copying: LevelId | null
  readonly onCopying: (level: LevelId | null) => void
  readonly edit: Edit
}) {
  const t = useT()
  const { premises, building, edit } = props
  const levels = levelsDown(premises, building.id)
  const record = { table: 'buildings', id: building.id } as const
  const add = (where: 'above' | 'below') => {
    const nearest = where === 'above' ? levels[0] : levels.at(-1)
    const height = nearest?.heightM ?? usual.storeyHeight.value
    edit('addLevel', (now) =>
      addLevel(now, building.id, where, height, levelNames(now.facility.groundFloorName)),
    )
  }
  return (
    <section className="storeys-building" aria-label={building.name} data-testid="storeys-building">
      <header>
        <TextField
          label={t('storeys.building')}
          value={building.name}
          onCommit={(name) =>
            name !== '' &&
            edit('editBuildings', () => ({
              changes: [{ record, field: 'name', after: name.slice(0, 200) }],
              made: [],
            }))
          }
        />
        <Button
          size="small"
          icon={<ArrowUpToLine size={16} aria-hidden />}
          data-testid="add-level-above"
          onClick={() => add('above')}
        >
          {t('storeys.addAbove')}
        </Button>
        <Button
          size="small"
          icon={<ArrowDownToLine size={16} aria-hidden />}
          data-testid="add-level-below"
          onClick={() => add('below')}
        >
          {t('storeys.addBelow')}
        </Button>
        {!props.isOnly && (
          <Button
            size="small"
            icon={<Trash2 size={16} aria-hidden />}
            onClick={() =>
              edit('deleteBuildings', () => ({ changes: [{ record, field: null, after: null }], made: [] }))
            }
          >
            {t('storeys.deleteBuilding')}
          </Button>
        )}
      </header>
      <table className="table storeys-table">
        <caption className="hidden-visually">{t('storeys.levelsOf', { name: building.name })}</caption>
        <thead>
          <tr>
            {(['short', 'name', 'height', 'elevation', 'holds'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`storeys.column.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="hidden-visually">{t('storeys.column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {levels.map((level) => (
            <StoreyRow
              key={level.id}
              premises={premises}
              level={level}
              isCopying={props.copying === level.id}
              onCopying={props.onCopying}
              edit={edit}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}
