import { diceOf, type HostileFile } from './damage.ts'
import { hostilePdfs } from './hostilePdfs.ts'
import { hostilePictures } from './hostilePictures.ts'

export type { HostileFile }

/** More than 500 damaged and hostile PDFs and pictures; the same ones for the same seed. */
export function hostileFiles(seed = 2026): readonly HostileFile[] {
  const dice = diceOf(seed)
  return [...hostilePdfs(dice), ...hostilePictures(dice)]
}
