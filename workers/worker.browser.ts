import { jobTable } from './table.ts'
import { serve } from './worker.ts'

/** Entry of a Web Worker. */
const scope = self as unknown as DedicatedWorkerGlobalScope

serve(
  {
    post: (message) => scope.postMessage(message),
    onMessage: (handle) => {
      scope.onmessage = ({ data }: MessageEvent) => handle(data)
    },
  },
  jobTable,
)
