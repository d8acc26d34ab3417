import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { openThread, startModule } from '../../concurrency/thread.ts'
import { OutOfTime } from '../../concurrency/time-limit.ts'
import { QuothError } from '../../domain/error.ts'
import { msg } from '../../domain/message.ts'
import type { Source } from '../../domain/source.ts'
import { failureOf, isOutOfMemory } from '../failure.ts'
import { type Document, readDocument } from '../read-document.ts'
import type { Outcome } from './serve-documents.ts'

/**
 * Reads documents without stalling the event loop: in a thread of their own, one after the other, large ones, small ones when
 * there are many, and those that take long; others with a turn of the loop before each.
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
 * What the main thread reads itself: most articles and notes. Telling the parts of one apart may take `mostHere` milliseconds,
 * else the thread begins anew; the rest takes as long at most. Starting the thread takes 0.5 s.
 */
const small = { bytes: 32_768, lines: 1500 }
const mostHere = 100

const isSmall = (bytes: Uint8Array): boolean => {
  if (bytes.length > small.bytes) return false
  let lines = 0
  for (const byte of bytes) if (byte === 0x0a) lines += 1
  return lines <= small.lines
}

/**
 * After so many bytes without a pause of so many milliseconds, small documents are read in the thread as well: while a folder of
 * thousands is read, the main thread goes on answering, and its memory stays a third smaller for ever.
 */
const many = { bytes: 500_000, milliseconds: 5000 }

/** The largest document takes some 30 s of a core, and the thread has only what the event loop and other programs leave. */
const limits = { milliseconds: 300_000, megabytes: 1024 }

/** How long the thread may take, in milliseconds: a small document that takes it a minute would take it for ever. */
const longestFor = ({ bytes }: Document): number =>
  Math.min(limits.milliseconds, 60_000 + Math.round(bytes.length / 50_000) * 1000)

/** An idle thread holds a hundred megabytes; in milliseconds. */
const idleBefore = 20_000

const tookTooLong = (milliseconds: number): QuothError =>
  new QuothError(
    'bad-document',
    msg`Reading took longer than ${milliseconds / 1000} s, so the file was skipped. Split it into smaller files.`,
  )

const refusalFor = (error: unknown): QuothError => new QuothError('bad-document', failureOf('reading', error))

/**
 * A reader whose thread starts with the first large document, and ends with `close` or when there was none for a while. `start`,
 * and the milliseconds that a document may take here and in the thread, are there for tests.
 */
export const openDocumentReader = <T>(
  { prepare, thread }: Preparation<T>,
  {
    start = () => startModule(thread, limits.megabytes),
    longestHere = mostHere,
    longest = longestFor,
  }: {
    readonly start?: () => Worker
    readonly longestHere?: number
    readonly longest?: (document: Document) => number
  } = {},
): DocumentReader<T> => {
  const reading = openThread<Document, Outcome<T>>(start, idleBefore)
  let last: Promise<unknown> = Promise.resolve()
  let readHere = 0
  let readSinceStart = 0
  let readLast = Number.NEGATIVE_INFINITY

  const isForThread = ({ bytes }: Document): boolean => {
    const now = performance.now()
    if (now - readLast > many.milliseconds) readHere = 0
    readLast = now
    readHere += bytes.length
    return readHere > many.bytes || !isSmall(bytes)
  }

  const readInThread = async (document: Document, signal?: AbortSignal): Promise<T> => {
    signal?.throwIfAborted()
    const milliseconds = longest(document)
    const limit = AbortSignal.timeout(milliseconds)
    try {
      const outcome = await reading.ask([document], AbortSignal.any(signal ? [limit, signal] : [limit]))
      readSinceStart += 1
      if ('prepared' in outcome) return outcome.prepared
      throw new QuothError('bad-document', outcome.refusal)
    } catch (error) {
      signal?.throwIfAborted()
      // What others before it left in the thread may be what was too much.
      if (isOutOfMemory(error) && readSinceStart > 0) {
        readSinceStart = 0
        return readInThread(document, signal)
      }
      throw limit.aborted ? tookTooLong(milliseconds) : refusalFor(error)
    }
  }

  return {
    async read(document, signal) {
      if (!isForThread(document)) {
        await nextTurn()
        signal?.throwIfAborted()
        try {
          return prepare(readDocument(document, longestHere))
        } catch (error) {
          if (!(error instanceof OutOfTime)) throw refusalFor(error)
        }
      }
      // The time limit is that of one document, and only one can be what a thread died of: so one at a time.
      const read = last.then(() => readInThread(document, signal))
      last = read.catch(() => {})
      return read
    },
    close: () => reading.close(),
  }
}
