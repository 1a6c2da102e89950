import type { SourceFile } from '../../../src/import/result.ts'
import { startFile, type Corner, type IfcOptions } from './pen.ts'
import { number, quoted } from './step.ts'

export type { Corner, IfcOptions } from './pen.ts'

/**
 * A small IFC file in STEP text, written for a test: storeys, extruded spaces, walls, doors, stairs. Lengths are given in
 * metres and written in the unit of the file. Every function returns the number of the element it wrote.
 */
export function ifc(options: IfcOptions = {}) {
  const pen = startFile(options)
  const { is4, add, guid, length, point, directionOf, placement, optional, put } = pen
  const { children, contained, root, site, buildingId, profile, body, prism } = pen
  const storeyOf = new Map<number, number>()

  const builder = {
    add,
    guid,
    length,
    box,
    site,
    building: buildingId,
    /** Any product, without shape, under a storey or another element. */
    storey(spec: { name: string; elevation: number | null; placedAt?: number; longName?: string }): number {
      const place = placement([0, 0, spec.placedAt ?? spec.elevation ?? 0], 0, root)
      const elevation = spec.elevation === null ? '$' : length(spec.elevation)
      const id = add(
        `IFCBUILDINGSTOREY(${guid()},$,${quoted(spec.name)},$,$,#${place},$,${optional(spec.longName)},.ELEMENT.,${elevation})`,
      )
      put(children, buildingId, id)
      storeyOf.set(id, spec.placedAt ?? spec.elevation ?? 0)
      return id
    },
    /** A room: a prism whose floor stands at `z` above the building's zero. */
    space(spec: {
      storey: number
      name: string
      longName?: string
      corners: readonly Corner[]
      holes?: readonly (readonly Corner[])[]
      z?: number
      height?: number
      external?: boolean
      shapeless?: boolean
      type?: string
    }): number {
      const z = spec.z ?? storeyOf.get(spec.storey) ?? 0
      const place = placement([0, 0, 0], 0, root)
      const shape = spec.shapeless
        ? '$'
        : `#${body([prism(spec.corners, z, spec.height ?? 2.8, spec.holes)])}`
      const kind = spec.external ? '.EXTERNAL.' : is4 && spec.type ? `.${spec.type}.` : '.INTERNAL.'
      const id = add(
        `IFCSPACE(${guid()},$,${quoted(spec.name)},$,$,#${place},${shape},${optional(spec.longName)},.ELEMENT.,${kind},$)`,
      )
      put(children, spec.storey, id)
      return id
    },
    wall(spec: {
      storey: number
      corners: readonly Corner[]
      z?: number
      height?: number
      name?: string
    }): number {
      const z = spec.z ?? storeyOf.get(spec.storey) ?? 0
      const shape = body([prism(spec.corners, z, spec.height ?? 3)])
      const place = placement([0, 0, 0], 0, root)
      const id = add(
        `IFCWALL(${guid()},$,${optional(spec.name)},$,$,#${place},#${shape},$${is4 ? ',$' : ''})`,
      )
      put(contained, spec.storey, id)
      return id
    },
    column(spec: { storey: number; corners: readonly Corner[]; z?: number; height?: number }): number {
      const z = spec.z ?? storeyOf.get(spec.storey) ?? 0
      const shape = body([prism(spec.corners, z, spec.height ?? 3)])
      const id = add(
        `IFCCOLUMN(${guid()},$,$,$,$,#${placement([0, 0, 0], 0, root)},#${shape},$${is4 ? ',$' : ''})`,
      )
      put(contained, spec.storey, id)
      return id
    },
    /** Panes in a curtain wall, which has no shape of its own. */
    curtainWall(spec: { storey: number; panes: readonly (readonly Corner[])[]; height: number }): number {
      const z = storeyOf.get(spec.storey) ?? 0
      const place = placement([0, 0, 0], 0, root)
      const id = add(`IFCCURTAINWALL(${guid()},$,$,$,$,#${place},$,$${is4 ? ',$' : ''})`)
      put(contained, spec.storey, id)
      for (const pane of spec.panes) {
        const shape = body([prism(pane, z, spec.height)])
        put(
          children,
          id,
          add(`IFCPLATE(${guid()},$,$,$,$,#${placement([0, 0, 0], 0, root)},#${shape},$${is4 ? ',$' : ''})`),
        )
      }
      return id
    },
    /** A hole through a wall; `fill` names the door or window that stands in it. */
    hole(spec: {
      wall: number
      corners: readonly Corner[]
      z: number
      height: number
      fill?: number
    }): number {
      const shape = body([prism(spec.corners, spec.z, spec.height)])
      const place = placement([0, 0, 0], 0, root)
      const id = add(
        `IFCOPENINGELEMENT(${guid()},$,'Opening',$,$,#${place},#${shape},$${is4 ? ',.OPENING.' : ''})`,
      )
      add(`IFCRELVOIDSELEMENT(${guid()},$,$,$,#${spec.wall},#${id})`)
      if (spec.fill !== undefined) add(`IFCRELFILLSELEMENT(${guid()},$,$,$,#${id},#${spec.fill})`)
      return id
    },
    /**
     * A door with its lower left corner (seen along its opening direction) at `at`, its width along `angleDeg` from the
     * x axis. It opens towards the left of that direction.
     */
    door(spec: {
      storey: number
      at: Corner
      angleDeg?: number
      width?: number | null
      /** Width of the shape where the attribute says something else or nothing. */
      shapeWidth?: number
      height?: number | null
      z?: number
      thickness?: number
      operation?: string
      name?: string
      typeName?: string
      /** A leaf drawn open: it stands at a right angle to the wall. */
      leafOpen?: boolean
    }): number {
      const width = spec.shapeWidth ?? spec.width ?? 0.9
      const depth = spec.thickness ?? 0.1
      const height = spec.height ?? 2.1
      const z = spec.z ?? storeyOf.get(spec.storey) ?? 0
      const items = spec.leafOpen
        ? [
            prism(box(0, -depth / 2, 0.05, depth / 2), 0, height),
            prism(box(width - 0.05, -depth / 2, width, depth / 2), 0, height),
            prism(box(0.05, depth / 2, 0.09, depth / 2 + width * 1.2), 0, height),
          ]
        : [prism(box(0, -depth / 2, width, depth / 2), 0, height)]
      const place = placement([spec.at[0], spec.at[1], z], spec.angleDeg ?? 0, root)
      const overall = [spec.height === null ? null : height, spec.width === null ? null : (spec.width ?? 0.9)]
        .map((value) => (value === null ? '$' : length(value)))
        .join(',')
      const id = add(
        `IFCDOOR(${guid()},$,${optional(spec.name)},$,$,#${place},#${body(items)},$,${overall}${is4 ? ',$,$,$' : ''})`,
      )
      put(contained, spec.storey, id)
      if (spec.operation !== undefined || spec.typeName !== undefined) {
        const operation = `.${spec.operation ?? 'NOTDEFINED'}.`
        const name = quoted(spec.typeName ?? 'Door type')
        const type = is4
          ? add(`IFCDOORTYPE(${guid()},$,${name},$,$,$,$,$,$,.DOOR.,${operation},$,$)`)
          : add(`IFCDOORSTYLE(${guid()},$,${name},$,$,$,$,$,${operation},.NOTDEFINED.,.F.,.F.)`)
        add(`IFCRELDEFINESBYTYPE(${guid()},$,$,$,(#${id}),#${type})`)
      }
      return id
    },
    window(spec: {
      storey: number
      at: Corner
      angleDeg?: number
      width: number
      height: number
      sill: number
    }): number {
      const z = (storeyOf.get(spec.storey) ?? 0) + spec.sill
      const place = placement([spec.at[0], spec.at[1], z], spec.angleDeg ?? 0, root)
      const shape = body([prism(box(0, -0.05, spec.width, 0.05), 0, spec.height)])
      const id = add(
        `IFCWINDOW(${guid()},$,'Window',$,$,#${place},#${shape},$,${length(spec.height)},${length(spec.width)}${is4 ? ',$,$,$' : ''})`,
      )
      put(contained, spec.storey, id)
      return id
    },
    /** A straight flight: treads as boxes from `from` in the direction `angleDeg`, rising from `z`. */
    flight(spec: {
      storey: number
      from: Corner
      angleDeg?: number
      z: number
      risers: number
      riser: number
      tread: number
      width: number
      /** What the attribute says, in the units of a careless exporter. */
      riserAttribute?: number
      risersAttribute?: number
      railing?: boolean
    }): number {
      const treads = Array.from({ length: spec.risers - 1 }, (_, index) =>
        prism(
          box(index * spec.tread, 0, (index + 1) * spec.tread, spec.width),
          index * spec.riser,
          spec.riser,
        ),
      )
      const run = (spec.risers - 1) * spec.tread
      const rails = spec.railing ? [prism(box(0, 0, run, 0.05), 0, (spec.risers - 1) * spec.riser + 1.1)] : []
      const place = placement([spec.from[0], spec.from[1], spec.z], spec.angleDeg ?? 0, root)
      const riser = spec.riserAttribute === undefined ? length(spec.riser) : number(spec.riserAttribute)
      return add(
        `IFCSTAIRFLIGHT(${guid()},$,'Flight',$,$,#${place},#${body([...treads, ...rails])},$,${spec.risersAttribute ?? spec.risers},${(spec.risersAttribute ?? spec.risers) - 1},${riser},${length(spec.tread)}${is4 ? ',$' : ''})`,
      )
    },
    slab(spec: { corners: readonly Corner[]; z: number; thickness?: number; kind?: string }): number {
      const thickness = spec.thickness ?? 0.15
      const shape = body([prism(spec.corners, spec.z - thickness, thickness)])
      return add(
        `IFCSLAB(${guid()},$,'Landing',$,$,#${placement([0, 0, 0], 0, root)},#${shape},$,.${spec.kind ?? 'LANDING'}.)`,
      )
    },
    railing(spec: { storey: number; corners: readonly Corner[]; z?: number; height?: number }): number {
      const z = spec.z ?? storeyOf.get(spec.storey) ?? 0
      const shape = body([prism(spec.corners, z + 0.1, spec.height ?? 1)])
      const id = add(
        `IFCRAILING(${guid()},$,$,$,$,#${placement([0, 0, 0], 0, root)},#${shape},$,.GUARDRAIL.)`,
      )
      put(contained, spec.storey, id)
      return id
    },
    /** A ramp along the x axis: a wedge over the box of two corners, rising from z. */
    ramp(spec: { storey: number; from: Corner; to: Corner; z: number; rise: number }): number {
      const [[x0, y0], [x1, y1]] = [spec.from, spec.to]
      // The wedge's section stands in the xz plane, and is pushed along y.
      const axes = add(
        `IFCAXIS2PLACEMENT3D(#${point(x0, y1, spec.z)},#${directionOf(0, -1, 0)},#${directionOf(1, 0, 0)})`,
      )
      const section: Corner[] = [
        [0, -0.2],
        [x1 - x0, -0.2],
        [x1 - x0, spec.rise],
        [0, 0],
      ]
      const solid = add(
        `IFCEXTRUDEDAREASOLID(#${profile(section)},#${axes},#${directionOf(0, 0, 1)},${length(y1 - y0)})`,
      )
      const id = add(
        `IFCRAMP(${guid()},$,'Ramp',$,$,#${placement([0, 0, 0], 0, root)},#${body([solid])},$,.STRAIGHT_RUN_RAMP.)`,
      )
      put(contained, spec.storey, id)
      return id
    },
    /** A stair of parts, or with a shape of its own where `solids` are given. */
    stair(spec: {
      storey: number
      name?: string
      parts?: readonly number[]
      solids?: readonly number[]
    }): number {
      const shape = spec.solids ? `#${body(spec.solids)}` : '$'
      const id = add(
        `IFCSTAIR(${guid()},$,${quoted(spec.name ?? 'Stair')},$,$,#${placement([0, 0, 0], 0, root)},${shape},$,.NOTDEFINED.)`,
      )
      put(contained, spec.storey, id)
      for (const part of spec.parts ?? []) put(children, id, part)
      return id
    },
    transport(spec: {
      storey: number
      corners: readonly Corner[]
      z: number
      height: number
      kind: string
    }): number {
      const shape = body([prism(spec.corners, spec.z, spec.height)])
      const tail = is4 ? `.${spec.kind}.` : `.${spec.kind}.,$,$`
      const id = add(
        `IFCTRANSPORTELEMENT(${guid()},$,'Lift',$,$,#${placement([0, 0, 0], 0, root)},#${shape},$,${tail})`,
      )
      put(contained, spec.storey, id)
      return id
    },
    boundary(spec: { space: number; element: number | null; virtual?: boolean }): number {
      const element = spec.element === null ? '$' : `#${spec.element}`
      const kind = spec.virtual ? '.VIRTUAL.' : '.PHYSICAL.'
      return add(
        `IFCRELSPACEBOUNDARY(${guid()},$,'1stLevel',$,#${spec.space},${element},$,${kind},.INTERNAL.)`,
      )
    },
    virtualElement(storey: number): number {
      const id = add(`IFCVIRTUALELEMENT(${guid()},$,$,$,$,$,$,$)`)
      put(contained, storey, id)
      return id
    },
    /** A property set on elements; values as STEP text, for example `IFCBOOLEAN(.T.)`. */
    properties(elements: readonly number[], set: string, values: Readonly<Record<string, string>>): number {
      const singles = Object.entries(values).map(([name, value]) =>
        add(`IFCPROPERTYSINGLEVALUE(${quoted(name)},$,${value},$)`),
      )
      const id = add(
        `IFCPROPERTYSET(${guid()},$,${quoted(set)},$,(${singles.map((single) => `#${single}`).join(',')}))`,
      )
      add(
        `IFCRELDEFINESBYPROPERTIES(${guid()},$,$,$,(${elements.map((element) => `#${element}`).join(',')}),#${id})`,
      )
      return id
    },
    external(element: number, value: boolean): number {
      return builder.properties([element], 'Pset_DoorCommon', {
        IsExternal: `IFCBOOLEAN(.${value ? 'T' : 'F'}.)`,
      })
    },
    aggregate(parent: number, parts: readonly number[]): void {
      for (const part of parts) put(children, parent, part)
    },
    prism,
    text: pen.text,
    file(name = 'test.ifc'): SourceFile {
      return { name, bytes: new TextEncoder().encode(pen.text()) }
    },
  }
  return builder
}

export type IfcBuilder = ReturnType<typeof ifc>

/** A rectangle as corners, counter-clockwise. */
export function box(x0: number, y0: number, x1: number, y1: number): Corner[] {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ]
}
