import { inEnglish, type Message } from './message.ts'

/** Why something that a person asked for cannot be done. Closed: a surface may switch on it. */
export type QuothErrorCode =
  | 'bad-argument'
  | 'bad-settings'
  | 'bad-document'
  | 'unreachable'
  | 'unreadable-library'
  | 'unknown-source'
  | 'unknown-quote'
  | 'too-many-questions'
  /** What is kept cannot be read or written. */
  | 'state'
  /** Another Quoth works in the data folder, or may do so. */
  | 'folder-in-use'

/**
 * An expected failure, told to the person in one message that says what to do. Anything else that is thrown is a bug.
 * What only a host reads may be a plain string. `suggestions` are values that would have worked ("did you mean"), best first.
 */
export class QuothError extends Error {
  override readonly name = 'QuothError'
  readonly code: QuothErrorCode
  /** The message as a surface says it in its reader's language; null where it is for a host alone, in English. */
  readonly msg: Message | null
  readonly suggestions: readonly string[]

  constructor(code: QuothErrorCode, message: Message | string, suggestions: readonly string[] = []) {
    super(typeof message === 'string' ? message : inEnglish(message))
    this.code = code
    this.msg = typeof message === 'string' ? null : message
    this.suggestions = suggestions
  }
}
