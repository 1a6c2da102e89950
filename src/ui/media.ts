import { useSyncExternalStore } from 'react'

/** The three frames: side panel and inspector beside the map; one side column; sheets over the map. */
export type Frame = 'wide' | 'column' | 'sheet'

const wide = '(min-width: 1360px)'
const column = '(min-width: 1000px)'

export function useFrame(): Frame {
  const isWide = useMedia(wide)
  const isColumn = useMedia(column)
  return isWide ? 'wide' : isColumn ? 'column' : 'sheet'
}

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
}
