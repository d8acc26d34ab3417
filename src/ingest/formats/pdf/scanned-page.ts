import { loadPdfjs, type PdfPage } from './open.ts'
import type { PageDrawing, Piece } from './piece.ts'

/** A picture as pixels, row by row. */
export type PageImage = {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array | Uint8ClampedArray
  /** Grey, RGB or RGBA. */
  readonly channels: 1 | 3 | 4
}

/** A line of text in a picture, in pixels from its upper left corner. */
export type RecognisedLine = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** 0 to 100. */
  readonly confidence: number
}

/** Reads the text in a picture of a page. */
export type RecognisePage = (image: PageImage) => Promise<readonly RecognisedLine[]>

/** A page with fewer letters, most of which is a picture, is a scan. */
const scan = { letters: 50, share: 0.4 }

/**
 * @param page as it is drawn
 * @returns whether it is a picture of a page, without a text of its own
 */
export const isScan = ({ pieces, pictures, width, height }: PageDrawing): boolean => {
  const letters = pieces.reduce((sum, { text }) => sum + text.length, 0)
  const largest = pictures.reduce(
    (most, { left, right, top, bottom }) => Math.max(most, (right - left) * (bottom - top)),
    0,
  )
  return letters < scan.letters && largest >= scan.share * width * height
}

/** What pdf.js makes of a picture: `kind` 1 has eight pixels a byte, each row beginning a new one. */
type Decoded = {
  readonly width: number
  readonly height: number
  readonly kind?: number
  readonly data?: Uint8Array | Uint8ClampedArray
}

const imageOf = ({ width, height, kind, data }: Decoded): PageImage | null => {
  if (data === undefined || width < 1 || height < 1) return null
  if (kind === 1) {
    const perRow = (width + 7) >> 3
    const grey = new Uint8Array(width * height)
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1)
        grey[y * width + x] = ((data[y * perRow + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0
    return { width, height, data: grey, channels: 1 }
  }
  const channels = data.length / (width * height)
  return channels === 1 || channels === 3 || channels === 4 ? { width, height, data, channels } : null
}

/**
 * @param page of a document that was opened with its pictures
 * @returns its largest picture; null if it has none that can be decoded
 */
export const largestImage = async (page: PdfPage): Promise<PageImage | null> => {
  const { OPS } = await loadPdfjs()
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 })
  let largest: PageImage | null = null
  for (const [at, operator] of fnArray.entries()) {
    if (operator !== OPS.paintImageXObject && operator !== OPS.paintInlineImageXObject) continue
    const [first] = argsArray[at] as [unknown]
    const decoded =
      typeof first === 'string'
        ? await new Promise<Decoded | null>((resolve) => {
            ;(first.startsWith('g_') ? page.commonObjs : page.objs).get(first, resolve)
          })
        : (first as Decoded)
    const image = decoded === null ? null : imageOf(decoded)
    if (image !== null && image.width * image.height > (largest === null ? 0 : largest.width * largest.height))
      largest = image
  }
  return largest
}

/** The part of a line’s height that its letters take above its foot, and the size of their font. */
const foot = 0.8
const share = 0.85

/**
 * @param page as it is drawn
 * @param image of the page
 * @param lines recognised in it
 * @returns the page with these lines as its text
 */
export const withLines = (page: PageDrawing, image: PageImage, lines: readonly RecognisedLine[]): PageDrawing => {
  const [x, y] = [page.width / image.width, page.height / image.height]
  const pieces = lines.map(
    (line): Piece => ({
      text: line.text,
      left: line.x * x,
      right: (line.x + line.width) * x,
      base: (line.y + foot * line.height) * y,
      size: share * line.height * y,
      face: { name: '', isBold: false, isItalic: false },
      spaced: true,
      isArtifact: false,
    }),
  )
  return { ...page, pieces, pictures: [] }
}
