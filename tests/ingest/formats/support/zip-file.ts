import { strToU8, type Zippable, zipSync } from 'fflate'

/**
 * @param parts the text or bytes of each part, by its name
 * @returns a zip archive of them
 */
export const zipFile = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array => {
  const zippable: Zippable = {}
  for (const [name, part] of Object.entries(parts)) zippable[name] = typeof part === 'string' ? strToU8(part) : part
  return zipSync(zippable, { level: 6, mtime: '2020-01-01T00:00:00Z' })
}
