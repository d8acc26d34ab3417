import { inEnglish, type Message } from './message.ts'

/** Why a request cannot be fulfilled. A closed set: a surface may switch on it. */
export type QuothErrorCode =
  | 'bad-argument'
  | 'bad-settings'
  | 'bad-document'
  | 'unreachable'
  | 'unreadable-library'
  | 'unknown-source'
  | 'unknown-quote'
  | 'too-many-questions'
  /** This person may not do that here. */
  | 'forbidden'
  /** The stored state cannot be read or written. */
  | 'state'
  /** Another Quoth process uses the data folder, or may be using it. */
  | 'folder-in-use'

/**
 * An expected failure, with a message that says what to do. Anything else that is thrown is a bug. A message that only
 * a host reads may be a plain string. `suggestions` are values that would have worked ("did you mean"), best first.
 */
export class QuothError extends Error {
  override readonly name = 'QuothError'
  readonly code: QuothErrorCode
  /** The translatable message; null when it is for a host only, in English. */
  readonly msg: Message | null
  readonly suggestions: readonly string[]

  constructor(code: QuothErrorCode, message: Message | string, suggestions: readonly string[] = []) {
    super(typeof message === 'string' ? message : inEnglish(message))
    this.code = code
    this.msg = typeof message === 'string' ? null : message
    this.suggestions = suggestions
  }
}
