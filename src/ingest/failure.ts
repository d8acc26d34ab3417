import { QuothError } from '../domain/error.ts'
import { type Said, said } from '../domain/said.ts'

/** What V8 says when a stack, a string, a list or the memory is full. */
const full = /call stack|Invalid (?:string|array|typed array) length|maximum size exceeded|allocation failed/

/** Whether `error` says that a document took more memory than there is. */
export const isOutOfMemory = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY' ||
  (error instanceof RangeError && full.test(error.message))

const tooMuchMemory = {
  reading: said`Reading it took too much memory, so it was left out. Split it into parts.`,
  indexing: said`Indexing it took too much memory, so it was left out. Split it into parts.`,
}

const defect = {
  reading: (error: string): Said => said`Reading it failed, which is a defect of Quoth (${error}). Report it.`,
  indexing: (error: string): Said => said`Indexing it failed, which is a defect of Quoth (${error}). Report it.`,
}

/**
 * Why a document is left out when `error` was thrown over it: what nobody foresaw must not keep the others from being read. A
 * document that is too large for the memory is no defect.
 */
export const failureOf = (doing: 'reading' | 'indexing', error: unknown): Said => {
  if (error instanceof QuothError && error.said !== null) return error.said
  return isOutOfMemory(error) ? tooMuchMemory[doing] : defect[doing](`${error}`)
}
