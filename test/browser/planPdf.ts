/** The floor of the drawn PDF, metres: a house of 28 × 15, a corridor between two rows of six rooms, and a stair. */
export const plan = {
  width: 28,
  depth: 15,
  corridor: [6.5, 8.5] as const,
  /** Walls that part the rooms north and south of the corridor, by x. */
  north: [4, 8, 12, 16, 20, 24],
  south: [4, 8, 12, 16, 22],
  /** Middles of the doors. Rooms to the corridor, the stair to the corridor, and both ends of the corridor. */
  doors: [
    ...[2, 6, 10, 14, 18, 22].map((x) => [x, 8.5] as const),
    ...[2, 6, 10, 14, 19, 25].map((x) => [x, 6.5] as const),
  ],
  stairDoor: [26, 8.5] as const,
  exits: [
    [0, 7.5],
    [28, 7.5],
  ] as const,
}

const pointsPerMm = 72 / 25.4
/** An A3 sheet, millimetres, and where the house stands on it at 1 : 100. */
const sheet = { width: 420, height: 297, left: 60, bottom: 70 }

const at = (x: number, y: number) =>
  `${((sheet.left + x * 10) * pointsPerMm).toFixed(3)} ${((sheet.bottom + y * 10) * pointsPerMm).toFixed(3)}`

/** A vector plan as a CAD program prints it: one A3 page at 1 : 100, walls as lines, dimensions as text. */
export function planPdf(): Buffer {
  const { width, depth, corridor, north, south } = plan
  const lines: string[] = []
  const line = (x0: number, y0: number, x1: number, y1: number) =>
    lines.push(`${at(x0, y0)} m ${at(x1, y1)} l S`)
  lines.push('1.4 w 0 0 0 RG')
  line(0, 0, width, 0)
  line(width, 0, width, depth)
  line(width, depth, 0, depth)
  line(0, depth, 0, 0)
  for (const y of corridor) line(0, y, width, y)
  for (const x of north) line(x, corridor[1], x, depth)
  for (const x of south) line(x, 0, x, corridor[0])
  lines.push('0.5 w 0.4 0.4 0.4 RG')
  for (const [x, y] of [...plan.doors, plan.stairDoor]) {
    const up = y === corridor[1] ? 0.9 : -0.9
    line(x - 0.45, y, x - 0.45, y + up)
  }
  // The dimension of the whole house, for the scale.
  line(0, -1.5, width, -1.5)
  line(0, -1.8, 0, -1.2)
  line(width, -1.8, width, -1.2)
  const text = (x: number, y: number, size: number, words: string) =>
    `BT /F1 ${size} Tf ${at(x, y)} Td (${words}) Tj ET`
  lines.push(text(13, -1.3, 10, '28000'), text(0, -3, 14, 'MAT BANG TANG 1  TL 1:100'))
  return pdf([lines.join('\n')], sheet)
}

/** A PDF of pages with these contents (operators), all of one size in millimetres. */
export function pdf(
  pages: readonly string[],
  size: { readonly width: number; readonly height: number },
): Buffer {
  const objects: string[] = []
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')
  const box = `[0 0 ${(size.width * pointsPerMm).toFixed(2)} ${(size.height * pointsPerMm).toFixed(2)}]`
  objects.push('<< /Type /Catalog /Pages 2 0 R >>')
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')
  pages.forEach((content, index) => {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents ${5 + index * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    )
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  })
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = body.length
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(body, 'latin1')
}
