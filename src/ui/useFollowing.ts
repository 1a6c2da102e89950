import { useState } from 'react'

/** A state that starts anew, by `next`, whenever `source` becomes another. */
export function useFollowing<Source, State>(
  source: Source,
  next: (source: Source, before: State | undefined) => State,
): [State, (state: State) => void] {
  const [seen, setSeen] = useState(source)
  const [state, setState] = useState(() => next(source, undefined))
  if (!Object.is(seen, source)) {
    setSeen(source)
    setState(next(source, state))
  }
  return [state, setState]
}
