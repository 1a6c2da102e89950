export type { FloorEdit } from './floorEdit.ts'
export { floorOf, type Floor, type FloorWall, type WallHit } from './levelFloor.ts'
export { wallAt } from './wallAt.ts'
