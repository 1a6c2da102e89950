import { PersonError } from '../../premises/message.ts'
import { loadSample } from '../../premises/sample/index.ts'
import { one, type Arguments } from '../arguments.ts'
import { saveProject } from '../files.ts'

export const sampleOptions = { out: 'once', lang: 'once' } as const

/** `sample --out P.loithoat`: the fictional head office as a file, to try the other commands on. */
export async function sampleCommand(args: Arguments): Promise<unknown> {
  const out = one(args, 'out')
  if (args.files.length > 0 || out === undefined) throw new PersonError('cli.sampleUsage', {})
  const premises = await loadSample()
  await saveProject(out, premises)
  return {
    name: premises.facility.name,
    fictional: true,
    levels: Object.keys(premises.levels).length,
    zones: Object.keys(premises.zones).length,
  }
}
