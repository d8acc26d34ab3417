import type { Citation } from '../../../domain/citation.ts'
import type { Quote } from '../../../domain/quote.ts'
import { blockQuote } from '../messages/neutralise.ts'
import { citationShown, placeShown } from './citation-shown.ts'
import type { Item } from './view.ts'

/** Marks words of the source that are left out between two quotes; the brackets tell it from the source's own dots. */
const gap = '[…]'

/**
 * A quote with its citation directly under it.
 * @param number stands before the citation and names the quote in this reply, from 1
 * @param afterGap whether words were left out between the quote before and this one
 * @param cites the whole source, or the place alone where the reply is about one source and has named it
 */
export const quoteItem = (
  { exact }: Quote,
  citation: Citation,
  {
    number,
    afterGap = false,
    cites = 'source',
  }: { readonly number: number; readonly afterGap?: boolean; readonly cites?: 'source' | 'place' },
): Item => ({
  words: exact,
  markdown: (words, rest) =>
    [
      afterGap ? `\\${gap}` : '',
      blockQuote(words),
      rest,
      `-# **[${number}]** ${cites === 'place' ? placeShown(citation) : citationShown(citation)}`,
    ]
      .filter((part) => part !== '')
      .join('\n'),
  plain: `${afterGap ? `${gap}\n\n` : ''}${exact}\n\n[${number}] ${citation.text} (${citation.id})`,
})

/** Whether words stand between two quotes of one source. A quote keeps only so much of the text before it. */
export const wordsBetween = (before: Quote, after: Quote): boolean => {
  const distance = after.start - before.end
  return distance > after.prefix.length || (distance > 0 && after.prefix.slice(-distance).trim() !== '')
}
