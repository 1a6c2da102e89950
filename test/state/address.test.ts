import { describe, expect, it } from 'vitest'
import { readAddress, writeAddress } from '../../src/state/address.ts'
import { firstView } from '../../src/state/store.ts'
import { levelId, zoneId } from '../builder.ts'
import { device, sample, tab, until } from './desk.ts'

const view = {
  ...firstView,
  colourBy: 'exit' as const,
  layers: { ...firstView.layers, walls: false, queues: false },
  levelId: levelId('T2'),
  selection: { table: 'zones', id: zoneId('Phòng họp') } as const,
  camera: { longitude: 105.841234, latitude: 21.024567, zoom: 18.25, bearing: -12.5 },
}

describe('the address bar', () => {
  it('keeps view, level, selection and camera, and gives them back', () => {
    const address = writeAddress(view)
    expect(address).toMatch(
      /^#exit-queues-walls\/level-t2\/zones:zone-phong-hop\/105\.841234,21\.024567,18\.25,-12\.5$/,
    )
    const { colourBy, layers, levelId: level, selection, camera } = view
    expect(readAddress(address, sample)).toEqual({ colourBy, layers, levelId: level, selection, camera })
  })

  it('is taken as far as it makes sense, whatever it is', () => {
    for (const strange of [
      '',
      '#',
      '#/////',
      '#%',
      '#use/nowhere/zones:__proto__/NaN,1,2,3',
      '#x/y/toString:valueOf/1,2',
      '#use//zones:/200,95,1,1',
    ])
      expect(
        Object.keys(readAddress(strange, sample)).filter((key) => key !== 'colourBy' && key !== 'layers'),
      ).toEqual([])
  })

  it('of another project moves nothing, and says only how to look at things', () => {
    const address = writeAddress({ ...view, levelId: levelId('elsewhere') })
    expect(readAddress(address, sample)).toEqual({ colourBy: view.colourBy, layers: view.layers })
  })

  it('brings a tab back to where it was', async () => {
    const on = device()
    const first = tab(on)
    await first.actions.openSample()
    first.actions.setView({ colourBy: 'time', camera: view.camera })
    first.actions.select({ table: 'zones', id: zoneId('Kho') }, { fly: true })
    expect(first.state().view).toMatchObject({ levelId: levelId('T2'), flyTo: 1 })
    await until(() => first.page.hash().includes('zone-kho'), 'the address')
    await first.settled()
    const again = tab(on, { hash: first.page.hash() })
    await again.actions.resume()
    const { colourBy, levelId: level, selection, camera } = first.state().view
    expect(again.state().view).toMatchObject({ colourBy, levelId: level, selection, camera })
  })

  it('followed in an open tab (a link, the back key) moves the view', async () => {
    const desk = tab(device())
    await desk.actions.openSample()
    desk.page.visit(writeAddress(view))
    expect(desk.state().view).toMatchObject({
      levelId: view.levelId,
      selection: view.selection,
      colourBy: 'exit',
      camera: view.camera,
      flyTo: 0,
    })
    desk.page.visit(writeAddress({ ...view, selection: null }))
    expect(desk.state().view.selection).toBeNull()
  })

  it('is followed however soon it turns back', async () => {
    const desk = tab(device())
    await desk.actions.openSample()
    const [first, second] = [
      writeAddress({ ...view, selection: null }),
      writeAddress({ ...view, selection: { table: 'zones', id: zoneId('Kho') } }),
    ]
    desk.page.visit(first)
    // The view has been written back by then.
    await new Promise((resolve) => setTimeout(resolve, 300))
    desk.page.visit(second)
    desk.page.visit(first)
    expect(desk.state().view.selection).toBeNull()
  })

  it('without a camera flies to what it selects', async () => {
    const desk = tab(device())
    await desk.actions.openSample()
    desk.page.visit(writeAddress({ ...view, camera: null }))
    expect(desk.state().view).toMatchObject({ selection: view.selection, flyTo: 1 })
  })
})
