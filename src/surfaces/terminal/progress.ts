import type { Terminal } from './program.ts'
import { visibleLine } from './visible.ts'

/** Work that takes less time than this needs no progress line. */
const quietMs = 1000

export type Progress = {
  /** Sets what is being done, in a few words. */
  label(text: string): void
  done(): void
}

/** Shows what is being done once it takes over a second; on a terminal, in one line that is cleared at the end. */
export const startProgress = (screen: Terminal['stderr'], first: string): Progress => {
  const begun = performance.now()
  let text = first
  let shown: string | null = null
  const show = (): void => {
    if (text === shown) return
    const line = visibleLine(text).slice(0, (screen.columns || 80) - 2)
    screen.write(screen.isTTY ? `\r\u001b[K${line}…` : shown === null ? `${line}…\n` : '')
    shown = text
  }
  const timer = setInterval(show, quietMs)
  timer.unref()
  return {
    label(next) {
      text = next
      // The timer does not fire while work blocks the event loop.
      if (performance.now() - begun > quietMs) show()
    },
    done() {
      clearInterval(timer)
      if (shown !== null && screen.isTTY) screen.write('\r\u001b[K')
      shown = null
    },
  }
}
