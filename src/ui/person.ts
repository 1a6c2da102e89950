import { create } from 'zustand'

const key = 'loi-thoat.person'

/** Who works on this device: put beside a measured width and on prints. It stays on the device until written there. */
export const usePerson = create<{ readonly name: string }>(() => ({ name: read() }))

export function setPerson(name: string): void {
  usePerson.setState({ name })
  try {
    localStorage.setItem(key, name)
  } catch {
    // Storage refused: the name lasts until the page is closed.
  }
}

function read(): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}
