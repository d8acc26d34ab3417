import { type Said, said } from '../domain/said.ts'

/** Why the file system refused, in a whole sentence. */
export const fileProblem = (error: unknown): Said => {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return said`It does not exist.`
  if (code === 'ENOTDIR') return said`It is no folder.`
  if (code === 'EACCES' || code === 'EPERM')
    return said`It may not be read. Give the account that runs Quoth the right to read it.`
  if (code === 'ELOOP') return said`It is a link that leads back to itself.`
  // A name with U+0000, which no file has.
  if (code === 'ERR_INVALID_ARG_VALUE') return said`It does not exist.`
  if (syscall === undefined) throw error
  return said`It could not be read (${code ?? syscall}).`
}

/** A path from the root of a file system, of which the last part is what tells files apart. */
const wholePath = /(?:file:\/\/)?(?<![\w.])(?:\/[^\s/'":,()]+)+\/(?=[^\s/'":,()])/g

/** What a defect says of itself, for everybody: where things stand on the host's disk is left out. */
export const defectShown = (error: unknown): string => `${error}`.replace(wholePath, '')
