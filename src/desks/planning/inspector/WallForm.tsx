import { DoorOpen, Eraser, X } from 'lucide-react'
import { Fragment, useState } from 'react'
import { placeOpening } from '../../../premises/fittings/index.ts'
import { floorOf, removeWall, setWallLength } from '../../../premises/floor/index.ts'
import { snapPoint, type Segment } from '../../../premises/geometry/plane.ts'
import { direction, midpoint, segmentLength } from '../../../premises/geometry/segment.ts'
import type { LevelId } from '../../../premises/ids.ts'
import type { Premises } from '../../../premises/model.ts'
import type { Drawing } from '../../../state/app.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { NumberField } from '../../../ui/controls/fields.tsx'
import { MarkWord } from '../../../ui/controls/MarkWord.tsx'
import { quartersOnScreen, screenSide } from '../../../ui/drawing/screenSides.ts'
import { useT } from '../../../ui/useT.ts'
import { zonePlace } from '../names.ts'
import { RecordLink } from '../RecordLink.tsx'
import { besideWall, endSide, zonesAlong } from './wall.ts'

/** A picked wall: its length and which end gives way, the rooms on both sides, a door in it, and taking it away. */
export function WallForm(props: {
  readonly premises: Premises
  readonly levelId: LevelId
  readonly wall: Segment
  readonly drawing: Drawing
}) {
  const t = useT()
  const { premises, levelId, wall, drawing } = props
  const quarters = useApp(quartersOnScreen)
  const [moves, setMoves] = useState<'start' | 'end'>('end')
  const sides = zonesAlong(floorOf(premises, levelId), wall)
  const [left, right] = sides
  const parts = left.length > 0 && right.length > 0
  const first = premises.zones[left[0] ?? right[0] ?? '']
  const mark = first?.evidence['polygon']?.mark
  const setLength = (lengthM: number) => {
    const [a, b] = wall
    const [dx, dy] = direction(wall)
    const done = actions.draw('setWallLength', (now) => setWallLength(now, levelId, wall, lengthM, moves))
    if (!done) return
    const next: Segment =
      moves === 'end'
        ? [a, snapPoint([a[0] + dx * lengthM, a[1] + dy * lengthM])]
        : [snapPoint([b[0] - dx * lengthM, b[1] - dy * lengthM]), b]
    actions.setDrawing({ wall: next })
  }
  const addDoor = () => {
    const { widthM, chosen, operation, leaves } = drawing.openings.door
    const spec = { kind: 'door', widthM, door: { operation, leaves } } as const
    actions.draw('placeDoor', (now) => placeOpening(now, levelId, midpoint(wall), spec, 0.3, !chosen))
  }
  return (
    <section className="inspector" aria-label={t('planning.inspector')} data-testid="wall-form">
      <header className="row">
        <div className="grow">
          <p className="quiet small">
            {t('shell.kind.walls')} · {premises.levels[levelId]?.name}
          </p>
          <h2>{t('drawing.wall.title', { length: segmentLength(wall) })}</h2>
        </div>
        <Button
          look="plain"
          icon={<X size={18} aria-hidden />}
          label={t('planning.deselect')}
          onClick={() => actions.setDrawing({ wall: null })}
        />
      </header>
      <div className="inspector-body" key={wall.flat().join()}>
        <div className="fields">
          <NumberField
            wide
            label={t('drawing.wall.length')}
            unit="m"
            min={0.05}
            max={1000}
            required
            value={segmentLength(wall)}
            mark={mark && <MarkWord mark={mark} />}
            onCommit={(value) => value !== null && setLength(value)}
            testId="wall-length"
          />
          <div className="field wide">
            <span className="label">{t('drawing.wall.moves')}</span>
            <fieldset className="segmented" aria-label={t('drawing.wall.moves')}>
              {(['start', 'end'] as const).map((end) => (
                <button key={end} type="button" aria-pressed={moves === end} onClick={() => setMoves(end)}>
                  {t(`drawing.side.${screenSide(endSide(wall, end), quarters)}`)}
                </button>
              ))}
            </fieldset>
          </div>
        </div>
        <div className="stack">
          <h3>{t('drawing.wall.sides')}</h3>
          <dl className="facts wall-sides">
            {sides.map((ids, index) => {
              const side = index === 0 ? 'left' : 'right'
              return (
                <Fragment key={side}>
                  <dt>{t(`drawing.exit.at.${screenSide(besideWall(wall, side), quarters)}`)}</dt>
                  <dd>
                    {ids.length === 0 && t('planning.outside')}
                    {ids.map((id) => (
                      <span key={id}>
                        <RecordLink record={{ table: 'zones', id }}>{zonePlace(premises, id)}</RecordLink>
                      </span>
                    ))}
                  </dd>
                </Fragment>
              )
            })}
          </dl>
        </div>
        <div className="picked-actions">
          <Button
            size="small"
            icon={<DoorOpen size={16} aria-hidden />}
            data-testid="wall-door"
            onClick={addDoor}
          >
            {t('drawing.wall.addDoor')}
          </Button>
          {(parts || (left.length === 0 && right.length === 0)) && (
            <Button
              size="small"
              icon={<Eraser size={16} aria-hidden />}
              data-testid="wall-remove"
              onClick={() => actions.draw('removeWall', (now) => removeWall(now, levelId, wall))}
            >
              {t(parts ? 'drawing.wall.removeAndMerge' : 'drawing.wall.remove')}
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}
