import { faultsOf } from '../../src/premises/faults/faults.ts'
import { intersection } from '../../src/premises/geometry/polygonOps.ts'
import { sharedEdges } from '../../src/premises/geometry/sharedEdges.ts'
import type { Premises } from '../../src/premises/model.ts'
import { buildPremises } from '../builder.ts'
import type { Row } from './measuring.ts'

/** All checks of a drawn level of 400 rooms and 20 corridors: sound, and with a gap in every fifth room, mends tried. */
export default function bench(): Promise<Row[]> {
  const [sound, bent] = [level(0), level(0.02)]
  if (faultsOf(sound).some(({ kind }) => kind !== 'widthAssumed'))
    throw new Error('the sound level has faults')
  const gaps = faultsOf(bent).filter(({ kind }) => kind === 'wallGap').length
  if (gaps < 60) throw new Error(`only ${gaps} gaps were found`)
  const ours = best(9, () => faultsOf(sound))
  const naive = best(1, () => everyPair(sound))
  const rows: Row[] = [
    {
      name: 'faults of a level of 400 rooms',
      value: ours,
      unit: 'ms',
      peer: 'overlaps and shared walls of every pair, without an index',
      peerValue: naive,
      ratio: naive / ours,
    },
    {
      name: `faults of the same with ${gaps} gaps, mends tried`,
      value: best(5, () => faultsOf(bent)),
      unit: 'ms',
      peer: null,
      peerValue: null,
      ratio: null,
    },
  ]
  return Promise.resolve(rows)
}

function level(gapM: number): Premises {
  return buildPremises((b) => {
    for (let row = 0; row < 20; row += 1) {
      const y = row * 6
      b.zone(`H${row}`, [0, y + 4, 80, y + 6], { use: 'corridor' })
      for (let column = 0; column < 20; column += 1) {
        const x = column * 4
        const isBent = column % 5 === 0
        b.zone(`R${row}.${column}`, [x, y, x + 4 - (isBent ? gapM : 0), y + 4])
        b.door(`R${row}.${column}`, `H${row}`)
      }
    }
  })
}

function everyPair({ zones }: Premises): number {
  const all = Object.values(zones)
  let found = 0
  all.forEach((a, index) => {
    for (const b of all.slice(index + 1)) {
      found += sharedEdges(a.polygon, b.polygon, 0.05).length
      found += intersection([a.polygon], [b.polygon]).length
    }
  })
  return found
}

function best(rounds: number, work: () => unknown): number {
  let least = Infinity
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    work()
    least = Math.min(least, performance.now() - start)
  }
  return least
}
