import { signParts, type SignName } from '../icons.ts'

/** A sign of the map as SVG, `size` units wide, with its middle at (x, y). */
export function Sign({
  name,
  x,
  y,
  size,
}: {
  readonly name: SignName
  readonly x: number
  readonly y: number
  readonly size: number
}) {
  return (
    <g transform={`translate(${x - size / 2} ${y - size / 2}) scale(${size / 24})`}>
      {signParts[name].map((part, index) => (
        <path
          key={index}
          d={part.d}
          fill={part.fill ?? 'none'}
          stroke={part.stroke ?? 'none'}
          strokeWidth={part.width ?? 1}
          strokeLinejoin="round"
          strokeLinecap="round"
          {...(part.dash ? { strokeDasharray: part.dash.join(' ') } : {})}
        />
      ))}
    </g>
  )
}
