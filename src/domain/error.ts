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

/**
 * An expected failure, told to the person in one message that says what to do. Anything else that is thrown is a bug.
 * `suggestions` are values that would have worked ("did you mean"), best first.
 */
export class QuothError extends Error {
  override readonly name = 'QuothError'
  readonly code: QuothErrorCode
  readonly suggestions: readonly string[]

  constructor(code: QuothErrorCode, message: string, suggestions: readonly string[] = []) {
    super(message)
    this.code = code
    this.suggestions = suggestions
  }
}
