import { decode, encodingExists } from 'iconv-lite'

/** The encodings of fonts, by the number of their character set. Others are in that of the document. */
const charsets: ReadonlyMap<number, string> = new Map([
  [77, 'macintosh'],
  [128, 'cp932'],
  [129, 'cp949'],
  [130, 'cp949'],
  [134, 'cp936'],
  [136, 'cp950'],
  [161, 'cp1253'],
  [162, 'cp1254'],
  [163, 'cp1258'],
  [177, 'cp1255'],
  [178, 'cp1256'],
  [186, 'cp1257'],
  [204, 'cp1251'],
  [222, 'cp874'],
  [238, 'cp1250'],
  [254, 'cp437'],
  [255, 'cp437'],
])

/** The character set of fonts whose characters are pictures, such as Wingdings. */
const symbols = 'symbols'

const isOfTwoBytes = (encoding: string): boolean => /^cp9[345]\d$/.test(encoding)

/**
 * @param charset the number that a font states
 * @param ofDocument the encoding of the document
 * @returns the font's encoding: where the document's has two bytes a character, a font of Latin letters has one
 */
export const encodingOfCharset = (charset: number, ofDocument: string): string => {
  if (charset === 2) return symbols
  if (charset === 0 && isOfTwoBytes(ofDocument)) return 'cp1252'
  return charsets.get(charset) ?? ofDocument
}

/**
 * @param page the number of a code page
 * @returns its encoding; null if there is none
 */
export const encodingOfPage = (page: number): string | null => {
  if (page === 65001) return 'utf-8'
  if (page === 10000) return 'macintosh'
  return encodingExists(`cp${page}`) ? `cp${page}` : null
}

/** Of pictures, the bullet of Symbol alone is a character that everybody reads. */
const symbolOf = (byte: number): string => (byte === 0xb7 || byte === 0xa7 ? '•' : byte === 0x20 ? ' ' : '')

/**
 * @param bytes of a text
 * @param encoding of its font
 * @returns its characters
 */
export const decodedBytes = (bytes: readonly number[], encoding: string): string =>
  encoding === symbols ? bytes.map(symbolOf).join('') : decode(Buffer.from(bytes), encoding)

/**
 * @param code a UTF-16 unit, as RTF writes it
 * @returns its character; those of a font with pictures stand in a range of their own
 */
export const unitShown = (code: number): string => {
  const unit = code & 0xffff
  return unit >= 0xf000 && unit <= 0xf0ff ? symbolOf(unit & 0xff) : String.fromCharCode(unit)
}

/**
 * @param text joined of what `unitShown` returned
 * @returns it without halves of characters
 */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')
