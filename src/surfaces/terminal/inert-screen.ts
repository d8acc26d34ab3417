import type { Terminal } from './program.ts'
import { visible } from './visible.ts'

type Screen = Terminal['stdout']

const esc = '\u001b'
/** The escape sequences that we write: the colours of `page.ts`, and `progress.ts` clearing its line. */
const ourSequences = new RegExp(`(${esc}\\[(?:1|2|22|33|39)m|\\r${esc}\\[K)`)
/** The escape sequences with which Node’s line editor moves the cursor. */
const cursorSequences = new RegExp(`(${esc}\\[\\d*(?:;\\d+)?[A-DGHJK]|\\r)`)

/** Makes control characters visible, except in `allowed`, whose one group keeps the matches at the odd indices. */
const visibleExcept = (text: string, allowed: RegExp): string =>
  text
    .split(allowed)
    .map((part, index) => (index % 2 === 0 ? visible(part) : part))
    .join('')

const guarded = (screen: Screen, allowed: RegExp): Screen =>
  screen.isTTY !== true
    ? screen
    : new Proxy(screen, {
        get(target, name) {
          if (name === 'write')
            return (chunk: unknown, ...rest: []) =>
              target.write(typeof chunk === 'string' ? visibleExcept(chunk, allowed) : chunk, ...rest)
          const value: unknown = Reflect.get(target, name, target)
          return typeof value === 'function' ? value.bind(target) : value
        },
      })

/**
 * A stream for everything that goes to the screen. A terminal obeys no escape sequence in it except ours; a pipe or a
 * file gets the bytes unchanged.
 */
export const inertScreen = (screen: Screen): Screen => guarded(screen, ourSequences)

/** The same for Node’s line editor, which moves the cursor but keeps escape sequences out of the line being typed. */
export const inertPromptScreen = (screen: Screen): Screen => guarded(screen, cursorSequences)
