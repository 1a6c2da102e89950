export type { ImportProgress, ImportResult, SourceFile } from '../../src/import/result.ts'
