import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useT } from '../useT.ts'
import { Button } from './Button.tsx'

/**
 * A modal dialog on the native element: the page behind is inert, Tab stays inside, Esc closes, and the focus returns
 * to where it was.
 */
export function Dialog(props: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly wide?: boolean
  readonly testId?: string
}) {
  const t = useT()
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={element}
      className={props.wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={titleId}
      data-testid={props.testId}
      onCancel={(event) => {
        event.preventDefault()
        props.onClose()
      }}
    >
      <header>
        <h2 id={titleId}>{props.title}</h2>
        <Button
          look="plain"
          icon={<X size={18} aria-hidden />}
          label={t('shell.close')}
          onClick={props.onClose}
        />
      </header>
      {props.children}
    </dialog>
  )
}
