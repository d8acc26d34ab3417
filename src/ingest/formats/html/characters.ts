import { encodingExists } from 'iconv-lite'
import { type Decoded, decode } from '../../decode.ts'

/** How far from its start a page may declare its encoding. */
const maxPrologue = 4096

const declarations = [
  /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i,
  /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})/i,
]

/**
 * @param bytes of a page
 * @returns its characters: by what the bytes show, else as the page declares, else as any text
 * @throws as `decode`
 */
export const pageCharacters = (bytes: Uint8Array): Decoded => {
  const prologue = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, maxPrologue)).toString('latin1')
  const declared = declarations.map((pattern) => pattern.exec(prologue)?.[1]).find((name) => name !== undefined)
  // A page that can be read so far is not in UTF-16.
  const isUsable = declared !== undefined && !/^(?:utf-?16|utf-?32|ucs)/i.test(declared) && encodingExists(declared)
  return decode(bytes, isUsable ? declared.toLowerCase() : null)
}
