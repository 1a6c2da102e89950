/** Source text of a worker, bundled into one classic script (src/cli/portable.mjs). */
declare module 'virtual:worker-source:*' {
  const source: string
  export default source
}
