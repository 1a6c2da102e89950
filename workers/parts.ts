/**
 * Results that share most of their parts with the last one (the routes of a thousand zones after one door was shut) cross a
 * thread's door as what is new in them. Both ends count the same messages in the same order, so both know, without asking,
 * which parts the other still has.
 */
export interface PackedParts {
  /** Number of each part in the list. */
  readonly numbers: Int32Array
  /** The parts that were not sent before, or not lately: numbers from `from` on. */
  readonly from: number
  readonly fresh: readonly object[]
}

/** Parts that none of so many messages named are forgotten at both ends. */
const messagesKept = 8

/** Packs a list of parts; an object that comes again, unchanged, is sent once. */
export type PartsSender = (parts: readonly object[]) => PackedParts

export function createPartsSender(): PartsSender {
  const numbered = new WeakMap<object, number>()
  const used = new Map<number, number>()
  let next = 0
  let message = 0
  return (parts) => {
    message += 1
    const from = next
    const fresh: object[] = []
    const numbers = Int32Array.from(parts, (part) => {
      let number = numbered.get(part)
      if (number === undefined || !used.has(number)) {
        number = next++
        numbered.set(part, number)
        fresh.push(part)
      }
      used.set(number, message)
      return number
    })
    forget(used, message)
    return { numbers, from, fresh }
  }
}

/** Makes the list again, with the very objects that came before where they come again. */
export type PartsReceiver = (packed: PackedParts) => object[]

export function createPartsReceiver(): PartsReceiver {
  const known = new Map<number, object>()
  const used = new Map<number, number>()
  let message = 0
  return ({ numbers, from, fresh }) => {
    message += 1
    fresh.forEach((part, at) => known.set(from + at, part))
    const parts = Array.from(numbers, (number) => {
      const part = known.get(number)
      if (part === undefined) throw new Error(`part ${number} of a result did not come`)
      used.set(number, message)
      return part
    })
    for (const number of forget(used, message)) known.delete(number)
    return parts
  }
}

function forget(used: Map<number, number>, message: number): number[] {
  const old = [...used].filter(([, last]) => last <= message - messagesKept).map(([number]) => number)
  for (const number of old) used.delete(number)
  return old
}
