import type { DragPicture } from '../../premises/floor/index.ts'
import { area, centroid } from '../../premises/geometry/measure.ts'
import type { Polygon, Segment } from '../../premises/geometry/plane.ts'
import { distance } from '../../premises/geometry/segment.ts'
import type { Opening, Premises } from '../../premises/model.ts'
import { openingsShown } from '../place.ts'
import { openingPicture } from './ghosts.ts'
import { gripsOf, knobOf, pickedZones } from './handles.ts'
import type { Held } from './holding.ts'
import { snapMark } from './lineTool.ts'
import { areaText, closed, emptyPicture, lengthTag, together, type Picture } from './picture.ts'
import { jambTags } from './placeTool.ts'
import { litAt } from './selectTool.ts'
import type { SelectSketch } from './selectSketch.ts'
import type { Board } from './sketch.ts'

/** What is picked, its handles, and what is held as it stands now. */
export function selectPicture(sketch: SelectSketch, board: Board): Picture {
  const held = sketch.nudge?.held ?? sketch.held
  if (held)
    return held.of === 'floor'
      ? floorPicture(held, board, sketch.nudge === null)
      : openingHeldPicture(held, board)
  const lit = sketch.aim && !sketch.aim.touch ? litAt(sketch.aim, board) : { grip: null, wall: null }
  return together(
    pickedPicture(board),
    lit.wall && !sketch.band ? { lines: [{ line: lit.wall, look: 'hover' as const }] } : {},
    {
      knobs: gripsOf(board).map((grip) => {
        const isLast =
          grip.kind === 'corner' && sketch.corner !== null && distance(grip.at, sketch.corner) < 1e-3
        return knobOf(grip, isLast || (lit.grip?.kind === grip.kind && lit.grip.at === grip.at))
      }),
    },
    sketch.band ? bandPicture(sketch.band) : {},
  )
}

/** Outlines of what is picked, without handles: while something else is drawn. */
export function pickedOutline(board: Board): Partial<Picture> {
  return { lines: pickedZones(board).flatMap(({ polygon }) => outlines(polygon, 'picked')) }
}

function pickedPicture(board: Board): Picture {
  const { premises, levelId, drawing, language } = board
  const zones = pickedZones(board)
  const parts: Partial<Picture>[] = [
    {
      areas: zones.map(({ polygon }) => ({ polygon, look: 'picked' as const })),
      lines: zones.flatMap(({ polygon }) => outlines(polygon, 'picked')),
    },
  ]
  for (const record of drawing.picked) {
    if (record.table === 'openings') {
      const opening = premises.openings[record.id]
      if (opening?.levelId !== levelId) continue
      const isOnly = drawing.picked.length === 1
      parts.push({
        lines: [{ line: opening.segment, look: 'picked' }],
        tags: isOnly ? [lengthTag(opening.segment, language, true), ...jambTags(opening, board)] : [],
      })
    }
    if (record.table === 'walls') {
      const wall = premises.walls[record.id]
      if (wall?.levelId === levelId) parts.push({ lines: outlines(wall.polygon, 'picked') })
    }
  }
  if (drawing.wall)
    parts.push({
      lines: [{ line: drawing.wall, look: 'picked' }],
      tags: [lengthTag(drawing.wall, language, true)],
    })
  return together(...parts)
}

function outlines({ outer, holes }: Polygon, look: 'picked' | 'wall' | 'blocked') {
  return [outer, ...holes].map((ring) => ({ line: closed(ring), look }))
}

function bandPicture([a, b]: NonNullable<SelectSketch['band']>): Partial<Picture> {
  const outer = [a, [b[0], a[1]], b, [a[0], b[1]]] as const
  return {
    areas: [{ polygon: { outer, holes: [] }, look: 'band' }],
    lines: [{ line: closed(outer), look: 'guide' }],
  }
}

/** `withKnob`: the pointer holds it, and not the arrow keys. */
function floorPicture(held: Extract<Held, { of: 'floor' }>, board: Board, withKnob: boolean): Picture {
  const { picture, snap, grip, to } = held
  if (!picture)
    return together(pickedPicture(board), {
      knobs: gripsOf(board).map((each) => knobOf(each, each.at === grip.at)),
    })
  return together(movedFloor(picture, board), snap ? snapMark(snap) : {}, {
    knobs: withKnob ? [knobOf({ ...grip, at: to }, true)] : [],
  })
}

/** The rooms of a drag as they would be, over what they were. */
function movedFloor(picture: DragPicture, { premises, levelId, language, drawing }: Board): Picture {
  const moved = new Map(picture.zones.map((zone) => [zone.id as string, zone.polygon]))
  const patched = patchedPremises(premises, moved)
  const segments = new Map(picture.openings.map((opening) => [opening.id as string, opening.segment]))
  const isTouched = (opening: Opening) =>
    segments.has(opening.id) || opening.sides.some((side) => side !== null && moved.has(side))
  const openings = openingsShown(premises, levelId).filter(isTouched)
  const wallLook = picture.blocked ? ('blocked' as const) : ('wall' as const)
  const picked = new Set(drawing.picked.flatMap((record) => ('id' in record ? [record.id] : [])))
  return together(
    {
      areas: picture.zones.flatMap(({ id }) => {
        const polygon = premises.zones[id]?.polygon
        return polygon ? [{ polygon, look: 'cover' as const }] : []
      }),
    },
    {
      areas: [
        ...picture.zones.map(({ polygon }) => ({ polygon, look: 'floor' as const })),
        ...picture.zones
          .filter(({ id }) => picture.blocked || picked.has(id))
          .map(({ polygon }) => ({
            polygon,
            look: picture.blocked ? ('blocked' as const) : ('draft' as const),
          })),
      ],
      lines: picture.zones.flatMap(({ polygon }) => outlines(polygon, wallLook)),
    },
    {
      lines: picture.walls.map(({ line }) => ({ line, look: wallLook })),
    },
    ...openings.map((opening) =>
      openingPicture(patched, { ...opening, segment: segments.get(opening.id) ?? opening.segment }, premises),
    ),
    {
      tags: [
        ...picture.measured.map((segment: Segment) => lengthTag(segment, language, true)),
        ...picture.zones.map(({ polygon }) => ({
          at: centroid(polygon),
          text: areaText(area(polygon), language),
        })),
      ],
    },
  )
}

function patchedPremises(premises: Premises, moved: ReadonlyMap<string, Polygon>): Premises {
  const zones = { ...premises.zones }
  for (const [id, polygon] of moved) {
    const zone = zones[id]
    if (zone) zones[id] = { ...zone, polygon }
  }
  return { ...premises, zones }
}

function openingHeldPicture(held: Extract<Held, { of: 'opening' }>, board: Board): Picture {
  const { premises, language } = board
  const opening = premises.openings[held.id]
  if (!opening) return emptyPicture
  if (!held.edit)
    return together(pickedPicture(board), {
      lines: distance(held.from, held.to) > 0 ? [{ line: opening.segment, look: 'blocked' }] : [],
    })
  const after = afterEdit(opening, held)
  return together({ lines: [{ line: opening.segment, look: 'wall' }] }, openingPicture(premises, after), {
    tags: [lengthTag(after.segment, language, true), ...jambTags(after, board)],
    knobs: after.segment.map((at) => ({ at, kind: 'jamb' as const })),
  })
}

/** The opening with an edit's changes laid over it, as far as its drawing shows them. */
function afterEdit(opening: Opening, { edit, id }: Extract<Held, { of: 'opening' }>): Opening {
  return (edit?.changes ?? []).reduce<Opening>((state, { record, field, after }) => {
    if (record.table !== 'openings' || record.id !== id) return state
    if (field === null) return (after as Opening | null) ?? state
    if (field.startsWith('door.'))
      return {
        ...state,
        door: { ...state.door, [field.slice(5)]: after ?? undefined } as NonNullable<Opening['door']>,
      }
    return ['segment', 'sides', 'door'].includes(field) ? { ...state, [field]: after } : state
  }, opening)
}
