import { Copy, Trash2 } from 'lucide-react'
import { setLevelHeight } from '../../../premises/fittings/index.ts'
import type { LevelId } from '../../../premises/ids.ts'
import type { Level, Premises } from '../../../premises/model.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { NumberField, TextField } from '../../../ui/controls/fields.tsx'
import { useT } from '../../../ui/useT.ts'
import { CopyLevel } from './CopyLevel.tsx'
import { holdsOf, levelsDown, setElevation, type Edit, type Holds } from './storeyEdits.ts'

/** A level: its names, its height and elevation, what it holds, and what can be done with it. */
export function StoreyRow(props: {
  readonly premises: Premises
  readonly level: Level
  readonly isCopying: boolean
  readonly onCopying: (level: LevelId | null) => void
  readonly edit: Edit
}) {
  const t = useT()
  const { premises, level, isCopying, onCopying, edit } = props
  const record = { table: 'levels', id: level.id } as const
  const holds = holdsOf(premises, level.id)
  const isAlone = levelsDown(premises, level.buildingId).length === 1
  const canCopy = holds.rooms > 0 && !isAlone
  const setName = (field: 'name' | 'shortName', most: number) => (text: string) =>
    text !== '' &&
    edit('editLevels', () => ({ changes: [{ record, field, after: text.slice(0, most) }], made: [] }))
  return (
    <>
      <tr data-testid="storey" data-level={level.id}>
        <td className="storey-short">
          <TextField
            label={t('storeys.column.short')}
            value={level.shortName}
            onCommit={setName('shortName', 3)}
          />
        </td>
        <td className="storey-name">
          <TextField label={t('storeys.column.name')} value={level.name} onCommit={setName('name', 200)} />
        </td>
        <td className="storey-number">
          <NumberField
            label={t('storeys.column.height')}
            unit="m"
            min={1}
            max={100}
            required
            value={level.heightM ?? null}
            testId="storey-height"
            onCommit={(value) =>
              value !== null && edit('setLevelHeight', (now) => setLevelHeight(now, level.id, value))
            }
          />
        </td>
        <td className="storey-number">
          <NumberField
            label={t('storeys.column.elevation')}
            unit="m"
            min={-200}
            max={1000}
            required
            value={level.elevationM}
            testId="storey-elevation"
            onCommit={(value) =>
              value !== null && edit('setLevelHeight', (now) => setElevation(now, level.id, value))
            }
          />
        </td>
        <td className="storey-holds quiet">{holdsText(holds, t)}</td>
        <td className="storey-actions">
          {canCopy && (
            <Button
              size="small"
              icon={<Copy size={16} aria-hidden />}
              aria-expanded={isCopying}
              data-testid="storey-copy"
              onClick={() => onCopying(isCopying ? null : level.id)}
            >
              {t('storeys.copyTo')}
            </Button>
          )}
          <Button
            look="plain"
            size="small"
            icon={<Trash2 size={16} aria-hidden />}
            label={t('storeys.deleteLevel', { name: level.name })}
            disabled={isAlone}
            onClick={() =>
              edit('deleteLevels', () => ({ changes: [{ record, field: null, after: null }], made: [] }))
            }
          />
        </td>
      </tr>
      {canCopy && isCopying && (
        <tr className="storey-copying">
          <td colSpan={6}>
            <CopyLevel premises={premises} from={level} edit={edit} onDone={() => onCopying(null)} />
          </td>
        </tr>
      )}
    </>
  )
}

function holdsText({ rooms, pictures }: Holds, t: ReturnType<typeof useT>): string {
  const parts = [
    ...(rooms > 0 ? [t('storeys.rooms', { count: rooms })] : []),
    ...(pictures > 0 ? [t('storeys.pictures', { count: pictures })] : []),
  ]
  return parts.length === 0 ? t('storeys.bare') : parts.join(', ')
}
