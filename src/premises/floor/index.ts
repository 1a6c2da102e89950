export { floorOf, wallAt, type Floor, type FloorEdit, type FloorWall, type WallHit } from './floor.ts'
export * from './edits.ts'
export { startDrag, type Drag, type DragPicture, type Handle } from './drag.ts'
