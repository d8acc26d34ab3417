import { type Said, said } from '../domain/said.ts'

const signatures: readonly (readonly [type: Said, bytes: readonly number[]])[] = [
  [said`a PDF`, [0x25, 0x50, 0x44, 0x46, 0x2d]],
  [said`a ZIP archive (or a Word, Excel or EPUB file)`, [0x50, 0x4b, 0x03, 0x04]],
  [said`an empty ZIP archive`, [0x50, 0x4b, 0x05, 0x06]],
  [said`a PNG image`, [0x89, 0x50, 0x4e, 0x47]],
  [said`a JPEG image`, [0xff, 0xd8, 0xff]],
  [said`a GIF image`, [0x47, 0x49, 0x46, 0x38]],
  [said`a gzip archive`, [0x1f, 0x8b]],
  [said`a 7-Zip archive`, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  [said`a RAR archive`, [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  [said`a bzip2 archive`, [0x42, 0x5a, 0x68, 0x39]],
  [said`an old Word or Excel file`, [0xd0, 0xcf, 0x11, 0xe0]],
  [said`a Linux program`, [0x7f, 0x45, 0x4c, 0x46]],
  [said`an SQLite database`, [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  [said`an RTF document`, [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

/** Windows programs open with `MZ` and name themselves a little later; the two letters alone may open a text. */
const isWindowsProgram = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x4d && bytes[1] === 0x5a && bytes.subarray(0, 1024).includes(0)

/** What a document that is no text really is, by its first bytes: `a PDF`; null when no signature is known. */
export const binaryType = (bytes: Uint8Array): Said | null => {
  if (isWindowsProgram(bytes)) return said`a Windows program`
  const match = signatures.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))
  return match?.[0] ?? null
}

/** Whether more than a tenth of a decoded text is control characters, as no document is. */
export const isMostlyControl = (text: string): boolean => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0
  return controls * 10 > text.length
}
