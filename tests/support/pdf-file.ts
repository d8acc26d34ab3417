import { deflateSync } from 'node:zlib'

/** Widths of Helvetica from space to `~`, in thousandths of its size. */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
] as const

/** Characters of Windows-1252 that are not in Latin-1, by their byte. */
const windows: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
}

const byteOf = (character: string): number => windows[character] ?? character.charCodeAt(0)

/**
 * @param text any
 * @param size of the font
 * @returns how wide it is, in points
 */
export const widthOf = (text: string, size: number): number =>
  ([...text].reduce((sum, character) => sum + (widths[byteOf(character) - 32] ?? 556), 0) * size) / 1000

export type Font = 'regular' | 'bold' | 'italic' | 'unmapped'

const fontNames: Readonly<Record<Font, string>> = { regular: 'F1', bold: 'F2', italic: 'F3', unmapped: 'F4' }

const escaped = (text: string): string =>
  [...text]
    .map((character) => {
      const byte = byteOf(character)
      return byte > 126 || '()\\'.includes(character) ? `\\${byte.toString(8).padStart(3, '0')}` : character
    })
    .join('')

/** The pages of the test files are US Letter. */
export const page = { width: 612, height: 792 }

export type Written = {
  readonly size?: number
  readonly font?: Font
  /** Operators before the text, such as a colour. */
  readonly before?: string
  readonly turned?: boolean
}

/**
 * @param x from the left edge of the page, in points
 * @param y of the line that the letters stand on, from the top edge
 * @returns operators that write a text there
 */
export const written = (
  x: number,
  y: number,
  text: string,
  { size = 10, font = 'regular', before = '', turned }: Written = {},
): string =>
  `q ${before} BT /${fontNames[font]} ${size} Tf ${turned ? '0 1 -1 0' : '1 0 0 1'} ${x.toFixed(2)} ${(page.height - y).toFixed(2)} Tm (${escaped(text)}) Tj ET Q`

/** @returns operators that draw a line from left to right */
export const ruled = (x: number, y: number, length: number): string =>
  `q 0.5 w ${x} ${page.height - y} m ${x + length} ${page.height - y} l S Q`

export type PdfOptions = {
  readonly info?: Readonly<Record<string, string>>
  readonly language?: string
  /** Further entries of the catalogue. */
  readonly catalogue?: string
  /** Objects from number 20 on. */
  readonly objects?: readonly (string | Buffer)[]
  /** Further entries of each page. */
  readonly pageEntries?: string
  readonly isPacked?: boolean
  /** Further entries of the trailer. */
  readonly trailer?: string
}

/** A grey picture of a page, which is all white but for a black bar. */
const picture = (): Buffer => {
  const [width, height] = [60, 80]
  const pixels = Buffer.alloc(width * height, 0xff)
  pixels.fill(0, width * 10, width * 12)
  const packed = deflateSync(pixels)
  return Buffer.concat([
    Buffer.from(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream'),
  ])
}

/** Operators that draw the picture over the whole page. */
export const scanned = `q ${page.width} 0 0 ${page.height} 0 0 cm /Im1 Do Q`

const fontOf = (base: string, entries = ''): string =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${base} /FirstChar 32 /LastChar 126 /Widths [${widths.join(' ')}] /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /ff] >> ${entries} >>`

/** A character map that says that every letter is one of private use. */
const privateUse = ((): string => {
  const map =
    '/CIDInit /ProcSet findresource begin 1 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <7e> <e020> endbfrange endcmap end end'
  return `<< /Length ${map.length} >>\nstream\n${map}\nendstream`
})()

/**
 * Writes a PDF.
 * @param pages the operators of each page
 * @returns its bytes
 */
export const pdfFile = (
  pages: readonly string[],
  {
    info = {},
    language,
    catalogue = '',
    objects = [],
    pageEntries = '',
    isPacked = false,
    trailer = '',
  }: PdfOptions = {},
): Uint8Array => {
  const first = 20 + objects.length
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`)
  const all = new Map<number, string | Buffer>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${language === undefined ? '' : `/Lang (${language})`} ${catalogue} >>`],
    [2, `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`],
    [3, fontOf('Helvetica')],
    [4, fontOf('Helvetica-Bold')],
    [5, fontOf('Helvetica-Oblique')],
    [6, fontOf('Helvetica', '/ToUnicode 8 0 R')],
    [7, picture()],
    [8, privateUse],
    [
      9,
      `<< ${Object.entries(info)
        .map(([key, value]) => `/${key} (${escaped(value)})`)
        .join(' ')} >>`,
    ],
    ...objects.map((object, at): [number, string | Buffer] => [20 + at, object]),
  ])
  for (const [at, content] of pages.entries()) {
    const packed = isPacked ? deflateSync(Buffer.from(content, 'latin1')) : Buffer.from(content, 'latin1')
    all.set(
      first + 2 * at,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents ${first + 2 * at + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R /F4 6 0 R >> /XObject << /Im1 7 0 R >> >> ${pageEntries} >>`,
    )
    all.set(
      first + 2 * at + 1,
      Buffer.concat([
        Buffer.from(`<< /Length ${packed.length} ${isPacked ? '/Filter /FlateDecode' : ''} >>\nstream\n`),
        packed,
        Buffer.from('\nendstream'),
      ]),
    )
  }
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places = new Map<number, number>()
  let length = parts[0]?.length ?? 0
  const add = (part: Buffer): void => {
    parts.push(part)
    length += part.length
  }
  for (const [number, object] of all) {
    places.set(number, length)
    add(Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(object as string), Buffer.from('\nendobj\n')]))
  }
  const start = length
  const size = Math.max(...all.keys()) + 1
  const entries = Array.from({ length: size }, (_, number) => {
    const place = places.get(number)
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`
  })
  add(
    Buffer.from(
      `xref\n0 ${size}\n${entries.join('')}trailer\n<< /Size ${size} /Root 1 0 R /Info 9 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return Uint8Array.from(Buffer.concat(parts))
}
