import { QuothError } from '../domain/error.ts'
import { type Message, msg } from '../domain/message.ts'

/** Why the file system refused, in a whole sentence. */
export const fileProblem = (error: unknown): Message => {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return msg`It does not exist.`
  if (code === 'ENOTDIR') return msg`It is no folder.`
  if (code === 'EACCES' || code === 'EPERM')
    return msg`It may not be read. Give the account that runs Quoth the right to read it.`
  if (code === 'ELOOP') return msg`It is a link that leads back to itself.`
  // A name with U+0000, which no file has.
  if (code === 'ERR_INVALID_ARG_VALUE') return msg`It does not exist.`
  if (syscall === undefined) throw error
  return msg`It could not be read (${code ?? syscall}).`
}

/** A path from the root of a file system, of which the last part is what tells files apart. */
const wholePath = /(?:file:\/\/)?(?<![\w.])(?:\/[^\s/'":,()]+)+\/(?=[^\s/'":,()])/g

/** What a defect says of itself, for everybody: where things stand on the host's disk is left out. */
export const defectShown = (error: unknown): string => `${error}`.replace(wholePath, '')

/** What V8 says when a stack, a string, a list or the memory is full. */
const full = /call stack|Invalid (?:string|array|typed array) length|maximum size exceeded|allocation failed/

/** Whether `error` says that a document took more memory than there is. */
export const isOutOfMemory = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY' ||
  (error instanceof RangeError && full.test(error.message))

const tooMuchMemory = {
  reading: msg`Reading it took too much memory, so it was left out. Split it into parts.`,
  indexing: msg`Indexing it took too much memory, so it was left out. Split it into parts.`,
}

const defect = {
  reading: (error: string): Message => msg`Reading it failed, which is a defect of Quoth (${error}). Report it.`,
  indexing: (error: string): Message => msg`Indexing it failed, which is a defect of Quoth (${error}). Report it.`,
}

/**
 * Why a document is left out when `error` was thrown over it: what nobody foresaw must not keep the others from being read. A
 * document that is too large for the memory is no defect.
 */
export const failureOf = (doing: 'reading' | 'indexing', error: unknown): Message => {
  if (error instanceof QuothError && error.msg !== null) return error.msg
  return isOutOfMemory(error) ? tooMuchMemory[doing] : defect[doing](defectShown(error))
}
