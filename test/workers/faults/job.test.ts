import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAnalyst } from '../../../src/analysis/analyst.ts'
import { faultKey, faultsOf, mendOf } from '../../../src/premises/faults/faults.ts'
import { createLocalPool } from '../../../workers/pool.local.ts'
import { applyChanges } from '../../applyChanges.ts'
import { buildPremises } from '../../builder.ts'

const house = buildPremises((b) => {
  for (const level of ['T1', 'T2', 'T3']) {
    b.level(level)
    b.zone(`A ${level}`, [0, 0, 5, 4])
    b.zone(`B ${level}`, [5.02, 0, 10, 4])
    b.zone(`C ${level}`, [9.5, 0, 15, 4], { use: 'unknown' })
    b.door(`B ${level}`, `C ${level}`, { name: `D ${level}`, fields: { segment: [[7, 2], [7, 3]] } })
  }
})

describe('the faults that a worker finds', () => {
  const analyst = createAnalyst(createLocalPool(2))
  beforeAll(() => analyst.load(house))
  afterAll(() => analyst.close())

  it('are those of the premises, in the order in which they are best mended', async () => {
    expect(await analyst.faults()).toEqual(faultsOf(house))
  })

  it('follow each edit: what is mended is gone', async () => {
    let premises = house
    for (let left = faultsOf(premises).find(({ mendable }) => mendable); left; ) {
      premises = applyChanges(premises, mendOf(premises, left) ?? [])
      analyst.patch([], premises)
      const now = await analyst.faults()
      expect(now).toEqual(faultsOf(premises))
      expect(now.map(faultKey)).not.toContain(faultKey(left))
      left = now.find(({ mendable }) => mendable)
    }
    expect(faultsOf(premises).filter(({ kind }) => kind !== 'noUse' && kind !== 'widthAssumed')).toEqual([])
  })

  it('called off, they are not told', async () => {
    const controller = new AbortController()
    analyst.load(buildPremises((b) => void b.zone('A', [0, 0, 5, 4])))
    const asked = analyst.faults({ signal: controller.signal })
    controller.abort()
    await expect(asked).rejects.toThrow('aborted')
  })
})
