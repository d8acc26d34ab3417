import { styleText } from 'node:util'
import type { Terminal } from './terminal.ts'

/** How words of ours are set off on a screen; the words of a quote never are. */
export type Paint = {
  heading(text: string): string
  faint(text: string): string
  warning(text: string): string
}

const plain: Paint = { heading: (text) => text, faint: (text) => text, warning: (text) => text }

/** Whether there is colour is decided below, so `styleText` must not look at the process again. */
const always = { validateStream: false }

const coloured: Paint = {
  heading: (text) => styleText('bold', text, always),
  faint: (text) => styleText('dim', text, always),
  warning: (text) => styleText('yellow', text, always),
}

/** Colour on a terminal that can; `FORCE_COLOR` (but `0` or `false`) asks for it anywhere, `NO_COLOR` forbids it. */
const hasColour = (screen: Terminal['stdout'], env: Terminal['env']): boolean => {
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (env['NO_COLOR']) return false
  return screen.isTTY === true && env['TERM'] !== 'dumb'
}

export const paintFor = (screen: Terminal['stdout'], env: Terminal['env']): Paint =>
  hasColour(screen, env) ? coloured : plain
