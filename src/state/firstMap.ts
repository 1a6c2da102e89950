let settle: () => void = () => undefined
const drawn = new Promise<void>((resolve) => {
  settle = resolve
})

/** How long work that can wait waits for a map, milliseconds: where none comes, it goes on. */
const patienceMs = 8000

/** The map has drawn its first picture, or the still plan stands in its place. */
export function firstMapDrawn(): void {
  settle()
}

/** What a person does not see first waits for what they do: resolves after the first map, or when none comes. */
export function afterFirstMap(): Promise<void> {
  return Promise.race([drawn, new Promise<void>((resolve) => setTimeout(resolve, patienceMs))])
}
