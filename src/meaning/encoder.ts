/** What a text is: what is asked, or what may answer it. Some encoders read the two differently. */
export type TextKind = 'question' | 'passage'

/** Turns texts into vectors of `dimensions` signed bytes: texts that mean the same have similar directions. */
export type Encoder = {
  /** Names the model; vectors of different models cannot be compared. */
  readonly model: string
  /** Whether it can encode at all: false once it has failed for good. */
  isUsable(): boolean
  /**
   * The vector of a text; a question is encoded before the passages that wait.
   * @returns null when the encoder is not usable
   */
  encode(text: string, kind: TextKind): Promise<Int8Array | null>
  close(): Promise<void>
}
