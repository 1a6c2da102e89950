import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { PersonError } from '../../../src/premises/message.ts'
import { attachment, type ProjectFile, readProject, writeProject } from '../../../src/premises/file/index.ts'
import type { Change } from '../../../src/premises/operation.ts'
import { fold, makeOperations } from '../../../src/premises/operations/index.ts'
import { buildPremises, openingId, zoneId } from '../../builder.ts'
import { logOf } from '../arbitrary.ts'

/** The picture beneath its first level. */
export const picture = attachment(strToU8('not really a picture'))

/** A small project as a person would have it: drawn, placed, edited, with a picture. */
export const premises = buildPremises((b) => {
  b.facility({ name: 'Trụ sở thử', address: 'Số 1, phố Thử', headName: 'Nguyễn Văn Thử' })
  b.building('Nhà A', {
    placement: { longitude: 105.8412, latitude: 21.0245, bearingDeg: 17.5, placed: true },
  })
  b.level('T1')
  b.zone('Phòng họp', [0, 0, 5, 4], { use: 'meeting', occupants: 12 })
  b.zone('Hành lang', [0, 4, 20, 6], { use: 'corridor' })
  b.door('Phòng họp', 'Hành lang')
  b.exit('Hành lang', { at: [20, 5], name: 'Cửa chính', width: 1.2 })
  b.level('T2')
  b.zone('Kho', [0, 0, 5, 4], { use: 'archive' })
  b.stair('Cầu thang', [20, 4, 23, 6], ['T1', 'T2'])
  b.wall('Tường', [0, 3.9, 5, 4.1])
  b.assemblyPoint('Điểm tập kết', [40, 5])
  b.study('Tính', { limitS: 240, assistedBy: 'Trần Thị Giúp' })
})

export const door = { table: 'openings', id: openingId('Phòng họp|Hành lang') } as const

const made = make()

/** The same project every time it is asked for. */
export function project(): ProjectFile {
  return made
}

/** A picture beneath the first level. */
export function underlay(id: string, picture: string): readonly Change[] {
  const after = {
    id,
    levelId: Object.keys(premises.levels)[0],
    name: 'mặt bằng.png',
    picture,
    mediaType: 'image/png',
    widthPx: 1200,
    heightPx: 800,
    origin: [0, 6],
    metresPerPx: 0.0166,
    turnDeg: -0.5,
    opacity: 0.6,
    evidence: { metresPerPx: { mark: 'drawing', source: 'mặt bằng.png' } },
  }
  return [{ record: { table: 'underlays', id }, field: null, after }]
}

function make(): ProjectFile {
  const start = logOf(premises)
  const measured = { mark: 'measured', who: 'Lê Văn Đo', when: '2026-03-02T09:00:00.000Z' }
  const edits = makeOperations(
    fold(start),
    [
      { record: door, field: 'clearWidthM', after: 0.82 },
      { record: door, field: 'evidence.clearWidthM', after: measured },
      { record: { table: 'zones', id: zoneId('Kho') }, field: null, after: null },
      ...underlay('u1', picture.name),
    ],
    'b.1',
    start.length,
    { action: 'measure#1', time: '2026-03-02T09:00:00.000Z' },
  )
  const figures = [
    {
      name: 'evacuationTimeWorstS',
      value: 187.25,
      unit: 's',
      inputHash: 'abc',
      engine: '1',
      lost: 'opening-e1',
    },
  ]
  return { id: 'project-1', log: [...start, ...edits], parts: [picture], figures }
}

/** The file with some of its entries replaced (null: left out), zipped by another program. */
export async function altered(
  entries: Readonly<Record<string, string | Uint8Array | null>>,
): Promise<Uint8Array> {
  const zip: Zippable = unzipSync(await writeProject(project()))
  for (const [name, content] of Object.entries(entries)) {
    if (content === null) delete zip[name]
    else zip[name] = typeof content === 'string' ? strToU8(content) : content
  }
  return zipSync(zip)
}

/** The entry's text. */
export function entryText(zip: Uint8Array, name: string): string {
  return new TextDecoder().decode(unzipSync(zip)[name])
}

/** What reading answers: the code and place of the message, or 'read'. Anything but a `PersonError` is thrown on. */
export async function verdict(
  bytes: Uint8Array,
  name = 'thử.loithoat',
): Promise<{
  readonly code: string
  readonly place?: string | undefined
  readonly field?: string | undefined
}> {
  try {
    await readProject(name, bytes)
    return { code: 'read' }
  } catch (error) {
    if (!(error instanceof PersonError)) throw error
    const { code, where } = error.report
    return { code, place: where?.place, field: where?.field }
  }
}
