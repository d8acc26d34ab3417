import { imageSize } from 'image-size'
import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import type { Extraction, FormattedFile } from '../format.ts'
import { packageNamed } from '../package-named.ts'
import { textWriter } from '../text-writer.ts'
import { largestPicture } from './picture.ts'
import { type RecognisedText, recognising } from './recognise.ts'

/** @throws QuothError `bad-document` if it is no picture, or one that would fill the memory */
const checkSize = (bytes: Uint8Array): void => {
  const { width, height } = sizeOf(bytes)
  if (width * height > largestPicture)
    throw new QuothError(
      'bad-document',
      msg`The picture has more than ${largestPicture / 1_000_000} million pixels. Save it smaller.`,
    )
}

const sizeOf = (bytes: Uint8Array): { readonly width: number; readonly height: number } => {
  try {
    return imageSize(bytes)
  } catch {
    throw new QuothError('bad-document', msg`The picture is damaged, or in a format that cannot be read.`)
  }
}

/** Its paragraphs, each with its lines. */
const paragraphsOf = ({ lines }: RecognisedText): readonly (readonly string[])[] => {
  const paragraphs: string[][] = []
  for (const { text, opensParagraph } of lines) {
    if (opensParagraph) paragraphs.push([])
    paragraphs.at(-1)?.push(text)
  }
  return paragraphs
}

/**
 * Reads the text in a picture.
 * @param file a picture
 * @returns its paragraphs, which stand on page 1
 * @throws QuothError `bad-document` where such reading is off, or the picture cannot be read or has no text
 */
export const extract = async ({ bytes, ocr, onProgress }: FormattedFile): Promise<Extraction> => {
  checkSize(bytes)
  if (!ocr)
    throw new QuothError('bad-document', msg`It is a picture, and reading text in pictures is off (QUOTH_OCR=false).`)
  onProgress?.(0, 1)
  const text = await recognising((recognise) => recognise(bytes))
  if (text.lines.length === 0) throw new QuothError('bad-document', msg`No text was found in the picture.`)
  const writer = textWriter()
  writer.place('page', 1, text.confidence)
  for (const lines of paragraphsOf(text)) writer.block(lines)
  return { ...writer.written(), stated: {}, warnings: [], reader: packageNamed('tesseract.js') }
}
