import type { OpenProject } from './app.ts'

const dayMs = 86_400_000

/**
 * Whole days since the open project was last copied to a file, or since it was begun where it never was; null while
 * there is nothing in it that the file has not, and for the fictional sample.
 */
export function backupAgeDays(project: OpenProject, now: Date): number | null {
  const { fileSavedAt, changedAt, startedAt, premises } = project
  if (premises.facility.fictional === true) return null
  if (fileSavedAt !== null && (changedAt === null || changedAt <= fileSavedAt)) return null
  const since = new Date(fileSavedAt ?? startedAt).getTime()
  return Number.isNaN(since) ? null : Math.max(0, Math.floor((now.getTime() - since) / dayMs))
}
