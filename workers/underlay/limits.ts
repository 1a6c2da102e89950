import table from '../../data/underlay.json'

/** Limits of data/underlay.json in the units that the code counts in. */
export const underlayLimits = {
  fileBytes: table.mostFileMB.value * 1e6,
  fileMB: table.mostFileMB.value,
  readPx: table.mostReadMP.value * 1e6,
  readMP: table.mostReadMP.value,
  keptPx: table.mostKeptMP.value * 1e6,
  keptSidePx: table.mostKeptSidePx.value,
  pageSidePx: table.pageSidePx.value,
  pagePxPerPoint: table.pageDotsPerInch.value / 72,
  leastPageSidePx: table.leastPageSidePx.value,
  thumbnailSidePx: table.thumbnailSidePx.value,
  pages: table.mostPages.value,
  ends: table.mostEnds.value,
  jpegQuality: table.jpegQuality.value,
} as const

/** Metres in a PDF point, 1/72 inch. */
export const metresPerPoint = 0.0254 / 72
