/** The secret that a bot shows, until Discord takes it back. */
export type BotToken = {
  readonly value: string
  accepts(shown: string): boolean
  /** From now on no one is let in with it. */
  revoke(): void
}

export const createBotToken = (value: string): BotToken => {
  let isValid = true
  return {
    value,
    accepts: (shown) => isValid && shown === value,
    revoke: () => {
      isValid = false
    },
  }
}
