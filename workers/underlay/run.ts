import type { Job } from '../job.ts'
import { headerOf } from './header.ts'
import type { Look, PictureFile, UnderlayAnswer, UnderlayProgress, UnderlayTask } from './job.ts'
import { pageDrawn, pageEnds, pagesOf, pagesSketched } from './pdfPage.ts'
import { remade } from './picture.ts'
import { pdfLibrary } from './pdf.ts'
import { refuseByHeader } from './refuse.ts'
import { straightened } from './straighten.ts'

/**
 * The job `underlay`: what a file is, and pictures out of it, as attachments. It does not read the premises. The first
 * progress says that everything it needs is loaded: from there on each step has its time.
 */
export const underlayJob: Job<UnderlayTask, UnderlayProgress, UnderlayAnswer> = {
  name: 'underlay',
  run: async (task, context) => {
    const { file } = task
    const header = headerOf(file.bytes)
    if (header.kind === 'pdf') await pdfLibrary()
    context.progress({ step: 'read' })
    refuseByHeader(file, header)
    switch (task.task) {
      case 'look':
        return look(file, header.kind === 'pdf')
      case 'thumbnails':
        return pagesSketched(file, task.pages, context)
      case 'page':
        return pageDrawn(file, task.page, context)
      case 'ends':
        return pageEnds(file, task.page)
      case 'picture':
        return remade(file, context)
      case 'straighten':
        return straightened(file, task.corners, context)
    }
  },
}

async function look(file: PictureFile, isPdf: boolean): Promise<Look> {
  return isPdf ? { kind: 'pdf', pages: await pagesOf(file) } : { kind: 'picture' }
}
