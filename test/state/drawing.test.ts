import { describe, expect, it } from 'vitest'
import { PersonError } from '../../src/premises/message.ts'
import { levelId, openingId, zoneId } from '../builder.ts'
import { codes, device, tab } from './desk.ts'

const room = { table: 'zones', id: zoneId('Phòng họp') } as const
const hall = { table: 'zones', id: zoneId('Hành lang') } as const
const door = { table: 'openings', id: openingId('Phòng họp|Hành lang') } as const

async function drawingDesk() {
  const desk = tab(device())
  await desk.actions.openSample()
  desk.actions.startDrawing()
  const drawing = () => {
    const { drawing } = desk.state()
    if (drawing === null) throw new Error('not drawing')
    return drawing
  }
  return { desk, drawing, actions: desk.actions }
}

describe('what is picked while drawing', () => {
  it('is also what is selected, in the lists and on the map', async () => {
    const { desk, drawing, actions } = await drawingDesk()
    actions.pick(room)
    actions.pick(hall, { add: true })
    expect(drawing().picked).toEqual([room, hall])
    expect(desk.state().view.selection).toEqual(hall)
    actions.select(door)
    expect(drawing().picked).toEqual([door])
    actions.pick(room, { add: true })
    actions.pick(room, { add: true })
    expect(drawing().picked).toEqual([door])
    actions.select(null)
    expect(drawing().picked).toEqual([])
  })

  it('is what was selected before', async () => {
    const { desk, drawing, actions } = await drawingDesk()
    actions.endDrawing()
    actions.select(room)
    actions.startDrawing('door')
    expect(drawing()).toMatchObject({ tool: 'door', picked: [room] })
    actions.endDrawing()
    expect(desk.state().view.selection).toEqual(room)
  })

  it('loses what is deleted, and keeps the others', async () => {
    const { desk, drawing, actions } = await drawingDesk()
    actions.pick(hall)
    actions.pick(room, { add: true })
    actions.edit('deleteZones', [{ record: room, field: null, after: null }])
    expect(drawing().picked).toEqual([hall])
    expect(desk.state().view.selection).toEqual(hall)
  })

  it('stays on the level that is looked at: nothing out of sight is edited', async () => {
    const { desk, drawing, actions } = await drawingDesk()
    actions.pick(room)
    actions.stepLevel(1)
    expect(desk.state().view).toMatchObject({ levelId: levelId('T2'), selection: null })
    expect(drawing().picked).toEqual([])
    actions.select(room, { fly: true })
    expect(desk.state().view.levelId).toBe(levelId('T1'))
    expect(drawing().picked).toEqual([room])
  })

  it('is a wall, or things, never both', async () => {
    const { desk, drawing, actions } = await drawingDesk()
    actions.pick(room)
    const wall = [
      [0, 0],
      [5, 0],
    ] as const
    actions.setDrawing({ wall })
    expect(drawing()).toMatchObject({ wall, picked: [] })
    expect(desk.state().view.selection).toBeNull()
    actions.select(room)
    expect(drawing()).toMatchObject({ wall: null, picked: [room] })
    actions.setDrawing({ wall })
    actions.stepLevel(1)
    expect(drawing().wall).toBeNull()
  })
})

describe('the tools', () => {
  it('keep the width of each kind of opening by itself', async () => {
    const { drawing, actions } = await drawingDesk()
    actions.startDrawing('door')
    actions.setDrawing({ opening: { widthM: 1.4, chosen: true, operation: 'swing', leaves: 2 } })
    actions.setDrawing({ tool: 'window' })
    expect(drawing().opening).toMatchObject({ widthM: 1.2, chosen: false })
    actions.startDrawing('door')
    expect(drawing().opening).toEqual({ widthM: 1.4, chosen: true, operation: 'swing', leaves: 2 })
  })

  it('are found as they were laid down', async () => {
    const { drawing, actions } = await drawingDesk()
    actions.setDrawing({ use: 'office', snapping: false })
    actions.pick(room)
    actions.endDrawing()
    actions.startDrawing('rectangle')
    expect(drawing()).toMatchObject({ tool: 'rectangle', use: 'office', snapping: false })
  })

  it('lay an assumption of the moment aside', async () => {
    const { desk, actions } = await drawingDesk()
    actions.endDrawing()
    actions.assumeClosed(room.id, true)
    actions.startDrawing()
    expect(desk.state().whatIf).toBeNull()
  })

  it('go with the project', async () => {
    const { desk, actions } = await drawingDesk()
    actions.closeProject()
    expect(desk.state().drawing).toBeNull()
  })
})

describe('an edit of the drawing', () => {
  const rename = { record: room, field: 'name', after: 'Phòng giao ban' } as const

  it('is one step of undo, and picks what it made', async () => {
    const { desk, drawing, actions } = await drawingDesk()
    expect(actions.draw('editZones', () => ({ changes: [rename], made: [room] }))).toBe(true)
    expect(drawing().picked).toEqual([room])
    expect(desk.state().project).toMatchObject({ canUndo: true, undoLabel: 'editZones' })
    actions.undo()
    expect(desk.state().project?.canUndo).toBe(false)
  })

  it('that makes nothing leaves what is picked', async () => {
    const { drawing, actions } = await drawingDesk()
    actions.pick(hall)
    actions.draw('editZones', () => ({ changes: [rename], made: [] }))
    expect(drawing().picked).toEqual([hall])
  })

  it('that cannot be says why and changes nothing', async () => {
    const { desk, actions } = await drawingDesk()
    const before = desk.premises()
    const done = actions.draw('drawRoom', () => {
      throw new PersonError('roomTooSmall')
    })
    expect(done).toBe(false)
    expect(codes(desk.state().notices)).toContain('roomTooSmall')
    expect(desk.premises()).toEqual(before)
  })
})
