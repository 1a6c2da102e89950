import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallVenue } from '../import/imdfVenue.ts'
import { samples } from '../import/samples.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'loi-thoat-cli-'))
const at = (name: string) => join(folder, name)

interface Answer {
  readonly status: number | null
  // oxlint-disable-next-line typescript/no-explicit-any -- any JSON document
  readonly json: any
  readonly stderr: string
}

/** Runs the terminal as a person does, through its entry under Node. */
function cli(...words: string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/cli/run.mjs'), ...words], {
    encoding: 'utf8',
    cwd: folder,
  })
  return { status, json: JSON.parse(stdout) as unknown, stderr }
}

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'src/cli/build.mjs'), 'node'], { stdio: 'ignore' })
  writeFileSync(
    at('venue.zip'),
    zipSync(Object.fromEntries(smallVenue().map(({ name, bytes }) => [name, bytes]))),
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the terminal prints one JSON document', () => {
  it('import: counts, zones without a way out with the reason, warnings as sentences', () => {
    const { status, json } = cli('import', at('venue.zip'), '--out', at('venue.loithoat'))
    expect(status).toBe(0)
    expect(json).toMatchObject({ levels: 2, zones: 8, openings: 6, stairs: 1, exits: 0 })
    expect(json.unreachableZones).toHaveLength(8)
    expect(json.unreachableZones[0]).toMatchObject({ level: 'Tầng 1', name: 'Phòng A' })
    expect(json.warnings.map((each: { code: string }) => each.code)).toContain('import.noExitAtAll')
    expect(json.warnings[0].message).toMatch(/[a-zà-ỹ]/)
  })

  it('sample, info, routes and egress agree with one another', () => {
    expect(cli('sample', '--out', at('mau.loithoat')).json).toMatchObject({ fictional: true, levels: 8 })
    const info = cli('info', at('mau.loithoat')).json
    expect(info.persons).toBeGreaterThan(550)
    const routes = cli('routes', at('mau.loithoat')).json
    for (const zone of routes.zones) {
      expect(zone.farthestM).toBeGreaterThanOrEqual(zone.doorM)
      expect(zone.deadEndM).toBeLessThanOrEqual(zone.farthestM + 0.01)
      if (zone.second) expect(zone.second.exit.id).not.toBe(zone.exit.id)
    }
    expect(routes.zones.length + routes.unreachable.length).toBeLessThanOrEqual(info.zones)
    const egress = cli(
      'egress',
      at('mau.loithoat'),
      '--premovement',
      '60',
      '--detection',
      '30',
      '--alarm',
      '15',
    ).json
    expect(egress.evacuationTimeS).toBeCloseTo(30 + 15 + 60 + egress.movementTimeS, 1)
    expect(egress.worst.evacuationTimeS).toBeGreaterThanOrEqual(egress.evacuationTimeS)
    expect(egress.lowerBoundS).toBeLessThanOrEqual(egress.movementTimeS)
    expect(egress.persons + egress.notMoved.assisted + egress.notMoved.noWay).toBeCloseTo(info.persons, 1)
    const outside = egress.perExit.reduce((sum: number, exit: { persons: number }) => sum + exit.persons, 0)
    expect(outside).toBeCloseTo(egress.persons, 1)
  })

  it('a shut exit is taken by nobody, by name as by id', () => {
    const all = cli('routes', at('mau.loithoat')).json
    const exit = all.zones[0].exit as { id: string; name: string }
    const byId = cli('routes', at('mau.loithoat'), '--shut', exit.id).json
    expect(byId.zones.every((zone: { exit: { id: string } }) => zone.exit.id !== exit.id)).toBe(true)
    expect(cli('routes', at('mau.loithoat'), '--shut', exit.name).json).toEqual(byId)
  })

  it('storey exits are nearer than final exits', () => {
    const final = cli('routes', at('mau.loithoat')).json.zones as { id: string; timeS: number }[]
    const storey = new Map(
      (cli('routes', at('mau.loithoat'), '--to', 'storey').json.zones as typeof final).map((zone) => [
        zone.id,
        zone.timeS,
      ]),
    )
    for (const { id, timeS } of final) expect(storey.get(id) ?? 0).toBeLessThanOrEqual(timeS + 0.01)
  })

  it('the same file imported twice gives the same routes', () => {
    cli('sample', '--out', at('mau2.loithoat'))
    expect(cli('routes', at('mau2.loithoat')).json).toEqual(cli('routes', at('mau.loithoat')).json)
  })
})

describe('bad input: exit code 1 and an error with code, sentence and place', () => {
  it.each([
    [['egress'], 'cli.oneFile'],
    [['fly', 'x'], 'cli.unknownCommand'],
    [['routes', 'x.loithoat', '--speed', '3'], 'cli.unknownOption'],
    [['routes', 'x.loithoat', '--to'], 'cli.optionWithoutValue'],
    [['egress', 'x.loithoat', '--alarm', 'soon'], 'cli.cannotRead'],
    [['routes', 'missing.loithoat'], 'cli.cannotRead'],
    [['import', 'missing.ifc', '--out', 'x.loithoat'], 'cli.cannotRead'],
    [['import', 'x.ifc'], 'cli.importUsage'],
  ])('%s: %s', (words, code) => {
    const { status, json } = cli(...words)
    expect(status).toBe(1)
    expect(json.error).toMatchObject({ code })
    expect(json.error.message.length).toBeGreaterThan(10)
  })

  it('numbers, names, file types', () => {
    const mau = at('mau.loithoat')
    expect(cli('egress', mau, '--alarm', 'soon').json.error.code).toBe('cli.notSeconds')
    expect(cli('routes', mau, '--to', 'roof').json.error.code).toBe('cli.notOneOf')
    expect(cli('routes', mau, '--shut', 'Cửa không có').json.error.code).toBe('cli.noSuchName')
    writeFileSync(at('plan.dwg'), 'AC1032')
    expect(cli('import', at('plan.dwg'), '--out', at('x.loithoat'), '--lang', 'en').json.error).toMatchObject(
      {
        code: 'import.unsupported.dwg',
        where: { file: 'plan.dwg' },
      },
    )
    expect(existsSync(at('x.loithoat'))).toBe(false)
    writeFileSync(at('broken.loithoat'), 'PK not a zip')
    expect(cli('info', at('broken.loithoat')).status).toBe(1)
  })
})

describe.skipIf(!existsSync(samples))('real files (needs ../shared/samples)', () => {
  it('Office_A: 99 zones, all but the lift shaft reach an exit', () => {
    const { json } = cli('import', join(samples, 'Office_A_20110811.ifc'), '--out', at('office.loithoat'))
    expect(json).toMatchObject({ levels: 2, zones: 99, stairs: 2, exits: 6 })
    expect(
      json.unreachableZones.map(({ name, reason }: { name: string; reason: string }) => [name, reason]),
    ).toEqual([['124 ELEV', 'shaft']])
    expect(cli('routes', at('office.loithoat')).json.zones).toHaveLength(98)
    const egress = cli('egress', at('office.loithoat'), '--premovement', '60').json
    expect(egress.movementTimeS).toBeGreaterThan(egress.lowerBoundS)
  })

  it('a folder of IMDF: 274 zones, 290 openings, no exit yet', () => {
    const { json } = cli('import', join(samples, 'spbstu-imdf-main'), '--out', at('imdf.loithoat'))
    expect(json).toMatchObject({ levels: 3, zones: 274, openings: 290, exits: 0 })
  })
})
