import type { Terminal } from './program.ts'
import { visible } from './visible.ts'

type Screen = Terminal['stdout']

const esc = '\u001b'
/** What a terminal is sent of ours besides text: the colours of `paint.ts`, and the wiped line of `progress.ts`. */
const ownMarks = new RegExp(`(${esc}\\[(?:1|2|22|33|39)m|\\r${esc}\\[K)`)
/** What Node's line editor moves the cursor with. */
const cursorMarks = new RegExp(`(${esc}\\[\\d*(?:;\\d+)?[A-DGHJK]|\\r)`)

/** Text made visible but for `marks`, whose group keeps them in the odd places of what is split at them. */
const besides = (text: string, marks: RegExp): string =>
  text
    .split(marks)
    .map((part, at) => (at % 2 === 0 ? visible(part) : part))
    .join('')

const guarded = (screen: Screen, marks: RegExp): Screen =>
  screen.isTTY !== true
    ? screen
    : new Proxy(screen, {
        get(target, name) {
          if (name === 'write')
            return (chunk: unknown, ...rest: []) =>
              target.write(typeof chunk === 'string' ? besides(chunk, marks) : chunk, ...rest)
          const value: unknown = Reflect.get(target, name, target)
          return typeof value === 'function' ? value.bind(target) : value
        },
      })

/**
 * The stream that everything for a terminal goes through: whatever text it is given, the terminal obeys nothing in it but
 * our own marks. A pipe or a file gets the bytes as they are.
 */
export const inertScreen = (screen: Screen): Screen => guarded(screen, ownMarks)

/** The same for Node's line editor, which moves the cursor. It takes no escape sequence into the line that is typed. */
export const inertPromptScreen = (screen: Screen): Screen => guarded(screen, cursorMarks)
