import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { CommandContext } from '../../command.ts'
import { defaultSettings } from '../../domain/guild-settings.ts'

/** A stream that is written to no faster than it is read, and only while somebody reads it. */
export type Output = {
  /** Resolves when more can be written. */
  write(text: string): Promise<void>
  /** Whether the reader has gone, as in `quoth … | head`. */
  readonly closed: boolean
}

/** Wraps a stream. Throws from its `error` event unless the reader has gone (`EPIPE`). */
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
      // `close` or `error` comes instead of `drain` if the reader goes while we wait.
      await Promise.race(['drain', 'close', 'error'].map((event) => once(stream, event, { signal }).catch(() => {})))
      settled.abort()
    },
    get closed() {
      return closed || stream.destroyed
    },
  }
}

/** The context of a command in a terminal: one person, and no server settings. */
export const atTerminal = {
  asker: 'terminal',
  settings: defaultSettings,
  pageSize: null,
} as const satisfies Partial<CommandContext>
