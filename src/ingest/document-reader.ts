import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { QuothError } from '../domain/error.ts'
import type { Source } from '../domain/source.ts'
import type { Outcome } from './document-worker.ts'
import { type Document, readDocument } from './read-document.ts'

/** Reads documents without stalling the event loop: large ones in a thread of their own. One document at a time. */
export type DocumentReader = {
  /** @throws QuothError `bad-document` also when reading takes too long or too much memory */
  read(document: Document): Promise<Source>
  close(): Promise<void>
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

/**
 * The worker is TypeScript, and Node 20 does not run `--import tsx` for the file that a thread starts with; so the thread
 * starts with a line of JavaScript that brings tsx up and imports the worker. Both are named by their files: a thread of
 * vitest runs without tsx, and a bare `tsx` would be looked up from the working directory.
 */
const startWorker = (): Worker => {
  const tsx = import.meta.resolve('tsx/esm/api')
  const worker = new URL('./document-worker.ts', import.meta.url).href
  const start = `import('${tsx}').then(({ register }) => { register(); return import('${worker}') })`
  return new Worker(start, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } })
}

const tooHeavy = (reason: string): QuothError =>
  new QuothError('bad-document', `Reading it ${reason}, so it was left out. Split it into parts.`)

const outcomeOf = async (worker: Worker, document: Document): Promise<Outcome> => {
  const stop = AbortSignal.timeout(limits.milliseconds)
  const answered = once(worker, 'message', { signal: stop })
  worker.postMessage(document)
  try {
    const [outcome] = (await answered) as [Outcome]
    return outcome
  } catch (error) {
    await worker.terminate()
    if (stop.aborted) throw tooHeavy(`took longer than ${limits.milliseconds / 1000} s`)
    if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') throw tooHeavy('took too much memory')
    throw error
  }
}

/** A reader whose thread starts with the first large document and ends with `close`. */
export const openDocumentReader = (): DocumentReader => {
  let worker: Worker | null = null
  return {
    async read(document) {
      if (isSmall(document.bytes)) return readDocument(document)
      worker ??= startWorker()
      worker.ref()
      try {
        const outcome = await outcomeOf(worker, document)
        if ('source' in outcome) return outcome.source
        throw new QuothError('bad-document', outcome.refusal)
      } finally {
        // An idle thread must not keep a process alive; a dead one is replaced.
        if (worker.threadId === -1) worker = null
        else worker.unref()
      }
    },
    async close() {
      await worker?.terminate()
      worker = null
    },
  }
}
