import { number, quoted, unitLines, unitsM } from './step.ts'

export type Corner = readonly [number, number]

export interface IfcOptions {
  readonly schema?: 'IFC2X3' | 'IFC4' | 'IFC4X3_ADD2' | 'IFC2X_FINAL'
  /** null: the file names no length unit. */
  readonly unit?: keyof typeof unitsM | null
  readonly project?: string
  /** Degrees, minutes, seconds, millionths. */
  readonly latitude?: readonly number[]
  readonly longitude?: readonly number[]
  readonly trueNorth?: Corner
  /** Placement of the building in metres: grid values of a survey, or the height above the sea. */
  readonly origin?: readonly [number, number, number]
}

/**
 * Writes the elements that every file has (units, project, site, building) and the shapes of others. Lengths are given in
 * metres and written in the unit of the file; functions return the number of the element that they wrote.
 */
export function startFile(options: IfcOptions) {
  const { schema = 'IFC2X3', unit = 'metre', project = 'Test house' } = options
  const is4 = schema.startsWith('IFC4')
  const lines: string[] = []
  const children = new Map<number, number[]>()
  const contained = new Map<number, number[]>()
  let guids = 0

  const add = (body: string): number => {
    lines.push(`#${lines.length + 1}=${body};`)
    return lines.length
  }
  const guid = (): string => `'${(++guids).toString(36).padStart(22, '0').toUpperCase()}'`
  const length = (metres: number): string => number(metres / unitsM[unit ?? 'metre'])
  const point = (x: number, y: number, z?: number): number =>
    add(`IFCCARTESIANPOINT((${[x, y, ...(z === undefined ? [] : [z])].map(length).join(',')}))`)
  const directionOf = (...ratios: number[]): number => add(`IFCDIRECTION((${ratios.map(number).join(',')}))`)
  const placement = (at: readonly [number, number, number], angleDeg = 0, relativeTo?: number): number => {
    const radians = (angleDeg * Math.PI) / 180
    const axis = directionOf(0, 0, 1)
    const reference = directionOf(Math.cos(radians), Math.sin(radians), 0)
    const axes = add(`IFCAXIS2PLACEMENT3D(#${point(...at)},#${axis},#${reference})`)
    return add(`IFCLOCALPLACEMENT(${relativeTo === undefined ? '$' : `#${relativeTo}`},#${axes})`)
  }
  const optional = (value: string | null | undefined): string =>
    value === null || value === undefined ? '$' : quoted(value)
  const put = (map: Map<number, number[]>, key: number, value: number): void => {
    map.set(key, [...(map.get(key) ?? []), value])
  }

  const origin = point(0, 0, 0)
  const worldAxes = add(`IFCAXIS2PLACEMENT3D(#${origin},$,$)`)
  const north = options.trueNorth ? `#${directionOf(...options.trueNorth)}` : '$'
  const context = add(`IFCGEOMETRICREPRESENTATIONCONTEXT($,'Model',3,1.E-5,#${worldAxes},${north})`)
  const units = add(
    `IFCUNITASSIGNMENT((${unitLines(add, unit)
      .map((id) => `#${id}`)
      .join(',')}))`,
  )
  const projectId = add(`IFCPROJECT(${guid()},$,${quoted(project)},$,$,$,$,(#${context}),#${units})`)
  const root = placement(options.origin ?? [0, 0, 0])
  const degrees = (values?: readonly number[]): string => (values ? `(${values.join(',')})` : '$')
  const site = add(
    `IFCSITE(${guid()},$,'Site',$,$,#${root},$,$,.ELEMENT.,${degrees(options.latitude)},${degrees(options.longitude)},$,$,$)`,
  )
  const buildingId = add(`IFCBUILDING(${guid()},$,'House',$,$,#${root},$,$,.ELEMENT.,$,$,$)`)
  put(children, projectId, site)
  put(children, site, buildingId)

  const profile = (corners: readonly Corner[], holes: readonly (readonly Corner[])[] = []): number => {
    const curve = (ring: readonly Corner[]): number => {
      const ids = ring.map(([x, y]) => point(x, y))
      return add(`IFCPOLYLINE((${[...ids, ids[0]].map((id) => `#${id}`).join(',')}))`)
    }
    const outer = curve(corners)
    if (holes.length === 0) return add(`IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$,#${outer})`)
    const inner = holes.map((hole) => `#${curve(hole)}`).join(',')
    return add(`IFCARBITRARYPROFILEDEFWITHVOIDS(.AREA.,$,#${outer},(${inner}))`)
  }
  const body = (items: readonly number[], kind = 'SweptSolid'): number => {
    const shape = add(
      `IFCSHAPEREPRESENTATION(#${context},'Body','${kind}',(${items.map((id) => `#${id}`).join(',')}))`,
    )
    return add(`IFCPRODUCTDEFINITIONSHAPE($,$,(#${shape}))`)
  }
  /** A prism over a profile given in the frame of its element, from `z` up. */
  const prism = (
    corners: readonly Corner[],
    z: number,
    heightM: number,
    holes: readonly (readonly Corner[])[] = [],
  ): number => {
    const axes = add(`IFCAXIS2PLACEMENT3D(#${point(0, 0, z)},$,$)`)
    const up = directionOf(0, 0, 1)
    return add(`IFCEXTRUDEDAREASOLID(#${profile(corners, holes)},#${axes},#${up},${length(heightM)})`)
  }

  /** The whole file, with what belongs to what. */
  const text = (): string => {
    const relations = [
      ...[...children].map(
        ([parent, ids]) =>
          `IFCRELAGGREGATES(${guid()},$,$,$,#${parent},(${ids.map((id) => `#${id}`).join(',')}))`,
      ),
      ...[...contained].map(
        ([storey, ids]) =>
          `IFCRELCONTAINEDINSPATIALSTRUCTURE(${guid()},$,$,$,(${ids.map((id) => `#${id}`).join(',')}),#${storey})`,
      ),
    ].map((body, index) => `#${lines.length + 1 + index}=${body};`)
    return [
      'ISO-10303-21;',
      'HEADER;',
      "FILE_DESCRIPTION((''),'2;1');",
      "FILE_NAME('','2026-01-01T00:00:00',(''),(''),'','','');",
      `FILE_SCHEMA(('${schema}'));`,
      'ENDSEC;',
      'DATA;',
      ...lines,
      ...relations,
      'ENDSEC;',
      'END-ISO-10303-21;',
      '',
    ].join('\n')
  }
  return {
    is4,
    add,
    guid,
    length,
    point,
    directionOf,
    placement,
    optional,
    put,
    children,
    contained,
    root,
    site,
    buildingId,
    profile,
    body,
    prism,
    text,
  }
}
