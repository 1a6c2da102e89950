import { strToU8, zlibSync } from 'fflate'
import { damagedCopies, type Dice, type HostileFile } from './damage.ts'
import { lines, onePage, type PageParts, pdfOf, type PdfObject } from './pdfSource.ts'

const fonts = '/Font << /F1 5 0 R >>'
const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const form = (stream: string, dict = ''): PdfObject => ({
  stream,
  dict: `/Type /XObject /Subtype /Form /BBox [0 0 1190 842] ${dict}`,
})

/** Sound files that are then damaged: plain, packed, of several pages, with a form, a font, a picture. */
const sound: Readonly<Record<string, Uint8Array>> = {
  plain: onePage(),
  packed: onePage({ content: { stream: lines.repeat(40), flate: true } }),
  text: onePage({
    content: { stream: `BT /F1 24 Tf 100 600 Td (Phong hop 12) Tj ET ${lines}` },
    resources: fonts,
    more: [helvetica],
  }),
  form: onePage({
    content: { stream: 'q 1 0 0 1 20 20 cm /X1 Do Q' },
    resources: '/XObject << /X1 5 0 R >>',
    more: [form(lines, '/Matrix [0.5 0 0 0.5 0 0]')],
  }),
  scan: onePage({
    content: { stream: 'q 600 0 0 400 50 50 cm /I1 Do Q' },
    resources: '/XObject << /I1 5 0 R >>',
    more: [{ stream: new Uint8Array(64 * 48).fill(200), dict: image(64, 48), flate: true }],
  }),
  pages: pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>',
    ...[6, 7, 8].map(
      (content) => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents ${content} 0 R >>`,
    ),
    ...[1, 2, 3].map((times) => ({ stream: lines.repeat(times) })),
  ]),
}

function image(width: number, height: number, more = ''): string {
  return `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 ${more}`
}

export function hostilePdfs(dice: Dice): readonly HostileFile[] {
  const damaged = Object.entries(sound).flatMap(([name, bytes]) =>
    damagedCopies(`${name}.pdf`, bytes, 36, dice),
  )
  return [
    ...damaged,
    ...Object.entries(made()).map(([name, bytes]) => ({
      name: `${name}.pdf`,
      bytes,
      hangs: hanging.has(name),
    })),
    ...endless(),
  ]
}

/** Of those below, what keeps the reader busy for minutes, or for ever. */
const hanging: ReadonlySet<string> = new Set([
  'saved-without-end',
  'pattern-of-itself',
  'image-fax-of-rubbish',
  'function-huge',
])

/** What nobody draws by accident, and what no reader should stumble over. */
function made(): Readonly<Record<string, Uint8Array>> {
  const page = (parts: PageParts) => onePage(parts)
  const content = (stream: string, more: PageParts = {}) => page({ content: { stream }, ...more })
  const box = (text: string, more = '') => page({ box: text, page: more })
  const xObject = (object: PdfObject, stream = 'q 500 0 0 500 0 0 cm /X1 Do Q') =>
    content(stream, { resources: '/XObject << /X1 5 0 R >>', more: [object] })
  const zeros = zlibSync(new Uint8Array(40_000_000))
  const numbers = (count: number, number: string) => Array.from({ length: count }, () => number).join(' ')
  return {
    'only-a-mark': strToU8('%PDF-1.7\n'),
    'text-named-pdf': strToU8('Mặt bằng tầng 1\n'.repeat(100)),
    'mark-then-text': strToU8(`%PDF-1.4\n${'khong co gi o day '.repeat(2000)}`),
    'html-named-pdf': strToU8('<!doctype html><script>alert(1)</script>'),
    'zip-named-pdf': new Uint8Array([0x50, 0x4b, 3, 4, ...Array.from({ length: 60 }, () => 0)]),
    empty: new Uint8Array(),
    zeros: new Uint8Array(5000),
    'mark-late': new Uint8Array([...strToU8('x'.repeat(900)), ...onePage()]),
    'mark-too-late': new Uint8Array([...strToU8('x'.repeat(2000)), ...onePage()]),
    'no-pages': pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']),
    'no-catalog': pdfOf(['<< /Type /Nothing >>']),
    'pages-missing': pdfOf(['<< /Type /Catalog /Pages 9 0 R >>']),
    'count-negative': pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count -5 >>']),
    'count-huge': pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>',
    ]),
    'tree-in-itself': pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 4 >>',
    ]),
    'tree-of-two-in-each-other': pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 9 >>',
      '<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 9 >>',
    ]),
    'catalog-is-itself': pdfOf(['1 0 R']),
    'deep-tree': pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      ...Array.from({ length: 3000 }, (_, index) => `<< /Type /Pages /Kids [${index + 3} 0 R] /Count 1 >>`),
      '<< /Type /Page /MediaBox [0 0 100 100] >>',
    ]),
    'parent-of-itself': page({ page: '/Parent 3 0 R' }),
    'length-of-itself': page({ content: '<< /Length 4 0 R >>\nstream\n0 0 m 9 9 l S\nendstream' }),
    'length-too-long': page({ content: '<< /Length 999999999 >>\nstream\n0 0 m 9 9 l S\nendstream' }),
    'length-negative': page({ content: '<< /Length -1 >>\nstream\n0 0 m 9 9 l S\nendstream' }),
    'stream-without-end': page({ content: '<< /Length 10 >>\nstream\n0 0 m 9 9 l S' }),
    'contents-of-itself': page({ content: '[4 0 R 4 0 R]' }),
    'contents-a-page': page({ content: '3 0 R' }),
    'contents-many-times': page({
      content: `[${numbers(5_000, '5 0 R')}]`,
      more: [{ stream: '0 0 m 9 9 l S' }],
    }),
    'box-empty': box('0 0 0 0'),
    'box-turned': box('500 500 0 0'),
    'box-negative': box('-1e9 -1e9 -1 -1'),
    'box-huge': box('0 0 1e12 1e12'),
    'box-no-numbers': box('a b c d'),
    'box-infinite': box(`0 0 ${'9'.repeat(400)} 10`),
    'box-thin': box('0 0 14400 0.001'),
    'box-short': box('0 0 100'),
    'unit-huge': box('0 0 100 100', '/UserUnit 1e30'),
    'unit-zero': box('0 0 100 100', '/UserUnit 0'),
    'unit-negative': box('0 0 100 100', '/UserUnit -3'),
    'turned-by-45': box('0 0 100 100', '/Rotate 45'),
    'turned-by-much': box('0 0 100 100', '/Rotate 90000000000'),
    'crop-outside': box('0 0 100 100', '/CropBox [900 900 990 990]'),
    'matrix-singular': content('0 0 0 0 0 0 cm 0 0 m 9 9 l S'),
    'matrix-huge': content('1e300 0 0 1e300 0 0 cm 1e300 0 0 1e300 0 0 cm 0 0 m 9 9 l S'),
    'numbers-that-are-none': content('--5 +-.. m 1e400 0..1 l NaN Infinity l S'),
    'saved-without-end': content('q '.repeat(500_000)),
    'restored-without-beginning': content('Q '.repeat(100_000)),
    'operators-unknown': content('foo bar baz '.repeat(5_000)),
    'arguments-missing': content('m l c re cm Do Tf Tj gs sh d w'.repeat(2000)),
    'arguments-too-many': content(`${'1 '.repeat(100_000)} m S`),
    'arrays-deep': content(`${'['.repeat(100_000)} 0 d`),
    'dictionaries-deep': content(`/X ${'<<'.repeat(100_000)} BDC`),
    'objects-deep': page({ page: `/Deep ${'['.repeat(100_000)}` }),
    'text-deep': content(`BT ${'('.repeat(200_000)} Tj ET`),
    'layers-without-end': content('/OC /L1 BDC '.repeat(10_000)),
    'text-long': content(`BT /F1 12 Tf (${'A'.repeat(300_000)}) Tj ET`, {
      resources: fonts,
      more: [helvetica],
    }),
    'path-long': content(`0 0 m ${'7 9 l 3 1 l '.repeat(60_000)} S`),
    'paths-many': content('1 2 m 3 4 l S '.repeat(60_000)),
    'flate-bomb': page({ content: { stream: zeros, dict: '/Filter /FlateDecode' } }),
    'flate-bomb-twice': page({
      content: { stream: zlibSync(zeros), dict: '/Filter [/FlateDecode /FlateDecode]' },
    }),
    'flate-no-flate': page({ content: { stream: 'not packed at all', dict: '/Filter /FlateDecode' } }),
    'filters-many': page({ content: { stream: 'x', dict: `/Filter [${numbers(5000, '/ASCIIHexDecode')}]` } }),
    'filter-unknown': page({ content: { stream: 'x', dict: '/Filter /Crypt' } }),
    'predictor-wrong': page({
      content: {
        stream: lines,
        flate: true,
        dict: '/DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 99 >>',
      },
    }),
    'form-in-itself': xObject(form('/X1 Do', '/Resources << /XObject << /X1 5 0 R >> >>')),
    'forms-in-each-other': content('/X1 Do', {
      resources: '/XObject << /X1 5 0 R >>',
      more: [
        form('/X1 Do', '/Resources << /XObject << /X1 6 0 R >> >>'),
        form('/X1 Do', '/Resources << /XObject << /X1 5 0 R >> >>'),
      ],
    }),
    'form-without-stream': xObject('<< /Type /XObject /Subtype /Form >>'),
    'mask-of-itself': content('/G1 gs 0 0 m 9 9 l S', {
      resources: '/ExtGState << /G1 5 0 R >>',
      more: [
        '<< /SMask << /S /Luminosity /G 6 0 R >> >>',
        form(
          '/G1 gs 0 0 9 9 re f',
          '/Group << /S /Transparency >> /Resources << /ExtGState << /G1 5 0 R >> >>',
        ),
      ],
    }),
    'pattern-of-itself': content('/Pattern cs /P1 scn 0 0 500 500 re f', {
      resources: '/Pattern << /P1 5 0 R >>',
      more: [
        {
          stream: '/Pattern cs /P1 scn 0 0 9 9 re f',
          dict: '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << /Pattern << /P1 5 0 R >> >>',
        },
      ],
    }),
    'pattern-of-no-step': content('/Pattern cs /P1 scn 0 0 500 500 re f', {
      resources: '/Pattern << /P1 5 0 R >>',
      more: [
        {
          stream: '0 0 1 1 re f',
          dict: '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.00001 /YStep 0.00001 /Resources << >>',
        },
      ],
    }),
    'dashes-tiny': content('[0.00001 0.00001] 0 d 0 0 m 1190 842 l S'),
    'dashes-negative': content('[-1 0 0] -5 d 0 0 m 1190 842 l S'),
    'line-wide': content('1e30 w 0 0 m 1190 842 l S'),
    'glyph-of-itself': content('BT /F1 12 Tf (AAAA) Tj ET', {
      resources: fonts,
      more: [
        '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 65 /LastChar 65 /Widths [1] /Encoding << /Differences [65 /a] >> /CharProcs << /a 6 0 R >> /Resources << /Font << /F1 5 0 R >> >> >>',
        { stream: '1 0 d0 BT /F1 1 Tf (A) Tj ET' },
      ],
    }),
    'font-of-rubbish': content('BT /F1 12 Tf (A) Tj ET', {
      resources: fonts,
      more: [
        '<< /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor 6 0 R /FirstChar 0 /LastChar 255 >>',
        '<< /Type /FontDescriptor /FontName /X /Flags 4 /FontFile2 7 0 R >>',
        { stream: Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) & 0xff) },
      ],
    }),
    'font-of-itself': content('BT /F1 12 Tf (A) Tj ET', {
      resources: fonts,
      more: ['<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding 5 0 R /DescendantFonts [5 0 R] >>'],
    }),
    'image-huge': xObject({ stream: 'x', dict: image(100_000, 100_000) }),
    'image-negative': xObject({ stream: 'x', dict: image(-5, 10) }),
    'image-short': xObject({ stream: 'x', dict: image(3000, 3000) }),
    'image-of-rubbish': xObject({ stream: 'rubbish', dict: image(64, 64, '/Filter /DCTDecode') }),
    'image-jpx-of-rubbish': xObject({ stream: 'rubbish', dict: image(64, 64, '/Filter /JPXDecode') }),
    'image-jbig2-of-rubbish': xObject({ stream: 'rubbish', dict: image(64, 64, '/Filter /JBIG2Decode') }),
    'image-fax-of-rubbish': xObject({
      stream: 'rubbish',
      dict: image(64, 64, '/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 2147483647 >>'),
    }),
    'image-masked-by-itself': xObject({ stream: 'x'.repeat(64), dict: image(8, 8, '/SMask 5 0 R') }),
    'colours-of-themselves': content('/C1 cs 1 scn 0 0 9 9 re f', {
      resources: '/ColorSpace << /C1 5 0 R >>',
      more: ['[/Indexed 5 0 R 255 (x)]'],
    }),
    'function-huge': content('/S1 sh', {
      resources: '/Shading << /S1 5 0 R >>',
      more: [
        '<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] /Function 6 0 R >>',
        {
          stream: 'x',
          dict: '/FunctionType 0 /Domain [0 1] /Range [0 1] /Size [2147483647] /BitsPerSample 32',
        },
      ],
    }),
    'function-of-itself': content('/S1 sh', {
      resources: '/Shading << /S1 5 0 R >>',
      more: [
        '<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] /Function 6 0 R >>',
        '<< /FunctionType 3 /Domain [0 1] /Functions [6 0 R 6 0 R] /Bounds [0.5] /Encode [0 1 0 1] >>',
      ],
    }),
    'program-in-braces': content('/S1 sh', {
      resources: '/Shading << /S1 5 0 R >>',
      more: [
        '<< /ShadingType 1 /ColorSpace /DeviceGray /Function 6 0 R >>',
        { stream: '{'.repeat(100_000), dict: '/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]' },
      ],
    }),
    'xref-of-itself': onePage({}, { trailer: '/Prev 9' }),
    'xref-nowhere': onePage({}, { tail: 'startxref\n99999999999\n%%EOF\n' }),
    'xref-missing': onePage({}, { tail: '' }),
    'xref-huge': onePage(
      {},
      { tail: 'xref\n0 2147483647\n0000000000 65535 f \ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF' },
    ),
    'xref-stream-wrong': pdfOf(
      [
        {
          stream: new Uint8Array(50),
          dict: '/Type /XRef /Size 99999999 /W [8 8 8] /Index [0 2147483647] /Root 2 0 R',
        },
        '<< /Type /Catalog /Pages 3 0 R >>',
      ],
      { tail: 'startxref\n9\n%%EOF' },
    ),
    'objects-in-a-stream-of-themselves': pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      { stream: '2 0 3 9 << >>', dict: '/Type /ObjStm /N 2147483647 /First 8 /Extends 2 0 R' },
    ]),
    locked: onePage(
      { more: [`<< /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>`] },
      { trailer: `/Encrypt 5 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]` },
    ),
    'locked-unknown': onePage(
      { more: ['<< /Filter /SomebodyElse /V 99 /R 99 /O (x) /U (y) /P 1e99 >>'] },
      { trailer: '/Encrypt 5 0 R' },
    ),
    'locked-by-itself': onePage({ more: ['<< /Filter 5 0 R /V 5 0 R >>'] }, { trailer: '/Encrypt 5 0 R' }),
    'with-a-script': page({
      catalog:
        '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); while\\(true\\);) >> /AA << /O << /S /Launch /F (cmd.exe) >> >>',
    }),
    'with-a-form-to-send': page({ catalog: '/AcroForm << /Fields [3 0 R] /XFA [(a) 3 0 R] >>' }),
    'layers-of-themselves': page({
      catalog: '/OCProperties << /OCGs [1 0 R] /D << /Order [1 0 R [1 0 R]] /OFF [1 0 R] >> >>',
    }),
    'names-strange': page({ page: '/__proto__ << /constructor 1 >> /hasOwnProperty null' }),
  }
}

/** Few bytes that draw for years: each form draws the one before it ten times. */
function endless(): readonly HostileFile[] {
  const floors = 12
  const ten = (name: string) => `/${name} Do `.repeat(10)
  const tower = Array.from({ length: floors }, (_, index) =>
    form(
      index === floors - 1 ? lines : ten('X'),
      index === floors - 1 ? '' : `/Resources << /XObject << /X ${index + 6} 0 R >> >>`,
    ),
  )
  return [
    {
      name: 'forms-of-ten-forms.pdf',
      bytes: onePage({ content: { stream: ten('X') }, resources: '/XObject << /X 5 0 R >>', more: tower }),
      hangs: true,
    },
  ]
}
