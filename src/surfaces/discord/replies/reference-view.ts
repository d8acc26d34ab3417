import type { Reply } from '../../../domain/reply.ts'
import type { SourceId } from '../../../domain/source.ts'
import { neutralise } from '../message/neutralise.ts'
import { accents, type Item, smallPrint, type View } from '../message/view.ts'
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

/** What is said of a quote of an earlier version of a source. */
export const newerLine = (newer: SourceId | undefined, frame: Frame): readonly string[] =>
  newer === undefined
    ? []
    : [smallPrint(frame.t`This is from an earlier version of the source. The library has a newer one.`, frame)]

/** One formatted reference, and the quote that it is for. */
export const referenceView = (
  { quote, citation, style, reference, inText, newer }: Reply & { readonly kind: 'reference' },
  frame: Frame,
): View => ({
  accent: accents.plain,
  heading: frame.t`Reference (${{ name: style }})`,
  intro: newerLine(newer, frame),
  items: [
    referenceItem(reference),
    ...(inText === null ? [] : [inTextItem(inText, frame)]),
    quoteItem(quote, citation, { number: 1 }, frame),
  ],
  noun: 'part',
  layout: 'separated',
  closing: [],
})
