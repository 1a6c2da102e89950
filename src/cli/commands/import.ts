import { PersonError } from '../../premises/message.ts'
import { reachability } from '../../premises/reachability.ts'
import { one, type Arguments } from '../arguments.ts'
import { openAnalyst } from '../analyst.ts'
import { readSources, saveProject } from '../files.ts'
import { namesOf } from '../names.ts'
import { warningOf } from '../sentences.ts'

export const importOptions = { out: 'once', lang: 'once' } as const

/** `import FILE… --out P.loithoat`: counts, zones without a way out, warnings. */
export async function importCommand(args: Arguments): Promise<unknown> {
  const out = one(args, 'out')
  if (args.files.length === 0 || out === undefined) throw new PersonError('cli.importUsage', {})
  const analyst = openAnalyst()
  try {
    const { premises, findings, format } = await analyst.importFiles(readSources(args.files))
    await saveProject(out, premises)
    const names = namesOf(premises)
    return {
      format,
      levels: Object.keys(premises.levels).length,
      zones: Object.keys(premises.zones).length,
      openings: Object.keys(premises.openings).length,
      doors: Object.values(premises.openings).filter(({ kind }) => kind === 'door').length,
      stairs: Object.keys(premises.stairs).length,
      exits: Object.values(premises.openings).filter(({ exit }) => exit === 'final').length,
      exitsToDecide: Object.values(premises.openings).filter(({ exit }) => exit === 'undecided').length,
      unreachableZones: reachability(premises).unreachable.map(({ zoneId, reason }) => ({
        id: zoneId,
        name: names.zone(zoneId),
        level: names.levelOfZone(zoneId),
        reason,
      })),
      warnings: findings.filter(({ severity }) => severity !== 'info').map(warningOf),
      notes: findings.filter(({ severity }) => severity === 'info').map(warningOf),
    }
  } finally {
    analyst.close()
  }
}
