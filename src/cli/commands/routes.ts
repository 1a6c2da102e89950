import type { Way } from '../../../workers/routes/job.ts'
import { choice, many, onlyFile, type Arguments } from '../arguments.ts'
import { openAnalyst } from '../analyst.ts'
import { openProject } from '../files.ts'
import { namesOf, shutOf } from '../names.ts'
import { rounded } from '../round.ts'

export const routesOptions = { shut: 'many', to: 'once', along: 'once', lang: 'once' } as const

/** `routes P [--shut NAME_OR_ID…] [--to final|storey] [--along shortest|centreLine]`: the way out of every zone. */
export async function routesCommand(args: Arguments): Promise<unknown> {
  const premises = await openProject(onlyFile(args))
  const targets = choice(args, 'to', ['final', 'storey'])
  const along = choice(args, 'along', ['shortest', 'centreLine'])
  const names = namesOf(premises)
  const analyst = openAnalyst()
  try {
    analyst.load(premises)
    const { zones, unreachable, provenance } = await analyst.routes({
      targets,
      along,
      ...shutOf(premises, many(args, 'shut')),
    })
    const exit = (id: string) => ({ id, name: names.opening(id) })
    const way = ({ exitId, doorM, farthestM, timeS }: Way) => ({
      exit: exit(exitId),
      doorM: rounded(doorM),
      farthestM: rounded(farthestM),
      timeS: rounded(timeS),
    })
    return {
      to: targets,
      along,
      zones: zones.map(({ zoneId, first, second, deadEndM }) => ({
        id: zoneId,
        name: names.zone(zoneId),
        level: names.levelOfZone(zoneId),
        ...way(first),
        deadEndM: rounded(deadEndM),
        second: second ? way(second) : null,
      })),
      unreachable: unreachable.map(({ zoneId, reason, openingId }) => ({
        id: zoneId,
        name: names.zone(zoneId),
        level: names.levelOfZone(zoneId),
        reason,
        ...(openingId ? { opening: exit(openingId) } : {}),
      })),
      provenance,
    }
  } finally {
    analyst.close()
  }
}
