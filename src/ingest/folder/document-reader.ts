import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { openThread, startModule } from '../../concurrency/thread.ts'
import { OutOfTime } from '../../concurrency/time-limit.ts'
import { QuothError } from '../../domain/error.ts'
import { msg } from '../../domain/message.ts'
import type { Source } from '../../domain/source.ts'
import { failureOf, isOutOfMemory } from '../failure.ts'
import { formatOf } from '../formats/formats.ts'
import { type Document, readAnyDocument } from '../read-document.ts'
import type { Outcome, PagesRead } from './serve-documents.ts'

/**
 * Reads documents without blocking the event loop: large ones, slow ones, and small ones when there are many, in a
 * worker thread, one at a time; other small ones here, yielding to the loop before each.
 */
export type DocumentReader<T> = {
  /**
   * Reads and prepares a document.
   * @param onProgress called now and then while a long one is read
   * @throws QuothError `bad-document` when it is refused, or reading fails or takes too much time or memory
   * @throws the signal's reason when it aborts
   */
  read(document: Document, signal?: AbortSignal, onProgress?: (pages: PagesRead) => void): Promise<T>
  /** Ends the thread; to be called when nothing is being read. */
  close(): Promise<void>
}

/** What to derive from each source, in the thread where it was read. */
export type Preparation<T> = {
  readonly prepare: (source: Source) => T
  /** The module for the thread; it calls `serveDocuments` with the same `prepare`. */
  readonly thread: URL
}

/**
 * Limits of what the main thread reads itself: most articles and notes. If finding the parts of one takes longer than
 * `maxHere` milliseconds, the worker thread starts it again. Starting that thread takes 0.5 s.
 */
const small = { bytes: 32_768, lines: 1500 }
const maxHere = 100

const isSmall = (bytes: Uint8Array): boolean => {
  if (bytes.length > small.bytes) return false
  let lines = 0
  for (const byte of bytes) if (byte === 0x0a) lines += 1
  return lines <= small.lines
}

/**
 * After so many bytes without a pause of so many milliseconds, small documents are read in the worker thread too: the
 * main thread keeps answering while a folder of thousands is read, and permanently takes a third less memory.
 */
const many = { bytes: 500_000, milliseconds: 5000 }

/** The largest document takes about 30 s of CPU time, and the thread gets only what others leave. */
const limits = { milliseconds: 300_000, megabytes: 1024 }

/** Pictures may take so long, in milliseconds, as long as page after page is read: Tesseract needs some seconds each. */
const forPictures = 900_000

/** The time limit for the worker thread, in milliseconds: a small document that takes a minute would never end. */
const timeLimitFor = ({ bytes }: Document): number =>
  Math.min(limits.milliseconds, 60_000 + Math.round(bytes.length / 50_000) * 1000)

/**
 * Megabytes by which the process may grow while a packed file is read: buffers stand outside the heap, which alone is
 * limited. How often that is looked at, in milliseconds.
 */
const growth = { megabytes: 700, every: 100 }

const outOfMemory = (): Error =>
  Object.assign(new Error('the process grew too much'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })

/** Limits on reading one document: its signal aborts when it takes too long or too much. */
const limitsOn = ({ path }: Document, milliseconds: number, mostGrowth: number) => {
  const format = formatOf(path)
  const [tooLong, tooMuch] = [new AbortController(), new AbortController()]
  const begun = performance.now()
  const before = process.memoryUsage.rss()
  const longest = (): number => milliseconds + (format?.mayHavePictures ? forPictures : 0) - (performance.now() - begun)
  const start = (): NodeJS.Timeout =>
    setTimeout(() => tooLong.abort(tookTooLong(milliseconds)), Math.min(milliseconds, longest())).unref()
  let timer = start()
  const looking = setInterval(() => {
    if (process.memoryUsage.rss() - before > mostGrowth * 1024 * 1024) tooMuch.abort(outOfMemory())
  }, growth.every).unref()
  if (format === null) clearInterval(looking)
  return {
    signal: AbortSignal.any([tooLong.signal, tooMuch.signal]),
    /** Another page was read, so it is not stuck. */
    goesOn: (): void => {
      clearTimeout(timer)
      timer = start()
    },
    end: (): void => {
      clearTimeout(timer)
      clearInterval(looking)
    },
  }
}

/** In milliseconds. An idle thread takes a hundred megabytes. */
const idleBefore = 20_000

const tookTooLong = (milliseconds: number): QuothError =>
  new QuothError(
    'bad-document',
    msg`Reading took longer than ${milliseconds / 1000} s, so the file was skipped. Split it into smaller files.`,
  )

const refusalFor = (error: unknown): QuothError => new QuothError('bad-document', failureOf('reading', error))

/** Milliseconds of the clock for one try at a document here, however little of a core this process gets. */
const maxTry = 1000

/**
 * Milliseconds that the first documents, whose reading compiles all patterns, may share beyond `maxHere`: the thread
 * would compile them too, after loading all modules. Loading them took this process as long as it had run when it came
 * to this one.
 */
const atFirst = Math.min(Math.max(500, performance.now()), 2000)

/**
 * Reads a document in about so many milliseconds of a core. A limit can only be set by the clock; where others had the
 * core meanwhile, more of that is given, since the thread would get even less of it.
 * @throws OutOfTime when it takes longer; whatever `readAnyDocument` throws
 */
const readBriefly = async (document: Document, milliseconds: number): Promise<Source> => {
  for (let limit = milliseconds; ; ) {
    const before = process.cpuUsage()
    try {
      return await readAnyDocument(document, limit)
    } catch (error) {
      const { user, system } = process.cpuUsage(before)
      const used = (user + system) / 1000
      if (!(error instanceof OutOfTime) || used > 0.75 * milliseconds || limit >= maxTry) throw error
      limit = Math.min(maxTry, limit * (milliseconds / Math.max(1, used)))
    }
  }
}

/**
 * @param preparation what to derive from each source
 * @param options for tests: `start` starts the thread; `longestHere` and `longest` limit the milliseconds that a
 *   document may take in the main thread and in the worker thread, `spare` is what the first ones may share beyond
 *   that in the main thread; `mostGrowth` the megabytes of a packed one. `ocr`:
 *   whether text in pictures is read
 * @returns a reader; its thread starts with the first large document
 */
export const openDocumentReader = <T>(
  { prepare, thread }: Preparation<T>,
  {
    start = () => startModule(thread, limits.megabytes),
    longestHere = maxHere,
    spare = atFirst,
    longest = timeLimitFor,
    mostGrowth = growth.megabytes,
    ocr = true,
  }: {
    readonly start?: () => Worker
    readonly longestHere?: number
    readonly spare?: number
    readonly longest?: (document: Document) => number
    readonly mostGrowth?: number
    readonly ocr?: boolean
  } = {},
): DocumentReader<T> => {
  const reading = openThread<Document, Outcome<T>, PagesRead>(start, idleBefore)
  let last: Promise<unknown> = Promise.resolve()
  let spareLeft = spare
  let readHere = 0
  let readSinceStart = 0
  let readLast = Number.NEGATIVE_INFINITY

  const isForThread = ({ path, bytes, bibliography }: Document): boolean => {
    // A large one takes a second to read, once.
    if (bibliography !== undefined) return true
    // What is packed may be a thousand times as long inside.
    if (formatOf(path) !== null) return true
    const now = performance.now()
    if (now - readLast > many.milliseconds) readHere = 0
    readLast = now
    readHere += bytes.length
    return readHere > many.bytes || !isSmall(bytes)
  }

  const readInThread = async (
    document: Document,
    signal?: AbortSignal,
    onProgress?: (pages: PagesRead) => void,
  ): Promise<T> => {
    signal?.throwIfAborted()
    const limit = limitsOn(document, longest(document), mostGrowth)
    try {
      const outcome = await reading.ask(
        [{ ...document, ocr }],
        AbortSignal.any(signal ? [limit.signal, signal] : [limit.signal]),
        (pages) => {
          limit.goesOn()
          onProgress?.(pages)
        },
      )
      readSinceStart += 1
      if ('prepared' in outcome) return outcome.prepared
      throw new QuothError('bad-document', outcome.refusal)
    } catch (error) {
      signal?.throwIfAborted()
      // Earlier documents may have used up the thread's memory: try once more in a new one.
      if (!limit.signal.aborted && isOutOfMemory(error) && readSinceStart > 0) {
        readSinceStart = 0
        return readInThread(document, signal, onProgress)
      }
      throw refusalFor(limit.signal.aborted ? limit.signal.reason : error)
    } finally {
      limit.end()
    }
  }

  return {
    async read(document, signal, onProgress) {
      if (!isForThread(document)) {
        await nextTurn()
        signal?.throwIfAborted()
        const begun = performance.now()
        try {
          return prepare(await readBriefly(document, longestHere + spareLeft))
        } catch (error) {
          if (!(error instanceof OutOfTime)) throw refusalFor(error)
        } finally {
          spareLeft = Math.max(0, spareLeft - Math.max(0, performance.now() - begun - longestHere))
        }
      }
      // One at a time: the limit is for one document, and it must be clear which one a thread died of.
      const read = last.then(() => readInThread(document, signal, onProgress))
      last = read.catch(() => {})
      return read
    },
    close: () => reading.close(),
  }
}
