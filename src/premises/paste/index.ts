export { cellsOf, mostRows } from './cells.ts'
export { type ColumnField, type Columns } from './columns.ts'
export { countOf, metresOf } from './numbers.ts'
export { type Given, inReadingOrder, unnamedRooms } from './readingOrder.ts'
export {
  givenInTurn,
  pasteRooms,
  type MatchedRow,
  type PasteOptions,
  type RoomRow,
  type RoomsPaste,
  type RowTrouble,
  type Unmatched,
  type UnmatchedRow,
} from './rooms.ts'
export { isUnnamed } from './places.ts'
export { useOfCell } from './uses.ts'
