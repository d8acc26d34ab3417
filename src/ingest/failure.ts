import { QuothError } from '../domain/error.ts'
import { type Message, msg } from '../domain/message.ts'

/** Why the file system refused, in a whole sentence. */
export const fileProblem = (error: unknown): Message => {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return msg`It does not exist.`
  if (code === 'ENOTDIR') return msg`It is not a folder.`
  if (code === 'EACCES' || code === 'EPERM')
    return msg`Permission denied. Give the account that runs Quoth read access.`
  if (code === 'ELOOP') return msg`It is a link that points to itself.`
  // A name with U+0000, which no file has.
  if (code === 'ERR_INVALID_ARG_VALUE') return msg`It does not exist.`
  if (syscall === undefined) throw error
  return msg`Read error: ${code ?? syscall}.`
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
  reading: msg`Reading took too much memory, so the file was skipped. Split it into smaller files.`,
  indexing: msg`Indexing took too much memory, so the file was skipped. Split it into smaller files.`,
}

const defect = {
  reading: (error: string): Message => msg`Reading failed because of a bug in Quoth (${error}). Please report it.`,
  indexing: (error: string): Message => msg`Indexing failed because of a bug in Quoth (${error}). Please report it.`,
}

/**
 * Why a document is left out when `error` was thrown over it: what nobody foresaw must not keep the others from being read. A
 * document that is too large for the memory is no defect.
 */
export const failureOf = (doing: 'reading' | 'indexing', error: unknown): Message => {
  if (error instanceof QuothError && error.msg !== null) return error.msg
  return isOutOfMemory(error) ? tooMuchMemory[doing] : defect[doing](defectShown(error))
}
