import type { Reply } from '../../../domain/reply.ts'
import { neutralise } from '../message/neutralise.ts'
import { accents, type Item, type View } from '../message/view.ts'
import type { Frame } from './buttons.ts'
import { quoteItem } from './quote-item.ts'

/**
 * A code block can be copied as it stands. Text that could end one, or that hides something, is shown escaped
 * instead.
 */
const copyable = (text: string): string =>
  text.includes('`') || neutralise(text).includes('⟨U+') ? neutralise(text) : `\`\`\`\n${text}\n\`\`\``

const referenceItem = (reference: string): Item => ({
  words: reference,
  markdown: (words, rest) => [copyable(words), rest].filter((part) => part !== '').join('\n'),
  plain: reference,
})

/** One formatted reference, and the quote that it is for. */
export const referenceView = (
  { quote, citation, style, reference }: Reply & { readonly kind: 'reference' },
  frame: Frame,
): View => ({
  accent: accents.plain,
  heading: frame.t`Reference (${{ name: style }})`,
  intro: [],
  items: [referenceItem(reference), quoteItem(quote, citation, { number: 1 }, frame)],
  noun: 'part',
  layout: 'separated',
  closing: [],
})
