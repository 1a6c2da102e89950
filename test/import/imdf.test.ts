import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importFiles } from '../../src/import/index.ts'
import { applyChanges } from '../applyChanges.ts'
import { reachability } from '../../src/premises/reachability.ts'
import { quiet } from './context.ts'
import { smallVenue } from './imdfVenue.ts'
import { samples } from './samples.ts'

const folder = join(samples, 'spbstu-imdf-main')

describe('a small IMDF venue', () => {
  it('becomes levels, zones with uses, openings with both zones, and a stair over two storeys', async () => {
    const { premises, counts } = await importFiles(smallVenue(), null, quiet)
    expect(counts).toMatchObject({ levels: 2, zones: 8, openings: 6, stairs: 1, exits: 0 })
    const zones = Object.values(premises.zones)
    expect(zones.filter(({ use }) => use === 'meeting').map(({ name }) => name)).toEqual([
      'Phòng họp',
      'Phòng họp',
    ])
    const names = (id: string) =>
      Object.values(premises.openings)
        .find(({ sourceId }) => sourceId === id)
        ?.sides.map((side) => premises.zones[side ?? '']?.sourceId)
    expect(names('oa0')?.toSorted()).toEqual(['a0', 'c0'])
    expect(names('os1')?.toSorted()).toEqual(['c1', 's1'])
    // 5 m × 4 m at the scale of the file: areas agree with WGS 84 distances within 1 %.
    const [stair] = Object.values(premises.stairs)
    expect(stair?.zoneIds.map((id) => premises.zones[id]?.sourceId)).toEqual(['s0', 's1'])
    expect(stair?.evidence['runs']?.mark).toBe('assumed')
  })

  it('comes from a zip as from a folder', async () => {
    const zip = zipSync(Object.fromEntries(smallVenue().map(({ name, bytes }) => [name, bytes])))
    const { counts } = await importFiles([{ name: 'venue.zip', bytes: zip }], null, quiet)
    expect(counts).toMatchObject({ levels: 2, zones: 8, openings: 6 })
  })

  it('asks for exits where the file has none, and one answer gives every zone but those behind the revolving door a way out', async () => {
    const { premises, findings } = await importFiles(smallVenue(), null, quiet)
    const question = findings.find(
      ({ code, params }) => code === 'import.exitPlace' && params?.['level'] === 'Tầng 1',
    )
    const changes = question?.choices?.find(({ code }) => code === 'addExit')?.changes ?? []
    const after = reachability(applyChanges(premises, changes))
    const unreachable = after.unreachable.map(({ zoneId, reason }) => [
      premises.zones[zoneId]?.sourceId,
      reason,
    ])
    expect(unreachable).toEqual([
      ['b0', 'exitNotEscape'],
      ['b1', 'exitNotEscape'],
    ])
  })

  it('says which file is missing', async () => {
    const files = smallVenue().filter(({ name }) => !name.endsWith('level.geojson'))
    await expect(importFiles(files, null, quiet)).rejects.toMatchObject({
      report: { code: 'import.imdfMissing', params: { name: 'level.geojson' } },
    })
  })
})

describe.skipIf(!existsSync(folder))('a university building in IMDF (needs ../shared/samples)', () => {
  it('has 274 zones and 290 openings, all but one zone joined by openings and stairs, and asks for exits', async () => {
    const files = readdirSync(folder).map((name) => ({
      name: `f/${name}`,
      bytes: readFileSync(join(folder, name)),
    }))
    const { premises, counts, findings } = await importFiles(files, null, quiet)
    expect(counts).toMatchObject({ levels: 3, zones: 274, openings: 290, exits: 0 })
    expect(findings.map(({ code }) => code)).toContain('import.noExitAtAll')
    const places = findings.filter(({ code }) => code === 'import.exitPlace')
    expect(places.length).toBeGreaterThan(3)
    const changes = places.flatMap(({ choices }) => choices?.[0]?.changes ?? [])
    const { unreachable } = reachability(applyChanges(premises, changes))
    expect(unreachable.length).toBeLessThanOrEqual(2)
  })
})
