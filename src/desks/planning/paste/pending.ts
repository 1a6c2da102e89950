import { actions } from '../../../ui/app.ts'

let text: string | null = null

/** Opens the dialog with a table that was pasted somewhere on the desk. */
export function offerRooms(pasted: string): void {
  text = pasted
  actions.set({ dialog: 'paste' })
}

/** The table that the dialog was opened with, once; empty where it was opened without one. */
export function takePasted(): string {
  const taken = text ?? ''
  text = null
  return taken
}
