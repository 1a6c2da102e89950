import { useRef, type KeyboardEvent, type ReactNode } from 'react'

export interface Tab<Key extends string> {
  readonly key: Key
  readonly label: string
  /** Shown beside the label where it is above zero. */
  readonly count?: number
}

/** A row of tabs: arrow keys move among them, Tab goes on to the panel. The panel carries `id` `${name}-panel`. */
export function Tabs<Key extends string>(props: {
  readonly name: string
  readonly label: string
  readonly tabs: readonly Tab<Key>[]
  readonly current: Key
  readonly onChange: (key: Key) => void
}) {
  const row = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const at = props.tabs.findIndex((tab) => tab.key === props.current)
    const next = props.tabs[(at + by + props.tabs.length) % props.tabs.length]
    if (!next) return
    props.onChange(next.key)
    row.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus()
  }
  return (
    <div
      className="tabs"
      role="tablist"
      aria-label={props.label}
      ref={row}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {props.tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          role="tab"
          id={`${props.name}-tab-${tab.key}`}
          data-tab={tab.key}
          data-testid={`${props.name}-tab-${tab.key}`}
          aria-selected={tab.key === props.current}
          aria-controls={`${props.name}-panel`}
          tabIndex={tab.key === props.current ? 0 : -1}
          onClick={() => props.onChange(tab.key)}
        >
          {tab.label}
          {tab.count ? <span className="badge">{tab.count > 99 ? '99+' : tab.count}</span> : null}
        </button>
      ))}
    </div>
  )
}

export function TabPanel(props: {
  readonly name: string
  readonly current: string
  readonly children: ReactNode
  readonly className?: string
}) {
  return (
    <div
      role="tabpanel"
      id={`${props.name}-panel`}
      aria-labelledby={`${props.name}-tab-${props.current}`}
      className={props.className}
    >
      {props.children}
    </div>
  )
}
