import type { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import { refuseBombs } from './inflated-size.ts'

type Pdfjs = Awaited<ReturnType<typeof getResolvedPDFJS>>

/** A document and a page of pdf.js. */
export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/** pdf.js hands fonts over with it, and Node 20 has none. */
const withTransfer = (): void => {
  const prototype = ArrayBuffer.prototype as unknown as { transferToFixedLength?: (length?: number) => ArrayBuffer }
  prototype.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    const copy = new Uint8Array(length)
    copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
    return copy.buffer
  }
}

/**
 * @returns pdf.js
 */
export const loadPdfjs = async (): Promise<Pdfjs> => {
  withTransfer()
  const { getResolvedPDFJS } = await import('unpdf')
  return await getResolvedPDFJS()
}

/** Pictures of more pixels are left out: 1 for all. */
export type Pictures = 'left-out' | 'read'

const maxPixels: Readonly<Record<Pictures, number>> = { 'left-out': 1, read: 60_000_000 }

const openOptions = (bytes: Uint8Array, pictures: Pictures) => ({
  // pdf.js empties the array that it is given.
  data: Uint8Array.from(bytes),
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: false,
  useWorkerFetch: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  enableXfa: false,
  maxImageSize: maxPixels[pictures],
  verbosity: 0,
})

/** `%PDF-` stands in the first kilobyte, as viewers ask. */
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')

const refusal = (error: unknown): QuothError => {
  const { name } = error as Error
  if (name === 'PasswordException')
    return new QuothError('bad-document', msg`It is encrypted and needs a password. Save a copy without one.`)
  return new QuothError('bad-document', msg`It is damaged: its pages cannot be found.`)
}

/**
 * Opens a file. Nothing of it is run, and nothing else is fetched.
 * @param bytes of the file
 * @param pictures whether pictures are decoded
 * @returns the document, to be destroyed when it was read
 * @throws QuothError `bad-document` if it is no PDF, encrypted, damaged or unpacks to too much
 */
export const openPdf = async (bytes: Uint8Array, pictures: Pictures = 'left-out'): Promise<PdfDocument> => {
  if (!isPdf(bytes)) throw new QuothError('bad-document', msg`It is not a PDF, whatever its name says.`)
  refuseBombs(bytes)
  const { getDocument } = await loadPdfjs()
  try {
    return await getDocument(openOptions(bytes, pictures)).promise
  } catch (error) {
    throw refusal(error)
  }
}
