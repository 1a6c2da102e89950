/** Feature files of IMDF that we read; any other file of a folder is left alone. */
export const imdfFiles = [
  'venue',
  'building',
  'footprint',
  'level',
  'unit',
  'opening',
  'anchor',
  'occupant',
  'amenity',
] as const
export type ImdfFile = (typeof imdfFiles)[number]
