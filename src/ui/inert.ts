import { useEffect } from 'react'

/** Keeps keyboard and screen readers out of the page beneath while something covers all of it. */
export function useInertPage(): void {
  useEffect(() => {
    const page = document.getElementById('root')
    if (!page) return
    const before = document.activeElement
    page.inert = true
    return () => {
      page.inert = false
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
}
