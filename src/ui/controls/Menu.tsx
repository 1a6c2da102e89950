import { Check } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { Button, type ButtonProps } from './Button.tsx'

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly icon?: ReactNode
  readonly disabled?: boolean
  /** For a choice among several: whether this is the one. */
  readonly checked?: boolean
  /** A line above it. */
  readonly apart?: boolean
  readonly run: () => void
}

/**
 * A button that opens a menu. Arrow keys, Home, End and a first letter move; Esc and Tab close; the menu stays inside
 * the window. `note` stands above the entries.
 */
export function MenuButton(props: {
  readonly button: ButtonProps & { readonly 'data-testid'?: string }
  readonly items: readonly MenuItem[]
  readonly note?: ReactNode
}) {
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLSpanElement>(null)
  const id = useId()
  return (
    <span className="menu-anchor" ref={anchor}>
      <Button
        {...props.button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (open || event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      />
      {open && (
        <MenuList
          id={id}
          anchor={anchor}
          items={props.items}
          note={props.note}
          close={() => setOpen(false)}
        />
      )}
    </span>
  )
}

function MenuList(props: {
  readonly id: string
  readonly anchor: RefObject<HTMLElement | null>
  readonly items: readonly MenuItem[]
  readonly note?: ReactNode
  readonly close: () => void
}) {
  const { anchor, close } = props
  const list = useRef<HTMLDivElement>(null)
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]

  useEffect(() => {
    place(list.current, anchor.current)
    list.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus()
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !anchor.current?.contains(event.target)) close()
    }
    document.addEventListener('pointerdown', outside)
    window.addEventListener('resize', close)
    return () => {
      document.removeEventListener('pointerdown', outside)
      window.removeEventListener('resize', close)
    }
  }, [anchor, close])

  const leave = () => {
    close()
    anchor.current?.querySelector('button')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const to = (index: number) => all[(index + all.length) % all.length]?.focus()
    if (event.key === 'ArrowDown') to(at + 1)
    else if (event.key === 'ArrowUp') to(at - 1)
    else if (event.key === 'Home') to(0)
    else if (event.key === 'End') to(-1)
    else if (event.key === 'Escape') leave()
    else if (event.key === 'Tab') return leave()
    else if (event.key.length === 1 && event.key !== ' ') {
      const letter = event.key.toLowerCase()
      const next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find((each) =>
        each.textContent?.trim().toLowerCase().startsWith(letter),
      )
      next?.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="menu" role="menu" id={props.id} ref={list} tabIndex={-1} onKeyDown={onKeyDown}>
      {props.note && <div className="note">{props.note}</div>}
      {props.items.map((item) => (
        <div key={item.id} role="none">
          {item.apart && <hr />}
          <button
            type="button"
            role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked={item.checked}
            aria-disabled={item.disabled || undefined}
            tabIndex={-1}
            data-testid={`menu-${item.id}`}
            onClick={() => {
              if (item.disabled) return
              leave()
              item.run()
            }}
          >
            {item.icon}
            <span>{item.label}</span>
            {item.checked && <Check size={16} aria-hidden className="hint" />}
            {item.hint && <span className="hint">{item.hint}</span>}
          </button>
        </div>
      ))}
    </div>
  )
}

function place(menu: HTMLElement | null, anchor: HTMLElement | null): void {
  if (!menu || !anchor) return
  const box = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = menu
  const left = Math.max(8, Math.min(box.left, window.innerWidth - width - 8))
  const below = box.bottom + 4
  const top = below + height > window.innerHeight - 8 ? Math.max(8, box.top - height - 4) : below
  menu.style.left = `${left}px`
  menu.style.top = `${top}px`
}
