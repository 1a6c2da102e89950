/** Writing STEP text (ISO 10303-21): numbers, texts and the units of a file. */

/** Metres in the length unit of the file that is built. */
export const unitsM = { metre: 1, millimetre: 0.001, foot: 0.3048, inch: 0.0254 } as const

/** The elements that give the length unit of a file; null: an angle only. */
export function unitLines(add: (body: string) => number, unit: keyof typeof unitsM | null): number[] {
  if (unit === null) return [add('IFCSIUNIT(*,.PLANEANGLEUNIT.,$,.RADIAN.)')]
  if (unit === 'metre') return [add('IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)')]
  if (unit === 'millimetre') return [add('IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.)')]
  const metre = add('IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)')
  const factor = add(`IFCMEASUREWITHUNIT(IFCLENGTHMEASURE(${number(unitsM[unit])}),#${metre})`)
  const dimension = add('IFCDIMENSIONALEXPONENTS(1,0,0,0,0,0,0)')
  return [add(`IFCCONVERSIONBASEDUNIT(#${dimension},.LENGTHUNIT.,'${unit.toUpperCase()}',#${factor})`)]
}

/** A real number as STEP writes it: always with a point. */
export function number(value: number): string {
  const text = String(Number(value.toFixed(9)))
  return /[.e]/.test(text) ? text.replace(/^(-?\d+)e/, '$1.E') : `${text}.`
}

/** A STEP string: apostrophes doubled, everything beyond ASCII as UTF-16 in hexadecimal. */
export function quoted(value: string): string {
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "''")
    .replace(/[^\x20-\x7e]+/g, (run) => {
      const units = Array.from({ length: run.length }, (_, index) => run.charCodeAt(index))
      return `\\X2\\${units.map((code) => code.toString(16).toUpperCase().padStart(4, '0')).join('')}\\X0\\`
    })
  return `'${escaped}'`
}
