import { type GroundFloorName } from '../naming.ts'

/** Names and room numbers of one level as they are on another: 101 → 201, P.B101 → P.B201, Sảnh tầng 1 → Sảnh tầng 2. */
export type Renumber = (text: string) => string

/**
 * How the names of a level read on another, by the storeys' ordinals. `texts` are all names and numbers of the level: where
 * they count the other way than the facility does (rooms 1xx on Tầng trệt), theirs counts. Levels between storeys keep names.
 */
export function renumbering(
  from: number,
  to: number,
  ground: GroundFloorName,
  texts: readonly string[],
): Renumber {
  if (!Number.isInteger(from) || !Number.isInteger(to) || from === to) return (text) => text
  const other: GroundFloorName = ground === 'tret' ? 'tang1' : 'tret'
  const matches = (name: GroundFloorName) => {
    const pattern = roomNumber(storey(from, name))
    return texts.filter((text) => text.search(pattern) >= 0).length
  }
  const counted = from >= 0 && to >= 0 && matches(ground) === 0 && matches(other) > 0 ? other : ground
  const [was, is] = [storey(from, counted), storey(to, counted)]
  const named = [storey(from, ground), storey(to, ground)] as const
  return (text) => renamed(text.replace(roomNumber(was), numberOf(is)), ...named)
}

interface Storey {
  readonly isBasement: boolean
  readonly number: string
}

function storey(ordinal: number, ground: GroundFloorName): Storey {
  if (ordinal < 0) return { isBasement: true, number: String(-ordinal) }
  return { isBasement: false, number: String(ground === 'tret' ? ordinal : ordinal + 1) }
}

/** What follows a number that counts something other than a room. */
const noUnit = String.raw`(?![\d.,]*\d)(?!\s*(?:m|m2|m²|m³|kg|kw|kva|l|lít|người|chỗ|cm|mm|xe|%)(?![\p{L}\d]))`

/**
 * A room number of a storey: its number and two digits, `101`, `1-01`, `1.01`; in a basement with its letter, `B101`, `H1-01`.
 */
function roomNumber({ isBasement, number }: Storey): RegExp {
  return isBasement
    ? new RegExp(String.raw`(?<![\p{L}\d])([BH])${number}([-.]?\d{2})${noUnit}`, 'giu')
    : new RegExp(
        String.raw`(?<![\d]|\d[.,]|[\p{L}\d][BH]|(?<!\p{L})[BH])()${number}([-.]?\d{2})${noUnit}`,
        'gu',
      )
}

function numberOf({ isBasement, number }: Storey): (match: string, letter: string, room: string) => string {
  return (_, letter, room) => `${isBasement ? letter || 'B' : ''}${number}${room}`
}

/** The storey itself in a name: "tầng 1", "tầng hầm 1", "T1", "storey 1". */
function renamed(text: string, was: Storey, is: Storey): string {
  if (was.isBasement !== is.isBasement) return text
  const words = was.isBasement ? String.raw`tầng hầm|hầm|basement` : String.raw`tầng|lầu|storey|floor|level`
  const long = new RegExp(String.raw`(?<!\p{L})((?:${words})\s+)${was.number}(?![\d\p{L}])`, 'giu')
  const short = new RegExp(
    String.raw`(?<![\p{L}\d])(${was.isBasement ? '[BH]' : 'T'})${was.number}(?![\d\p{L}])`,
    'gu',
  )
  return text.replace(long, `$1${is.number}`).replace(short, `$1${is.number}`)
}
