import type { Terminal } from './program.ts'
import { visibleLine } from './visible.ts'

/** Work that is quicker than this needs no word. */
const patienceMs = 1000

export type Progress = {
  /** What is being done, in a few words. */
  label(text: string): void
  done(): void
}

/** Says on `screen` what is being done once it takes over a second: on a terminal in one line that is wiped at the end. */
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
  const timer = setInterval(show, patienceMs)
  timer.unref()
  return {
    label(next) {
      text = next
      // Work that keeps the event loop busy lets no timer through.
      if (performance.now() - begun > patienceMs) show()
    },
    done() {
      clearInterval(timer)
      if (shown !== null && screen.isTTY) screen.write('\r\u001b[K')
      shown = null
    },
  }
}
