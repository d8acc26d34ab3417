import { fromBits, type Picture } from '../ocr/picture.ts'
import type { RecognisedLine } from '../ocr/recognise.ts'
import { loadPdfjs, type PdfPage } from './open.ts'
import { median, type PageDrawing, type Piece } from './piece.ts'

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
  return letters < scan.letters && largest > 0 && largest >= scan.share * width * height
}

/** What pdf.js makes of a picture: `kind` 1 has eight pixels a byte, each row beginning a new one. */
type Decoded = {
  readonly width: number
  readonly height: number
  readonly kind?: number
  readonly data?: Uint8Array | Uint8ClampedArray
}

const pictureOf = ({ width, height, kind, data }: Decoded): Picture | null => {
  if (data === undefined || width < 1 || height < 1) return null
  if (kind === 1) return fromBits(width, height, data)
  const channels = data.length / (width * height)
  return channels === 1 || channels === 3 || channels === 4 ? { width, height, data, channels } : null
}

/**
 * @param page of a document that was opened with its pictures
 * @returns its largest picture; null if it has none that can be decoded
 */
export const largestPicture = async (page: PdfPage): Promise<Picture | null> => {
  const { OPS } = await loadPdfjs()
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 })
  let largest: Picture | null = null
  for (const [at, operator] of fnArray.entries()) {
    if (operator !== OPS.paintImageXObject && operator !== OPS.paintInlineImageXObject) continue
    const [first] = argsArray[at] as [unknown]
    const decoded =
      typeof first === 'string'
        ? await new Promise<Decoded | null>((resolve) => {
            ;(first.startsWith('g_') ? page.commonObjs : page.objs).get(first, resolve)
          })
        : (first as Decoded)
    const image = decoded === null ? null : pictureOf(decoded)
    if (image !== null && image.width * image.height > (largest === null ? 0 : largest.width * largest.height))
      largest = image
  }
  return largest
}

/** The part of a line’s height that its letters take above its foot, and the size of their font. */
const foot = 0.8
const share = 0.85
/**
 * A line is set larger than most only where it is so many times as high, since letters with and without tails differ, and
 * its letters are so many times as wide: the box of a line may have a smudge in it.
 */
const larger = { height: 1.6, width: 1.25 }

const letterWidth = ({ text, width }: RecognisedLine): number => width / text.length

/** The height and the width of letters that most lines have. */
const usualOf = (lines: readonly RecognisedLine[]): { readonly height: number; readonly width: number } => ({
  height: median(lines.map(({ height }) => height)),
  width: median(lines.map(letterWidth)),
})

/**
 * @param page as it is drawn
 * @param picture of the page
 * @param lines recognised in it
 * @returns the page with these lines as its text
 */
export const withLines = (
  page: PageDrawing,
  picture: Pick<Picture, 'width' | 'height'>,
  lines: readonly RecognisedLine[],
): PageDrawing => {
  const [x, y] = [page.width / picture.width, page.height / picture.height]
  const usual = usualOf(lines)
  const heightOf = (line: RecognisedLine): number => {
    const isLarger = line.height > larger.height * usual.height && letterWidth(line) > larger.width * usual.width
    return isLarger ? line.height : usual.height
  }
  /** A smudge makes a box too high: its letters stand where they are not on the line below. */
  const footOf = (line: RecognisedLine, next: RecognisedLine | undefined): number => {
    const height = heightOf(line)
    const low = line.y + line.height - (1 - foot) * height
    const isOnNext =
      next !== undefined &&
      Math.abs(next.y + next.height - (1 - foot) * heightOf(next) - low) < 0.5 * height &&
      Math.min(line.x + line.width, next.x + next.width) - Math.max(line.x, next.x) > height
    return isOnNext ? line.y + foot * height : low
  }
  const pieces = lines.map(
    (line, at): Piece => ({
      text: line.text,
      left: line.x * x,
      right: (line.x + line.width) * x,
      base: footOf(line, lines[at + 1]) * y,
      size: share * heightOf(line) * y,
      face: { name: '', isBold: false, isItalic: false },
      spaced: true,
      isArtifact: false,
    }),
  )
  return { ...page, pieces, pictures: [] }
}
