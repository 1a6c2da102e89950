import { create } from 'zustand'

/** Whether the tools show their pictures alone, to leave more of the map; as one left it, until the page is closed. */
export const useFolded = create<{ readonly folded: boolean }>(() => ({ folded: false }))

/** How much of the map the tools and their hint cover, as draw.css makes them. */
export const toolbarPx = { upright: 178, folded: 58, lying: 64, hint: 60 } as const
