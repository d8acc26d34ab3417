import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { CommandContext } from '../../command.ts'
import { usualSettings } from '../../domain/guild-settings.ts'

/** A stream that is written to no faster than it is read, and no longer. */
export type Output = {
  /** Resolves when more may be written. */
  write(text: string): Promise<void>
  /** Whether the reader has gone (`quoth … | head`): there is nobody to write for. */
  readonly closed: boolean
}

/** @throws when the stream fails for another reason than a reader that has gone. */
export const outputTo = (stream: Writable): Output => {
  let closed = false
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    closed = true
  })
  return {
    async write(text) {
      if (closed || stream.destroyed || text === '') return
      if (stream.write(text)) return
      const settled = new AbortController()
      const { signal } = settled
      // `close` and `error` come instead of `drain` when the reader goes while we wait.
      await Promise.race(['drain', 'close', 'error'].map((event) => once(stream, event, { signal }).catch(() => {})))
      settled.abort()
    },
    get closed() {
      return closed || stream.destroyed
    },
  }
}

/** Who asks in a terminal, and how it is answered: there is one person at it, and no server whose settings count. */
export const atTerminal = {
  asker: 'terminal',
  settings: usualSettings,
  pageSize: null,
} as const satisfies Partial<CommandContext>
