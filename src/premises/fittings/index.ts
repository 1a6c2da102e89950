export * from './openings.ts'
export * from './stairs.ts'
export * from './levels.ts'
