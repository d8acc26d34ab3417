import type { Context } from '../../../domain/context.ts'
import { titleOf } from './citation-shown.ts'
import type { Frame } from './frame.ts'
import { quoteItem } from './quote-item.ts'
import { accents, type View } from './view.ts'

/** What stands around a quote: the paragraphs before and after, and its own. */
export const contextView = ({ citation, paragraphs, of }: Context, { say }: Frame): View => ({
  accent: accents.plain,
  heading: titleOf(citation),
  intro: [say`-# Paragraphs ${paragraphs[0]?.number ?? 0} to ${paragraphs.at(-1)?.number ?? 0} of ${of}`],
  items: paragraphs.map(({ quote, citation: own, number }) => quoteItem(quote, own, { number, cites: 'place' })),
  noun: ['paragraph', 'paragraphs'],
  layout: 'paragraphs',
  closing: [],
})
