import { QuothError } from '../domain/error.ts'
import { type Message, msg } from '../domain/message.ts'

/**
 * @param error thrown by the file system
 * @returns what is wrong, in whole sentences
 * @throws `error` if it is not the file system's
 */
export const fileProblem = (error: unknown): Message => {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return msg`It does not exist.`
  if (code === 'ENOTDIR') return msg`It is not a folder.`
  if (code === 'EACCES' || code === 'EPERM')
    return msg`Permission denied. Give the account that runs Quoth read access.`
  if (code === 'ELOOP') return msg`It is a link that points to itself.`
  // The name contains U+0000, which no file name can.
  if (code === 'ERR_INVALID_ARG_VALUE') return msg`It does not exist.`
  if (syscall === undefined) throw error
  return msg`Read error: ${code ?? syscall}.`
}

/** The folders of an absolute path. */
const absolutePath = /(?:file:\/\/)?(?<![\w.])(?:\/[^\s/'":,()]+)+\/(?=[^\s/'":,()])/g

/**
 * @param error a bug
 * @returns its text for everybody, without the host's folders
 */
export const defectShown = (error: unknown): string => `${error}`.replace(absolutePath, '')

/** V8's messages when a stack, a string, an array or the memory is full. */
const outOfMemory = /call stack|Invalid (?:string|array|typed array) length|maximum size exceeded|allocation failed/

/**
 * @param error anything thrown
 * @returns whether a document took too much memory
 */
export const isOutOfMemory = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY' ||
  (error instanceof RangeError && outOfMemory.test(error.message))

const tooMuchMemory = {
  reading: msg`Reading took too much memory, so the file was skipped. Split it into smaller files.`,
  indexing: msg`Indexing took too much memory, so the file was skipped. Split it into smaller files.`,
}

const defect = {
  reading: (error: string): Message => msg`Reading failed because of a bug in Quoth (${error}). Please report it.`,
  indexing: (error: string): Message => msg`Indexing failed because of a bug in Quoth (${error}). Please report it.`,
}

/**
 * Turns an error into a refusal, since a bug with one document must not keep others from being read. Running out of
 * memory is not a bug.
 * @param doing what was being done
 * @param error what was thrown
 * @returns why the document is skipped
 */
export const failureOf = (doing: 'reading' | 'indexing', error: unknown): Message => {
  if (error instanceof QuothError && error.msg !== null) return error.msg
  return isOutOfMemory(error) ? tooMuchMemory[doing] : defect[doing](defectShown(error))
}
