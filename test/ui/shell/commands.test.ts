import { beforeAll, describe, expect, it } from 'vitest'
import { setLanguage } from '../../../src/i18n/index.ts'
import type { AppState, Drawing } from '../../../src/state/app.ts'
import { firstDrawing } from '../../../src/state/drawing.ts'
import { startState } from '../../../src/state/store.ts'
import { commandsOf } from '../../../src/ui/shell/commands.ts'
import { commandFor } from '../../../src/ui/shell/shortcuts.ts'
import { buildPremises, levelId, zoneId } from '../../builder.ts'

const premises = buildPremises((b) => {
  b.level('T1')
  b.zone('Phòng họp', [0, 0, 5, 4])
  b.zone('Hành lang', [0, 4, 20, 6], { use: 'corridor' })
})

function open(drawing: Partial<Drawing> | null): AppState {
  const project = { premises, canUndo: false, canRedo: false, undoLabel: null, redoLabel: null }
  return {
    ...startState,
    project: project as unknown as NonNullable<AppState['project']>,
    view: { ...startState.view, levelId: levelId('T1') },
    drawing: drawing === null ? null : { ...firstDrawing, ...drawing },
  }
}

const zones = (...names: string[]) => names.map((name) => ({ table: 'zones', id: zoneId(name) }) as const)
const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const key = (name: string, more = {}) => ({ ...plain, key: name, ...more })

describe('commands', () => {
  beforeAll(() => setLanguage('en'))

  it.each(['vi', 'en'] as const)('each has its words in %s', async (language) => {
    await setLanguage(language)
    for (const { label } of commandsOf(open({}))) expect(label).not.toMatch(/^(shell|drawing|planning|faults|paste)\./)
  })

  it('no two have the same keys, and none is a digit or bracket alone', () => {
    const keys = commandsOf(open({})).flatMap((command) => command.keys ?? [])
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter((each) => /^[\d[\]]$/.test(each))).toEqual([])
  })

  it('every letter on the sheet does what the sheet says, while drawing and only then', () => {
    for (const { id, keys } of commandsOf(open({}))) {
      if (!keys || !/^(Shift )?[A-Z]$/.test(keys)) continue
      const event = key(keys.slice(-1).toLowerCase(), { shiftKey: keys.startsWith('Shift ') })
      expect([keys, commandFor(event, true)]).toEqual([keys, id])
      expect(commandFor(event, false)).toBeNull()
    }
  })

  it('offer for what is picked only what could be done to it', () => {
    const offered = (drawing: Partial<Drawing> | null) =>
      commandsOf(open(drawing))
        .filter(({ id, enabled }) => enabled && ['merge', 'duplicate', 'stairFromZone', 'removePicked'].includes(id))
        .map(({ id }) => id)
    expect(offered(null)).toEqual([])
    expect(offered({})).toEqual([])
    expect(offered({ picked: zones('Phòng họp') })).toEqual(['duplicate', 'stairFromZone', 'removePicked'])
    expect(offered({ picked: zones('Phòng họp', 'Hành lang') })).toEqual(['duplicate', 'merge', 'removePicked'])
    expect(offered({ wall: [[0, 4], [5, 4]] })).toEqual(['removePicked']) // prettier-ignore
    expect(offered({ picked: [{ table: 'levels', id: levelId('T1') }] })).toEqual([])
  })

  it('make no assumption of the moment while drawing', () => {
    const assume = (drawing: Partial<Drawing> | null) => {
      const state = open(drawing)
      const view = { ...state.view, selection: zones('Phòng họp')[0] ?? null }
      return commandsOf({ ...state, view }).find(({ id }) => id === 'assumeClosed')?.enabled
    }
    expect(assume(null)).toBe(true)
    expect(assume({ picked: zones('Phòng họp') })).toBe(false)
  })
})

describe('keys while drawing', () => {
  it('are letters by themselves: with Ctrl they mean what they mean elsewhere', () => {
    expect(commandFor(key('p'), true)).toBe('tool-room')
    expect(commandFor(key('p', { ctrlKey: true }), true)).toBe('printLevel')
    expect(commandFor(key('p', { altKey: true }), true)).toBeNull()
    expect(commandFor(key('a', { ctrlKey: true }), true)).toBe('pickAll')
    expect(commandFor(key('a', { ctrlKey: true }), false)).toBeNull()
    expect(commandFor(key('d', { metaKey: true }), true)).toBe('duplicate')
  })

  it('count with Caps Lock, and where an input method has made đ of d', () => {
    expect(commandFor(key('T'), true)).toBe('tool-wall')
    expect(commandFor(key('đ'), true)).toBe('tool-door')
    expect(commandFor(key('Delete'), true)).toBe('removePicked')
  })

  it('leave digits, arrows and Enter to the map', () => {
    for (const name of ['1', '0', ',', 'Enter', 'ArrowLeft', 'Escape', 'Backspace', ' '])
      expect(commandFor(key(name), true)).toBeNull()
  })
})
