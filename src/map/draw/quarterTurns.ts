/** A fine wheel tells many small steps: one quarter turn in this time, milliseconds. */
const turnMs = 180

/** Alt and the wheel turn what is about to be placed by quarters; true while something is. Returns what ends it. */
export function quarterTurns(
  host: HTMLElement,
  isTurnable: () => boolean,
  turn: (quarters: 1 | -1) => void,
): () => void {
  let turnedAt = 0
  const wheel = (event: WheelEvent) => {
    if (!event.altKey || !isTurnable()) return
    event.preventDefault()
    event.stopPropagation()
    if (event.timeStamp - turnedAt < turnMs) return
    turnedAt = event.timeStamp
    turn(event.deltaY > 0 ? -1 : 1)
  }
  host.addEventListener('wheel', wheel, { capture: true, passive: false })
  return () => host.removeEventListener('wheel', wheel, { capture: true })
}
