import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, CornerUpLeft, CornerUpRight } from 'lucide-react'
import table from '../../../../data/drawing.json'
import { formatNumber } from '../../../i18n/format.ts'
import { sentenceOf } from '../../../i18n/index.ts'
import { stairShape, type StairShape, type StairSpec } from '../../../premises/fittings/index.ts'
import { PersonError, type Message } from '../../../premises/message.ts'
import type { Level, Premises } from '../../../premises/model.ts'
import type { Drawing } from '../../../state/app.ts'
import { actions, useApp } from '../../../ui/app.ts'
import { NumberField, SelectField } from '../../../ui/controls/fields.tsx'
import { quartersOnScreen } from '../../../ui/drawing/screenSides.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { stairKinds, worded } from '../inspector/options.ts'
import { stairIcons } from './icons.tsx'

const templates = ['straight', 'dogLeg', 'spiral'] as const

/** Directions as they are seen, degrees counter-clockwise from the screen's right. */
const directions = [
  { deg: 90, key: 'up', Icon: ArrowUp },
  { deg: 0, key: 'right', Icon: ArrowRight },
  { deg: 270, key: 'down', Icon: ArrowDown },
  { deg: 180, key: 'left', Icon: ArrowLeft },
] as const

/** The stair to come: its template, steps, width and direction. */
export function StairOptions({ drawing }: { readonly drawing: Drawing }) {
  const t = useT()
  const quarters = useApp(quartersOnScreen)
  const { stair } = drawing
  const set = (change: Partial<StairSpec>) => actions.setDrawing({ stair: { ...stair, ...change } })
  const seenDeg = turned(stair.climbsDeg - 90 * quarters)
  const metres = (field: 'riserM' | 'treadM' | 'clearWidthM', min: number, max: number) => (
    <NumberField
      label={t(`drawing.stair.${field}`)}
      unit="m"
      min={min}
      max={max}
      required
      value={stair[field]}
      onCommit={(value) => value !== null && set({ [field]: value })}
      testId={`draw-stair-${field}`}
    />
  )
  return (
    <div className="draw-options stair">
      <fieldset className="segmented pictures" aria-label={t('drawing.stair.template')}>
        {templates.map((template) => {
          const Icon = stairIcons[template]
          return (
            <button
              key={template}
              type="button"
              aria-pressed={stair.template === template}
              data-testid={`draw-stair-${template}`}
              onClick={() => set({ template })}
            >
              <Icon size={22} />
              <span>{t(`drawing.stair.${template}`)}</span>
            </button>
          )
        })}
      </fieldset>
      <div className="draw-choice">
        <span className="label quiet small">{t('drawing.stair.climbs')}</span>
        <fieldset className="segmented" aria-label={t('drawing.stair.climbs')}>
          {directions.map(({ deg, key, Icon }) => (
            <button
              key={key}
              type="button"
              aria-pressed={seenDeg === deg}
              aria-label={t(`drawing.towards.${key}`)}
              title={t(`drawing.towards.${key}`)}
              onClick={() => set({ climbsDeg: turned(deg + 90 * quarters) })}
            >
              <Icon size={16} aria-hidden />
            </button>
          ))}
        </fieldset>
      </div>
      {stair.template !== 'straight' && (
        <div className="draw-choice">
          <span className="label quiet small">{t('drawing.stair.turns')}</span>
          <fieldset className="segmented" aria-label={t('drawing.stair.turns')}>
            {([true, false] as const).map((left) => (
              <button
                key={String(left)}
                type="button"
                className="with-icon"
                aria-pressed={stair.turnsLeft === left}
                onClick={() => set({ turnsLeft: left })}
              >
                {left ? <CornerUpLeft size={16} aria-hidden /> : <CornerUpRight size={16} aria-hidden />}
                {t(left ? 'drawing.stair.left' : 'drawing.stair.right')}
              </button>
            ))}
          </fieldset>
        </div>
      )}
      {metres('riserM', table.stairLimits.leastRiser.value, table.stairLimits.mostRiser.value)}
      {metres('treadM', 0.1, 1)}
      {metres('clearWidthM', 0.5, 10)}
      <SelectField
        label={t('planning.field.kind')}
        value={stair.kind}
        options={worded('stairKind', stairKinds)}
        onCommit={(kind) => set({ kind: stairKinds.find((each) => each === kind) ?? stair.kind })}
        testId="draw-stair-kind"
      />
    </div>
  )
}

/** How many risers the storey takes, and how high each really is; or why there is no such stair. */
export function StairSum({ premises, spec }: { readonly premises: Premises; readonly spec: StairSpec }) {
  const t = useT()
  const language = useLanguage()
  const level = useApp((state) => premises.levels[state.view.levelId ?? ''])
  const above = level && levelAbove(premises, level)
  if (!level) return null
  if (!above) return <p className="draw-sum error-text">{t('drawing.stair.noneAbove')}</p>
  const riseM = above.elevationM - level.elevationM
  const found = shapeOrWhy(spec, riseM)
  if ('why' in found) {
    const { text, mend } = sentenceOf(found.why)
    return <p className="draw-sum error-text">{mend ? `${text} ${mend}` : text}</p>
  }
  return (
    <p className="draw-sum" aria-live="polite" data-testid="stair-sum">
      {t('drawing.stair.sum', {
        risers: found.risers,
        riser: formatNumber(found.riserM * 100, language, 1),
        rise: formatNumber(riseM, language, 2),
        level: above.name,
      })}
    </p>
  )
}

function shapeOrWhy(spec: StairSpec, riseM: number): StairShape | { readonly why: Message } {
  try {
    return stairShape(spec, riseM, [0, 0])
  } catch (error) {
    if (error instanceof PersonError) return { why: error.report }
    throw error
  }
}

/** The next level above in the same building. */
function levelAbove(premises: Premises, level: Level): Level | undefined {
  return Object.values(premises.levels)
    .filter((each) => each.buildingId === level.buildingId && each.elevationM > level.elevationM)
    .toSorted((a, b) => a.elevationM - b.elevationM)[0]
}

function turned(deg: number): number {
  return ((Math.round(deg) % 360) + 360) % 360
}
