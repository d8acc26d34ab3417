import type { Upload } from './loopback/attachment.ts'
import { createSecret, forgetOldest } from './loopback/world.ts'

/** Files that were uploaded and not used yet: more than one message or form takes. */
const maxUnused = 20

/** Files that the page has uploaded, before it says what for. */
export type Uploads = {
  /** Bytes that one file may have. */
  readonly limit: number
  /** Keeps a file until it is used. @returns what the page names it by */
  keep(file: Upload): string
  /** The file that the page names, which is used now. @throws Error if it is not kept */
  take(name: string): Upload
}

export const createUploads = (limit: number): Uploads => {
  const kept = new Map<string, Upload>()
  return {
    limit,
    keep: (file) => {
      const name = createSecret()
      kept.set(name, file)
      forgetOldest(kept, maxUnused)
      return name
    },
    take: (name) => {
      const file = kept.get(name)
      if (file === undefined) throw new Error('A file was not uploaded. Choose it again.')
      kept.delete(name)
      return file
    },
  }
}
