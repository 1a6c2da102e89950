import type { AreaKind, PlanShape, StrokeKind } from '../../premises/drawing/shapes.ts'
import { planShapes } from '../planShapes.ts'
import { themes, type MapTheme } from '../theme.ts'
import type { SheetPart } from './sheetPart.ts'
import { linePath, polygonPath } from './svgPath.ts'

type ShapeKind = AreaKind | StrokeKind

interface Pen {
  readonly fill?: string
  readonly stroke?: string
  /** Millimetres. */
  readonly width?: number
  readonly opacity?: number
}

/** Drawn in this order: what stands on the floor, then walls, then what is cut into them. */
const order: readonly ShapeKind[] = [
  'furniture', 'landing', 'tread', 'rail', 'lift', 'arrow', 'sweep', 'wall', 'column', 'fireWall', 'window',
  'windowLine', 'gap', 'swing', 'threshold', 'leaf',
] // prettier-ignore

/** Walls, doors, windows, stairs and lifts, in an architect's line weights: cut 0.35, seen 0.18, fine 0.1 mm. */
export function SheetDrawing({ premises, levelId, plan, theme, selection }: SheetPart) {
  const pens = pensOf(themes[theme])
  const chosen = selection?.table === 'openings' ? premises.openings[selection.id] : undefined
  const shapes = planShapes(premises, levelId)
  return (
    <g style={{ pointerEvents: 'none' }} strokeLinecap="round" strokeLinejoin="round">
      {order.map((k) => {
        const pen = pens[k]
        const d = shapes
          .filter((shape) => shape.kind === k)
          .map((shape) => pathOf(shape, plan.toSheet))
          .join('')
        return (
          d && (
            <path
              key={k}
              d={d}
              fill={pen.fill ?? 'none'}
              fillRule="evenodd"
              stroke={pen.stroke ?? 'none'}
              strokeWidth={pen.width ?? 0}
              opacity={pen.opacity ?? 1}
            />
          )
        )
      })}
      {chosen?.levelId === levelId && (
        <path d={linePath(chosen.segment, plan.toSheet)} stroke={themes[theme].accent} strokeWidth="1.2" />
      )}
    </g>
  )
}

function pathOf(shape: PlanShape, toSheet: SheetPart['plan']['toSheet']): string {
  return 'polygon' in shape ? polygonPath(shape.polygon, toSheet) : linePath(shape.line, toSheet)
}

function pensOf(look: MapTheme): Readonly<Record<ShapeKind, Pen>> {
  const fine: Pen = { stroke: look.fine, width: 0.12 }
  return {
    furniture: { fill: look.furniture, opacity: 0.45 },
    landing: { fill: look.fine, opacity: 0.06 },
    tread: fine,
    rail: fine,
    lift: fine,
    arrow: { stroke: look.wall, width: 0.2 },
    sweep: { fill: look.fine, opacity: 0.06 },
    wall: { fill: look.wall },
    fireWall: { fill: look.wall, stroke: look.wall, width: 0.25 },
    column: { fill: look.column },
    window: { fill: look.slab, stroke: look.glass, width: 0.15 },
    windowLine: { stroke: look.glass, width: 0.15 },
    gap: { fill: look.floor },
    swing: { stroke: look.fine, width: 0.12 },
    threshold: { stroke: look.fine, width: 0.12 },
    leaf: { stroke: look.wall, width: 0.3 },
  }
}
