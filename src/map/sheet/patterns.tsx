/** Hatchings that stay apart in black and white, in millimetres; 0 is white. */
const strokes: readonly { readonly size: number; readonly d: string; readonly dot?: boolean }[] = [
  { size: 2, d: '' },
  { size: 2, d: 'M-0.5 0.5L0.5 -0.5M0 2L2 0M1.5 2.5L2.5 1.5' },
  { size: 1.8, d: 'M0 0L1.8 1.8M-0.5 1.3L0.5 2.3M1.3 -0.5L2.3 0.5M0 1.8L1.8 0' },
  { size: 2.2, d: 'M0.55 0.55h0.01M1.65 1.65h0.01', dot: true },
  { size: 2, d: 'M0 0L2 2M-0.5 1.5L0.5 2.5M1.5 -0.5L2.5 0.5' },
  { size: 2, d: 'M0 1H2' },
  { size: 2, d: 'M1 0V2' },
  { size: 2.4, d: 'M0 1.2H2.4M1.2 0V2.4' },
]

/** The pattern elements of a sheet; `prefix` keeps the ids of several sheets on one page apart. */
export function HatchPatterns({ prefix }: { readonly prefix: string }) {
  return (
    <>
      {strokes.map(({ size, d, dot }, index) => (
        <pattern
          key={index}
          id={`${prefix}-${index}`}
          width={size}
          height={size}
          patternUnits="userSpaceOnUse"
        >
          <rect width={size} height={size} fill="#ffffff" />
          {d && (
            <path
              d={d}
              stroke="#7a7a7a"
              strokeWidth={dot ? 0.34 : 0.13}
              strokeLinecap={dot ? 'round' : 'butt'}
            />
          )}
        </pattern>
      ))}
      <pattern id={`${prefix}-noWay`} width="2.4" height="2.4" patternUnits="userSpaceOnUse">
        <path d="M-0.6 0.6L0.6 -0.6M0 2.4L2.4 0M1.8 3L3 1.8" stroke="#33373d" strokeWidth="0.22" />
      </pattern>
      <pattern id={`${prefix}-closed`} width="2.4" height="2.4" patternUnits="userSpaceOnUse">
        <path
          d="M-0.6 0.6L0.6 -0.6M0 2.4L2.4 0M1.8 3L3 1.8M-0.6 1.8L0.6 3M0 0L2.4 2.4M1.8 -0.6L3 0.6"
          stroke="#33373d"
          strokeWidth="0.3"
        />
      </pattern>
    </>
  )
}

/** The fill of the n-th pattern. */
export function patternFill(prefix: string, pattern: number | 'noWay' | 'closed'): string {
  return `url(#${prefix}-${typeof pattern === 'number' ? pattern % strokes.length : pattern})`
}
