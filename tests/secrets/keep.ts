import { afterAll, vi } from 'vitest'
import { keepWritten } from './written.ts'

// Before each test file: what the program writes in this process is kept, its log and its terminal.
const kept = Symbol.for('quoth.kept')
for (const stream of [process.stdout, process.stderr] as (NodeJS.WriteStream & { [kept]?: true })[]) {
  // Files share a process.
  if (stream[kept]) continue
  stream[kept] = true
  const write = stream.write.bind(stream) as (...args: unknown[]) => boolean
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    keepWritten(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())
    return write(chunk, ...rest)
  }
}

// A test that failed leaves the next file the real clock.
afterAll(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

vi.mock('../../src/observability/log.ts', async (original) => {
  const actual = await original<typeof import('../../src/observability/log.ts')>()
  const createLog: typeof actual.createLog = (options = {}) =>
    actual.createLog({
      ...options,
      write: (line) => {
        keepWritten(line)
        if (options.write === undefined) process.stderr.write(line)
        else options.write(line)
      },
    })
  return { ...actual, createLog }
})
