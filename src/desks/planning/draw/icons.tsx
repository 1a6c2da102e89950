import {
  Image,
  MousePointer2,
  Pentagon,
  RectangleHorizontal,
  UsersRound,
  type LucideProps,
} from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import type { StairSpec } from '../../../premises/fittings/stairs.ts'
import type { DrawingTool } from '../../../state/app.ts'

type IconProps = Pick<LucideProps, 'size'>

/** A picture on the 24-unit square of the other icons, drawn as the plan draws the thing. */
function planIcon(content: ReactNode): ComponentType<IconProps> {
  return function PlanIcon({ size = 20 }: IconProps) {
    return (
      <svg
        viewBox="0 0 24 24"
        width={size}
        height={size}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden
      >
        {content}
      </svg>
    )
  }
}

/** Two ends of a wall with what stands between them. */
function inWall(content: ReactNode): ComponentType<IconProps> {
  return planIcon(
    <>
      <path d="M2 16h4M18 16h4" strokeWidth="3.5" strokeLinecap="butt" />
      {content}
    </>,
  )
}

const Wall = planIcon(<path d="M3 20V6h18" strokeWidth="3.5" strokeLinecap="butt" strokeLinejoin="miter" />)
const Door = inWall(<path d="M6 16V4c7 0 12 5 12 12" />)
const Passage = inWall(<path d="M12 21V5M8.5 8.5 12 5l3.5 3.5" />)
const Window = inWall(<path d="M6 14.2h12M6 17.8h12" />)
const Stair = planIcon(
  <path d="M4 6v12M8 6v12M12 6v12M16 6v12M4 6h13M4 18h13M4 12h16M17.5 9.5 20 12l-2.5 2.5" />,
)
const Lift = planIcon(<path d="M4 4h16v16H4ZM4 4l16 16M20 4 4 20" />)

export const toolIcons: Readonly<Record<DrawingTool, ComponentType<IconProps>>> = {
  select: MousePointer2,
  rectangle: RectangleHorizontal,
  room: Pentagon,
  wall: Wall,
  door: Door,
  passage: Passage,
  window: Window,
  stair: Stair,
  lift: Lift,
  assembly: UsersRound,
  underlay: Image,
}

/** The stair templates as they look from above; the arrow climbs. */
export const stairIcons: Readonly<Record<StairSpec['template'], ComponentType<IconProps>>> = {
  straight: planIcon(<path d="M8 3v18M16 3v18M8 7h8M8 11h8M8 15h8M8 19h8M12 20V4M10 6l2-2 2 2" />),
  dogLeg: planIcon(
    <path
      d="M3 3h18v18H3ZM12 8v13M3 8h18M3 12.3h18M3 16.6h18M16.5 20V5.5h-9V19M5.7 17.2 7.5 19l1.8-1.8"
      strokeWidth="1.4"
    />,
  ),
  spiral: planIcon(
    <>
      <circle cx="12" cy="12" r="9" />
      <circle cx="12" cy="12" r="2" />
      <path d="M12 10V3M13.7 11l6.2-3.4M13.7 13l6.2 3.4M12 14v7M10.3 13l-6.2 3.4M10.3 11 4.1 7.6" />
    </>,
  ),
}
