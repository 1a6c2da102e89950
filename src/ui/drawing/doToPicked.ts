import type { PickedEdit } from './picked.ts'

/** Does it to what is picked. What it needs of geometry is fetched at the first use, not with the page. */
export async function doToPicked(edit: PickedEdit): Promise<void> {
  const { carryOut } = await import('./edits.ts')
  carryOut(edit)
}
