import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** What a thread sends before its answer. */
export type News<T> = { readonly news: T }

/** A worker thread that starts on demand, ends when idle, and is replaced when it fails. */
export type Thread<Request, Answer, Told = never> = {
  /**
   * Sends all requests and waits for the one answer. One call at a time.
   * @param onNews called with what the thread sends before that
   * @throws the signal's reason when it aborts; else the thread's error when it ends first
   */
  ask(
    requests: Iterable<Request> | AsyncIterable<Request>,
    signal: AbortSignal,
    onNews?: (told: Told) => void,
  ): Promise<Answer>
  /** Ends the thread. */
  close(): Promise<void>
}

/**
 * A thread lowers its own priority, so that its work does not slow down the event loop. Only Linux has priorities for
 * each thread; elsewhere this would lower the whole process's.
 */
const lowerPriority = process.platform === 'linux' ? `require('node:os').setPriority(10)` : ''

/**
 * A line of JavaScript that loads a module. Node 20 ignores `--import tsx` for a thread's first file, so that line
 * registers tsx for TypeScript. It is resolved here: vitest's threads run without tsx, and a bare `tsx` would be
 * resolved from the working directory.
 */
const loading = ({ href }: URL): string =>
  href.endsWith('.js')
    ? `import('${href}')`
    : `import('${import.meta.resolve('tsx/esm/api')}').then(({ register }) => { register(); return import('${href}') })`

/**
 * Starts a thread that runs a module. It loads at the usual priority: on a busy machine a low one would take ten times
 * as long, and somebody waits for the thread.
 * @param module the module's file URL; the bundle has JavaScript there
 * @param megabytes the limit of its heap
 * @returns the worker
 */
export const startModule = (module: URL, megabytes: number): Worker =>
  new Worker(`${loading(module)}.then(() => { ${lowerPriority} })`, {
    eval: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })

const isNews = (message: unknown): message is News<unknown> =>
  typeof message === 'object' && message !== null && 'news' in message

/** The thread's next message that is no news. Rejects when it ends first. */
const answerOf = (worker: Worker, onNews: (told: unknown) => void): Promise<unknown> => {
  const settled = new AbortController()
  const { signal } = settled
  const ended = once(worker, 'exit', { signal }).then(() => {
    throw new Error('the worker thread ended')
  })
  // The abort rejects it when the answer came first, and nobody awaits it any more.
  ended.catch(() => {})
  let hear = (_: unknown): void => {}
  const answered = new Promise<unknown>((resolve) => {
    hear = (message) => (isNews(message) ? onNews(message.news) : resolve(message))
    worker.on('message', hear)
  })
  return Promise.race([answered, ended]).finally(() => {
    worker.off('message', hear)
    settled.abort()
  })
}

/**
 * @param start starts the worker
 * @param idleBefore milliseconds without a request after which the worker is ended
 * @returns the thread
 */
export const openThread = <Request, Answer, Told = never>(
  start: () => Worker,
  idleBefore: number,
): Thread<Request, Answer, Told> => {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined

  const forget = (ended: Worker): void => {
    if (worker === ended) worker = null
  }
  const startWorker = (): Worker => {
    const started = start()
    // Whoever waits for a busy thread gets its error; an idle one is just replaced.
    started.on('error', () => forget(started))
    started.on('exit', () => forget(started))
    return started
  }
  /** Forgets the thread first, so that nothing more is sent to it. */
  const end = async (ending: Worker): Promise<void> => {
    forget(ending)
    await ending.terminate()
  }

  return {
    ask: async (requests, signal, onNews = () => {}) => {
      signal.throwIfAborted()
      clearTimeout(idle)
      worker ??= startWorker()
      const current = worker
      const stop = (): void => void end(current)
      signal.addEventListener('abort', stop)
      current.ref()
      try {
        const answer = answerOf(current, (told) => onNews(told as Told))
        // It may reject while requests are still being sent; it is awaited after that.
        answer.catch(() => {})
        for await (const request of requests) current.postMessage(request)
        return (await answer) as Answer
      } catch (error) {
        // Requests without an answer must not become part of the next call.
        await end(current)
        signal.throwIfAborted()
        throw error
      } finally {
        signal.removeEventListener('abort', stop)
        // An idle thread must not keep a process alive.
        current.unref()
        idle = setTimeout(() => void end(current), idleBefore).unref()
      }
    },
    close: async () => {
      clearTimeout(idle)
      if (worker !== null) await end(worker)
    },
  }
}
