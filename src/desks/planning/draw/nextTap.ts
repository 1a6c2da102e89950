import { underlaysOf } from '../../../premises/underlay.ts'
import type { Drawing } from '../../../state/app.ts'
import { useApp } from '../../../ui/app.ts'
import { useT } from '../../../ui/useT.ts'

/** Pairs of points that lay a picture: two at least. */
const leastPairs = 2

/** Whether nothing can be done to the picture in hand before the map is tapped again. */
export function isAwaitingTaps({ tool, underlay }: Drawing): boolean {
  if (tool !== 'underlay' || !underlay) return false
  if (underlay.step === 'length') return underlay.taps.length < 2
  return underlay.step === 'match' && underlay.pairs.length < leastPairs && underlay.taps.length === 0
}

/** The tap on the map that the picture in hand waits for, in words; null where it waits for none. */
export function useNextTap({ tool, underlay }: Drawing): string | null {
  const t = useT()
  const isLaid = useApp(({ project, view }) =>
    project && view.levelId ? underlaysOf(project.premises, view.levelId).length > 0 : false,
  )
  if (tool !== 'underlay' || !underlay || !isLaid) return null
  const taps = underlay.taps.length
  if (underlay.step === 'length')
    return t(`underlayPanel.next.${taps === 0 ? 'first' : taps === 1 ? 'second' : 'panel'}`)
  if (underlay.step === 'match') {
    const n = underlay.pairs.length + 1
    if (n > 4) return t('underlayPanel.next.panel')
    return t(`underlayPanel.next.${taps === 0 ? 'picture' : 'plan'}`, { n })
  }
  return t('underlayPanel.next.move')
}
