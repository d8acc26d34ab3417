/** Common words that are also names when written in capitals; pre-tokenised lower-case text shows them after `the`. */
export const nameLikeWords: ReadonlySet<string> = new Set(['is', 'us', 'it', 'who', 'am'])

/** What the month may follow and the verb `may` does not. */
const beforeMonth = new Set('in of since until till by from before after during early late mid'.split(' '))

/**
 * Whether a `may` of a text is the month, or a family name: it has a capital within a sentence, or stands in a date.
 * @param raw the word as written; it starts at `start` of `text`
 * @param previous the folded word before it
 */
export const isMonthMay = (text: string, start: number, raw: string, previous: string): boolean => {
  if (beforeMonth.has(previous)) return true
  const isDated = /^[.,]?\s\d/.test(text.slice(start + raw.length, start + raw.length + 3))
  if (raw === 'may') return isDated && /^(?:\d{1,2}|st|nd|rd|th)$/.test(previous)
  return isDated || (raw === 'May' && /[\p{L}\p{N},] $|[(/–-]$/u.test(text.slice(Math.max(0, start - 2), start)))
}
