/** The half of pdf.js that reads files; it usually lives in a worker of its own. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object
}

/** Whether this is the build that is one file. */
declare const __PORTABLE__: boolean
