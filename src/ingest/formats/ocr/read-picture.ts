import { imageSize } from 'image-size'
import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import type { Extraction, FormattedFile } from '../format.ts'
import { packageNamed } from '../package-named.ts'
import { bodySizeOf, pageParts } from '../pdf/page-parts.ts'
import type { PageDrawing } from '../pdf/piece.ts'
import { withLines } from '../pdf/scanned-page.ts'
import { writePages } from '../pdf/write-pages.ts'
import { largestPicture } from './picture.ts'
import { recognising } from './recognise.ts'

/** @throws QuothError `bad-document` if it is no picture, or one that would fill the memory */
const checkedSize = (bytes: Uint8Array): { readonly width: number; readonly height: number } => {
  const { width, height } = sizeOf(bytes)
  if (width * height > largestPicture)
    throw new QuothError(
      'bad-document',
      msg`The picture has more than ${largestPicture / 1_000_000} million pixels. Save it smaller.`,
    )
  return { width, height }
}

const sizeOf = (bytes: Uint8Array): { readonly width: number; readonly height: number } => {
  try {
    return imageSize(bytes)
  } catch {
    throw new QuothError('bad-document', msg`The picture is damaged, or in a format that cannot be read.`)
  }
}

/** How wide the page in a picture is taken to be, in points. */
const pageWidth = 612

/** A picture as a page without anything on it. */
const emptyPage = (width: number, height: number): PageDrawing => ({
  width: pageWidth,
  height: (height * pageWidth) / width,
  pieces: [],
  turned: [],
  rules: [],
  pictures: [],
  drawings: [],
  hidden: 0,
  unmapped: 0,
  glyphs: 0,
  isCut: false,
})

/**
 * Reads the text in a picture.
 * @param file a picture
 * @returns its paragraphs, which stand on page 1
 * @throws QuothError `bad-document` where such reading is off, or the picture cannot be read or has no text
 */
export const extract = async ({ bytes, ocr, onProgress }: FormattedFile): Promise<Extraction> => {
  const { width, height } = checkedSize(bytes)
  if (!ocr)
    throw new QuothError('bad-document', msg`It is a picture, and reading text in pictures is off (QUOTH_OCR=false).`)
  onProgress?.(0, 1)
  const text = await recognising((recognise) => recognise(bytes))
  if (text.lines.length === 0) throw new QuothError('bad-document', msg`No text was found in the picture.`)
  const page = withLines(emptyPage(width, height), { width, height }, text.lines)
  const {
    blocks,
    furniture,
    places,
    text: written,
  } = writePages(pageParts([page]), bodySizeOf(page.pieces), new Map([[1, text.confidence]]))
  return { text: written, blocks, furniture, places, stated: {}, warnings: [], reader: packageNamed('tesseract.js') }
}
