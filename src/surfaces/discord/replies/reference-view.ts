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

/** The citation for the sentence that the quote stands in. */
const inTextItem = (inText: string, { t }: Frame): Item => {
  const label = t`In the text:`
  return {
    words: inText,
    markdown: (words, rest) => [`${label}\n${copyable(words)}`, rest].filter((part) => part !== '').join('\n'),
    plain: `${label} ${inText}`,
  }
}

/** One formatted reference, and the quote that it is for. */
export const referenceView = (
  { quote, citation, style, reference, inText }: Reply & { readonly kind: 'reference' },
  frame: Frame,
): View => ({
  accent: accents.plain,
  heading: frame.t`Reference (${{ name: style }})`,
  intro: [],
  items: [
    referenceItem(reference),
    ...(inText === null ? [] : [inTextItem(inText, frame)]),
    quoteItem(quote, citation, { number: 1 }, frame),
  ],
  noun: 'part',
  layout: 'separated',
  closing: [],
})
