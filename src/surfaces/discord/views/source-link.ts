import type { Citation } from '../../../domain/citation.ts'
import type { Quote } from '../../../domain/quote.ts'
import type { Say } from '../../../wording/say.ts'
import { limits } from '../messages/budget.ts'
import type { Button } from '../messages/view.ts'

/** Words at each end of a quote that are enough to find it on its page. */
const wordsAtEnds = 6

/** `words` as a part of a text directive, where `-`, `,` and `&` have a meaning. */
const encoded = (words: readonly string[]): string =>
  encodeURIComponent(words.join(' ').replace(/\p{Cs}/gu, '')).replaceAll('-', '%2D')

/** The text directive (WICG Scroll to Text Fragment) that has a browser show the quote on its page. */
const textDirective = ({ exact }: Quote): string => {
  const words = exact.slice(0, 2000).trim().split(/\s+/)
  const last = exact.slice(-2000).trim().split(/\s+/).slice(-wordsAtEnds)
  return words.length <= 2 * wordsAtEnds && exact.length <= 2000
    ? encoded(words)
    : `${encoded(words.slice(0, wordsAtEnds))},${encoded(last)}`
}

/** A button to the source's page, at the words of the quote where the address has room for them; null without an address. */
export const sourceLink = ({ URL: address }: Citation, quote: Quote, say: Say): Button | null => {
  if (address === null || !URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  const whole = url.href
  const atWords = `${whole}${url.hash === '' ? '#' : ''}:~:text=${textDirective(quote)}`
  const fitting = [atWords, whole].find((each) => each.length <= limits.button.url)
  return fitting === undefined ? null : { url: fitting, label: say`Open the source` }
}
