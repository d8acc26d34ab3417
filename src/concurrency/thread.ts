import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** A thread that is started when it is needed, ended when it has been idle, and replaced when it failed. */
export type Thread<Request, Answer> = {
  /**
   * Sends `requests` and gives the thread's answer, of which there is one to all of them. One call at a time. Rejects when
   * the thread ends first: by a defect, for want of memory, by `close`, or because `signal` aborts, with its reason.
   */
  ask(requests: Iterable<Request> | AsyncIterable<Request>, signal: AbortSignal): Promise<Answer>
  /** Ends the thread. */
  close(): Promise<void>
}

/**
 * What a thread does first: it takes a core only where the event loop leaves one. Linux knows a priority of each thread, and
 * takes this one for that of the thread which asks; elsewhere it would be that of the whole process.
 */
const makeWay = process.platform === 'linux' ? `require('node:os').setPriority(10)` : ''

/**
 * Starts a thread that runs `module`, with `megabytes` for its objects. The module is TypeScript, and Node 20 does not run
 * `--import tsx` for the file that a thread starts with; so the thread starts with a line of JavaScript that brings tsx up and
 * imports the module. Both are named by their files: a thread of vitest runs without tsx, and a bare `tsx` would be looked
 * up from the working directory.
 */
export const startModule = (module: URL, megabytes: number): Worker => {
  const tsx = import.meta.resolve('tsx/esm/api')
  const start = `${makeWay}; import('${tsx}').then(({ register }) => { register(); return import('${module.href}') })`
  return new Worker(start, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: megabytes } })
}

/** What the thread says next. Rejects when it ends first. */
const answerOf = async (worker: Worker): Promise<unknown> => {
  const settled = new AbortController()
  const { signal } = settled
  const ended = once(worker, 'exit', { signal }).then(() => {
    throw new Error('the worker thread ended')
  })
  try {
    const [answer] = await Promise.race([once(worker, 'message', { signal }), ended])
    return answer
  } finally {
    settled.abort()
    // What was waited for in vain is settled by the abort, and nobody is left to hear of it.
    ended.catch(() => {})
  }
}

/** A thread that `start` starts, and that ends when nothing was asked of it for `idleBefore` milliseconds. */
export const openThread = <Request, Answer>(start: () => Worker, idleBefore: number): Thread<Request, Answer> => {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined

  const forget = (ended: Worker): void => {
    if (worker === ended) worker = null
  }
  const startAnew = (): Worker => {
    const started = start()
    // Why a busy thread ended is told to whoever waits for it; an idle one is only to be replaced.
    started.on('error', () => forget(started))
    started.on('exit', () => forget(started))
    return started
  }
  /** Forgotten first: a thread that is about to end must not be asked. */
  const end = async (ending: Worker): Promise<void> => {
    forget(ending)
    await ending.terminate()
  }

  return {
    ask: async (requests, signal) => {
      signal.throwIfAborted()
      clearTimeout(idle)
      worker ??= startAnew()
      const current = worker
      const stop = (): void => void end(current)
      signal.addEventListener('abort', stop)
      current.ref()
      try {
        const answer = answerOf(current)
        // It may fail while requests are still being sent; that is told when they are.
        answer.catch(() => {})
        for await (const request of requests) current.postMessage(request)
        return (await answer) as Answer
      } catch (error) {
        // Requests without their answer must not become part of the next ones.
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
