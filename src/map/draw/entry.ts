import { t } from '../../i18n/index.ts'
import type { Point } from '../../premises/geometry/plane.ts'
import { parseDegrees, parseMetres, parseTwo } from './numbers.ts'

export type EntryFields = 'lengthAngle' | 'widthHeight'

/** The small field beside the pointer that takes lengths while something is drawn. */
export interface Entry {
  readonly isOpen: () => boolean
  readonly open: (fields: EntryFields, first: string, at: Point) => void
  readonly close: () => void
  /** The button that opens it by touch, at a place on the screen; null hides it. */
  readonly offer: (fields: EntryFields | null, at: Point) => void
  readonly remove: () => void
}

const size = { width: 216, height: 84 }

/**
 * Makes the field in the map's container. `onNumbers`: a length and an angle, or a width and a height; the second may be
 * left out. `onClosed`: where the focus belongs again.
 */
export function makeEntry(
  container: HTMLElement,
  onNumbers: (first: number, second: number | null) => void,
  onClosed: () => void,
): Entry {
  const form = document.createElement('form')
  form.className = 'draw-entry'
  form.hidden = true
  form.noValidate = true
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'draw-entry-button'
  button.hidden = true
  const first = field()
  const second = field()
  const hint = document.createElement('p')
  hint.setAttribute('role', 'status')
  form.append(first.label, second.label, hint)
  container.append(form, button)
  let fields: EntryFields = 'lengthAngle'

  const name = () => {
    const names = fields === 'lengthAngle' ? ['length', 'angle'] : ['width', 'height']
    first.text.textContent = t(`mapdraw.entry.${names[0]}`)
    second.text.textContent = t(`mapdraw.entry.${names[1]}`)
    button.textContent = t('mapdraw.entry.button')
  }

  const close = () => {
    if (form.hidden) return
    const hadFocus = form.contains(document.activeElement)
    form.hidden = true
    if (hadFocus) onClosed()
  }

  const open = (next: EntryFields, text: string, at: Point) => {
    fields = next
    name()
    form.hidden = false
    button.hidden = true
    place(form, container, at)
    first.input.value = text
    second.input.value = ''
    hint.textContent = t('mapdraw.entry.hint')
    first.input.focus()
    first.input.setSelectionRange(text.length, text.length)
  }

  const submit = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
    const two = fields === 'widthHeight' ? parseTwo(first.input.value) : null
    const one = two?.[0] ?? parseMetres(first.input.value)
    const typed = second.input.value.trim()
    const other =
      two?.[1] ?? (typed === '' ? null : fields === 'widthHeight' ? parseMetres(typed) : parseDegrees(typed))
    const isWrong = (input: HTMLInputElement, wrong: boolean) =>
      input.setAttribute('aria-invalid', String(wrong))
    isWrong(first.input, one === null)
    isWrong(second.input, typed !== '' && other === null && two === null)
    if (one === null || (typed !== '' && other === null)) {
      hint.textContent = t('mapdraw.entry.wrong')
      return (one === null ? first : second).input.focus()
    }
    close()
    onNumbers(one, other)
  }
  form.addEventListener('submit', submit)
  form.addEventListener('keydown', (event) => {
    // What is typed here is not for the map or the app.
    event.stopPropagation()
    if (event.key === 'Enter') submit(event)
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
    }
  })
  for (const type of ['pointerdown', 'mousedown', 'touchstart', 'wheel', 'dblclick'] as const)
    for (const element of [form, button]) element.addEventListener(type, (event) => event.stopPropagation())

  button.addEventListener('click', () => {
    const box = button.getBoundingClientRect()
    const { left, top } = container.getBoundingClientRect()
    open(fields, '', [box.left - left, box.top - top])
  })

  return {
    isOpen: () => !form.hidden,
    open,
    close,
    offer: (next, at) => {
      button.hidden = next === null || !form.hidden
      if (next === null) return
      fields = next
      name()
      place(button, container, [at[0], at[1] + 20])
    },
    remove: () => {
      form.remove()
      button.remove()
    },
  }
}

function field() {
  const label = document.createElement('label')
  const text = document.createElement('span')
  const input = document.createElement('input')
  input.inputMode = 'decimal'
  input.autocomplete = 'off'
  input.spellcheck = false
  label.append(text, input)
  return { label, text, input }
}

/** Right below a point, inside the container. */
function place(element: HTMLElement, container: HTMLElement, [x, y]: Point): void {
  const left = Math.max(8, Math.min(x + 16, container.clientWidth - size.width - 8))
  const top = Math.max(8, Math.min(y + 16, container.clientHeight - size.height - 8))
  element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
}
