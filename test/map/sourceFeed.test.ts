import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { sourceFeed } from '../../src/map/sourceFeed.ts'

const named = (name: string): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [],
  bbox: [name.length, 0, 0, 0],
})

describe('the feed of a map source', () => {
  it('sends one set of data at a time and, of those that wait, only the newest', async () => {
    const sent: FeatureCollection[] = []
    const done: (() => void)[] = []
    const feed = sourceFeed(() => ({
      setData: (data) => {
        sent.push(data)
        return new Promise((resolve) => done.push(resolve))
      },
    }))
    const [a, b, c] = [named('a'), named('bb'), named('ccc')]
    feed(a)
    feed(b)
    feed(c)
    expect(sent).toEqual([a])
    done[0]?.()
    await new Promise((resolve) => setTimeout(resolve))
    expect(sent).toEqual([a, c])
  })

  it('goes on after a failure, and where the source is gone', async () => {
    const sent: FeatureCollection[] = []
    let gone = false
    const feed = sourceFeed(() =>
      gone
        ? undefined
        : {
            setData: (data) => {
              sent.push(data)
              return Promise.reject(new Error('worker restarted'))
            },
          },
    )
    feed(named('a'))
    await new Promise((resolve) => setTimeout(resolve))
    feed(named('bb'))
    await new Promise((resolve) => setTimeout(resolve))
    gone = true
    feed(named('ccc'))
    await new Promise((resolve) => setTimeout(resolve))
    expect(sent).toHaveLength(2)
  })
})
