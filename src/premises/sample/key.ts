import type { Evidence } from '../evidence.ts'
import type { Id } from '../ids.ts'

const letters = { level: 'l', zone: 'z', opening: 'o', wall: 'w', stair: 's', lift: 't', ramp: 'r' } as const

/** A readable id of the sample: `z-3-07` is room 07 of level 3, `o-3-07-a` its first door. */
export function sampleId<Kind extends keyof typeof letters>(
  kind: Kind,
  ...parts: readonly (string | number)[]
): Id<Kind> {
  return [letters[kind], ...parts].join('-') as Id<Kind>
}

/** An id of a table whose keys need no level: organisations, compartments, assembly points, studies, buildings. */
export function plainId<Kind extends string>(prefix: string, key: string): Id<Kind> {
  return `${prefix}-${key}` as Id<Kind>
}

/** Sources that the sample names; all of them invented, as the facility is. */
export const drawing: Evidence = { mark: 'drawing', source: 'Bản vẽ hoàn công kiến trúc (hư cấu)' }
export const measured: Evidence = {
  mark: 'measured',
  source: 'Khảo sát tại chỗ (hư cấu)',
  when: '2026-10-12T02:00:00Z',
}
export const counted: Evidence = {
  mark: 'measured',
  source: 'Danh sách chỗ ngồi theo phòng (hư cấu)',
  when: '2026-10-12T02:00:00Z',
}
export const estimated: Evidence = { mark: 'assumed', note: 'Ước tính giờ đông, chưa đếm' }
export const assumed: Evidence = { mark: 'assumed', note: 'Lấy theo cửa cùng loại, chưa đo' }
export const chosen: Evidence = {
  mark: 'assumed',
  note: 'Giá trị tạm để tính thử, đơn vị phải thay bằng số liệu của mình',
}
