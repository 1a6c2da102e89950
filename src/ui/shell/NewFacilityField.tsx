/** One field of the new facility: its fault stands below it once the person has tried to go on. */
export function NewFacilityField(props: {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly fault: string | undefined
  readonly wide?: boolean
  readonly isFirst?: boolean
  readonly isNumber?: boolean
  readonly unit?: string
}) {
  const { fault } = props
  const id = `new-${props.id}`
  const input = (
    <input
      id={id}
      className="input"
      type="text"
      {...(props.isFirst ? { 'data-autofocus': true } : {})}
      inputMode={props.unit ? 'decimal' : props.isNumber ? 'numeric' : 'text'}
      autoComplete="off"
      data-testid={id}
      value={props.value}
      aria-invalid={fault !== undefined}
      aria-describedby={fault === undefined ? undefined : `${id}-error`}
      onChange={(event) => props.onChange(event.target.value)}
    />
  )
  return (
    <div className={props.wide ? 'field wide' : 'field'}>
      <label htmlFor={id}>{props.label}</label>
      {props.unit ? (
        <span className="with-unit">
          {input}
          <span className="unit">{props.unit}</span>
        </span>
      ) : (
        input
      )}
      {fault !== undefined && (
        <span className="error" id={`${id}-error`} role="alert">
          {fault}
        </span>
      )}
    </div>
  )
}
