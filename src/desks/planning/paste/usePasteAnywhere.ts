import { useEffect } from 'react'
import { appState } from '../../../ui/app.ts'
import { offerRooms } from './pending.ts'

/** A table pasted anywhere on the desk, outside fields, dialogs and lists of their own, is taken for a list of rooms. */
export function usePasteAnywhere(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || appState().dialog !== null || appState().printing !== null) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest('input, textarea, select, [contenteditable="true"], dialog')) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (!text.includes('\t')) return
      event.preventDefault()
      offerRooms(text)
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [])
}
