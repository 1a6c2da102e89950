/** The two looks of the map. Colour belongs to the data: everything else is paper and ink. */
export type Theme = 'light' | 'dark'

export interface MapTheme {
  readonly paper: string
  readonly grid: string
  readonly gridBold: string
  /** A zone without a figure. */
  readonly floor: string
  readonly floorLine: string
  readonly slab: string
  readonly wall: string
  readonly column: string
  readonly glass: string
  readonly fine: string
  readonly furniture: string
  readonly text: string
  readonly quietText: string
  /** Names of exits and assembly points. */
  readonly wayOutText: string
  readonly halo: string
  readonly hatch: string
  readonly accent: string
  readonly accentCasing: string
  readonly otherBuilding: string
  readonly otherBuildingLine: string
  readonly road: string
  readonly roadLine: string
  readonly path: string
  readonly water: string
  readonly waterText: string
  readonly lawn: string
  readonly tree: string
  readonly paving: string
}

/** Meanings that never change with the theme, as the trade draws them. */
export const signs = {
  wayOut: '#00843d',
  wayOutCasing: '#ffffff',
  before: '#6b7280',
  blocked: '#111111',
  blockedBar: '#ffffff',
  badge: '#1b1f24',
  badgeText: '#ffffff',
  queue: '#ffb000',
  queueLine: '#3a2800',
  queueText: '#231800',
} as const

export const themes: Readonly<Record<Theme, MapTheme>> = {
  light: {
    paper: '#f4f3ef',
    grid: '#e9e7e0',
    gridBold: '#dedbd2',
    floor: '#fffefb',
    floorLine: '#b9b6ad',
    slab: '#fbfaf6',
    wall: '#33373d',
    column: '#33373d',
    glass: '#6f8798',
    fine: '#5d6269',
    furniture: '#c9c5bb',
    text: '#1b1f24',
    quietText: '#5b6067',
    wayOutText: '#00602c',
    halo: '#ffffff',
    hatch: '#33373d',
    accent: '#0a5bd3',
    accentCasing: '#ffffff',
    otherBuilding: '#e3e0d8',
    otherBuildingLine: '#c3bfb4',
    road: '#f9f8f5',
    roadLine: '#d6d3ca',
    path: '#ebe8e0',
    water: '#b9d6e8',
    waterText: '#2b6187',
    lawn: '#e4eada',
    tree: '#c9d5b8',
    paving: '#eceae4',
  },
  dark: {
    paper: '#15181c',
    grid: '#1d2126',
    gridBold: '#262b31',
    floor: '#262b31',
    floorLine: '#4a515a',
    slab: '#1f2429',
    wall: '#c4c9d0',
    column: '#c4c9d0',
    glass: '#86a2b5',
    fine: '#9aa1aa',
    furniture: '#4b525b',
    text: '#f1f3f5',
    quietText: '#a9b0b8',
    wayOutText: '#6fd79b',
    halo: '#15181c',
    hatch: '#c4c9d0',
    accent: '#6cb0ff',
    accentCasing: '#0b0d10',
    otherBuilding: '#2a2f35',
    otherBuildingLine: '#3d444c',
    road: '#30363d',
    roadLine: '#3c434b',
    path: '#262b31',
    water: '#1e3a4d',
    waterText: '#8cc0e2',
    lawn: '#1f2a20',
    tree: '#2b3b2b',
    paving: '#20252a',
  },
}
