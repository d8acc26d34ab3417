/** Whoever asks in a terminal: there is one person at it. */
export const asker = 'terminal'
