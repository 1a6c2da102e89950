export { checkChanges, readOperation, writtenOperation } from './operations.ts'
export { scattered } from './records.ts'
