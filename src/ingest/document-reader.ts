import { on } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { QuothError } from '../domain/error.ts'
import type { Source } from '../domain/source.ts'
import { type Document, readDocument } from './read-document.ts'
import type { Answer, Outcome, Request } from './serve-documents.ts'

/**
 * Reads documents without stalling the event loop: large ones in a thread of their own, one after the other, and small ones
 * with a turn of the loop before each.
 */
export type DocumentReader<T> = {
  /**
   * What the reader's preparation makes of the document. When `signal` aborts, reading stops and its reason is thrown.
   * @throws QuothError `bad-document` also when reading fails, or takes too long or too much memory
   */
  read(document: Document, signal?: AbortSignal): Promise<T>
  /** Ends the thread; to be called when nothing is being read. */
  close(): Promise<void>
}

/** What is made of each source, where it was read: the larger part of the work may then be done in the thread too. */
export type Preparation<T> = {
  readonly prepare: (source: Source) => T
  /** The module that a thread runs: it calls `serveDocuments` with the same `prepare`. */
  readonly thread: URL
}

/**
 * What the main thread reads itself: most articles and notes. Even text made to be slow takes it less than 0.2 s; starting
 * the thread takes 0.5 s.
 */
const small = { bytes: 32_768, lines: 1500 }

const isSmall = (bytes: Uint8Array): boolean => {
  if (bytes.length > small.bytes) return false
  let lines = 0
  for (const byte of bytes) if (byte === 0x0a) lines += 1
  return lines <= small.lines
}

const limits = { milliseconds: 60_000, megabytes: 1024 }

/** An idle thread holds a hundred megabytes; in milliseconds. */
const idleBefore = 20_000

/**
 * The worker is TypeScript, and Node 20 does not run `--import tsx` for the file that a thread starts with; so the thread
 * starts with a line of JavaScript that brings tsx up and imports the worker. Both are named by their files: a thread of
 * vitest runs without tsx, and a bare `tsx` would be looked up from the working directory.
 */
const startThread = (thread: URL): Worker => {
  const tsx = import.meta.resolve('tsx/esm/api')
  const start = `import('${tsx}').then(({ register }) => { register(); return import('${thread.href}') })`
  return new Worker(start, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } })
}

/** The worker's answer to this request, and to no other. Throws when the worker ends first, which `stop` makes it do. */
const answerTo = async <T>(request: Request, worker: Worker, stop: AbortSignal): Promise<Outcome<T>> => {
  const end = (): void => void worker.terminate()
  stop.addEventListener('abort', end)
  try {
    const answers = on(worker, 'message', { close: ['exit'] })
    worker.postMessage(request)
    for await (const [{ id, outcome }] of answers as AsyncIterable<[Answer<T>]>) if (id === request.id) return outcome
    throw new Error('its thread ended')
  } finally {
    stop.removeEventListener('abort', end)
  }
}

const leftOut = (reason: string): QuothError =>
  new QuothError('bad-document', `Reading it ${reason}, so it was left out. Split it into parts.`)

/** What no reader foresaw is told of the one document that it is about: it must not keep the others from being read. */
const refusalFor = (error: unknown): QuothError => {
  if (error instanceof QuothError) return error
  if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return leftOut('took too much memory')
  return new QuothError('bad-document', `Reading it failed, which is a defect of Quoth (${error}). Report it.`)
}

/**
 * A reader whose thread starts with the first large document, and ends with `close` or when there was none for a while. `start`
 * and `milliseconds`, the time that one document may take, are there for tests.
 */
export const openDocumentReader = <T>(
  { prepare, thread }: Preparation<T>,
  {
    start = () => startThread(thread),
    milliseconds = limits.milliseconds,
  }: { readonly start?: () => Worker; readonly milliseconds?: number } = {},
): DocumentReader<T> => {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let requests = 0
  let last: Promise<unknown> = Promise.resolve()

  const startAnew = (): Worker => {
    const started = start()
    const replace = (): void => {
      if (worker === started) worker = null
    }
    // Why a busy thread ended is told to whoever waits for it; an idle one is only to be replaced.
    started.on('error', replace)
    started.on('exit', replace)
    return started
  }

  /** Forgotten first: a thread that is about to end must not be asked. */
  const endIdle = (thread: Worker): void => {
    if (worker === thread) worker = null
    void thread.terminate()
  }

  const readInThread = async (document: Document, signal?: AbortSignal): Promise<T> => {
    signal?.throwIfAborted()
    clearTimeout(idle)
    worker ??= startAnew()
    const current = worker
    const limit = AbortSignal.timeout(milliseconds)
    requests += 1
    current.ref()
    try {
      const request = { id: requests, document }
      const outcome = await answerTo<T>(request, current, AbortSignal.any(signal ? [limit, signal] : [limit]))
      if ('prepared' in outcome) return outcome.prepared
      throw new QuothError('bad-document', outcome.refusal)
    } catch (error) {
      signal?.throwIfAborted()
      throw limit.aborted ? leftOut(`took longer than ${milliseconds / 1000} s`) : refusalFor(error)
    } finally {
      // An idle thread must not keep a process alive.
      current.unref()
      idle = setTimeout(() => endIdle(current), idleBefore).unref()
    }
  }

  return {
    async read(document, signal) {
      if (isSmall(document.bytes)) {
        await nextTurn()
        signal?.throwIfAborted()
        try {
          return prepare(readDocument(document))
        } catch (error) {
          throw refusalFor(error)
        }
      }
      // The time limit is that of one document, and only one can be what a thread died of: so one at a time.
      const read = last.then(() => readInThread(document, signal))
      last = read.catch(() => {})
      return read
    },
    async close() {
      clearTimeout(idle)
      await worker?.terminate()
    },
  }
}
