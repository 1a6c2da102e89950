import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPartsReceiver, createPartsSender } from '../../../workers/parts.ts'

describe('results in parts', () => {
  it('arrive as they were, whatever comes again and however long after', () => {
    const lists = fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(lists, (messages) => {
        const objects = Array.from({ length: 13 }, (_, value) => ({ value }))
        const send = createPartsSender()
        const receive = createPartsReceiver()
        for (const list of messages) {
          const parts = list.map((at) => objects[at] as object)
          expect(receive(structuredClone(send(parts)))).toEqual(parts)
        }
      }),
    )
  })

  it('send a part once, and it is the same object at the other end', () => {
    const send = createPartsSender()
    const receive = createPartsReceiver()
    const [a, b] = [{ name: 'a' }, { name: 'b' }]
    const first = receive(structuredClone(send([a, b])))
    const packed = send([b, a, b])
    expect(packed.fresh).toEqual([])
    const second = receive(structuredClone(packed))
    expect(second[0]).toBe(first[1])
    expect(second[1]).toBe(first[0])
  })

  it('forget at both ends what has not come for long', () => {
    const send = createPartsSender()
    const part = { name: 'a' }
    send([part])
    for (let message = 0; message < 20; message++) send([])
    expect(send([part]).fresh).toEqual([part])
  })
})
