import type { Citation } from '../../../domain/citation.ts'
import type { Quote } from '../../../domain/quote.ts'
import { smallPrint } from '../messages/manner.ts'
import { blockQuote } from '../messages/neutralise.ts'
import type { Button, Item } from '../messages/view.ts'
import { citationShown, placeShown } from './citation-shown.ts'
import type { Frame } from './frame.ts'

/** Marks words of the source that are left out between two quotes; the brackets tell it from the source's own dots. */
const gap = '[…]'

/** The button that shows what stands around a quote; in a plain message it stands apart, and so says whose it is. */
const contextButton = (place: number, number: number | null, { say, style, idOf }: Frame): Button | null =>
  idOf && {
    id: idOf('context', place),
    label: style === 'plain' && number !== null ? say`Context of ${number}` : say`Context`,
  }

/**
 * A quote with its citation directly under it.
 * @param number stands before the citation and names the quote in this reply, from 1; null where nothing has to name it
 * @param label says above the quote what it is, as Discord markdown
 * @param afterGap whether words were left out between the quote before and this one
 * @param cites the whole source, or the place alone where the reply is about one source and has named it
 * @param place the quote's place among the quotes that the reply gives, from 0; with it comes a button to its context
 */
export const quoteItem = (
  { exact }: Quote,
  citation: Citation,
  {
    number,
    label = '',
    afterGap = false,
    cites = 'source',
    place,
  }: {
    readonly number: number | null
    readonly label?: string
    readonly afterGap?: boolean
    readonly cites?: 'source' | 'place'
    readonly place?: number
  },
  frame: Frame,
): Item => {
  const { say, style } = frame
  const cited = cites === 'place' ? placeShown(citation, say) : citationShown(citation, say)
  const numbered = number === null ? '' : `[${number}] `
  const button = place === undefined ? null : contextButton(place, number, frame)
  return {
    words: exact,
    markdown: (words, rest) =>
      [
        label,
        afterGap ? `\\${gap}` : '',
        blockQuote(words),
        rest,
        smallPrint(number === null || style === 'plain' ? `${numbered}${cited}` : `**[${number}]** ${cited}`, frame),
      ]
        .filter((part) => part !== '')
        .join('\n'),
    plain: `${afterGap ? `${gap}\n\n` : ''}${exact}\n\n${numbered}${citation.text} (${citation.id})`,
    ...(button === null ? {} : { button }),
  }
}

/** Whether words stand between two quotes of one source. A quote keeps only so much of the text before it. */
export const wordsBetween = (before: Quote, after: Quote): boolean => {
  const distance = after.start - before.end
  return distance > after.prefix.length || (distance > 0 && after.prefix.slice(-distance).trim() !== '')
}
