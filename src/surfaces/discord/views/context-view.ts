import type { Context, ContextParagraph } from '../../../domain/context.ts'
import type { Say } from '../../../wording/say.ts'
import { smallPrint } from '../messages/manner.ts'
import { accents, type Control, type View } from '../messages/view.ts'
import { buttonRow, type Offer } from './buttons.ts'
import { titleOf } from './citation-shown.ts'
import type { Frame } from './frame.ts'
import { quoteItem } from './quote-item.ts'
import { sourceLink } from './source-link.ts'

/** Where a paragraph stands to the quote. */
const standing = ({ quote, holdsQuote }: ContextParagraph, of: Context['quote'], say: Say): string => {
  if (holdsQuote) return say`The paragraph with the quote`
  return quote.end <= of.start ? say`Before it` : say`After it`
}

/** Through the source, a paragraph at a time, and to its page. */
const controlsOf = ({ quote, citation, paragraphs, of }: Context, frame: Frame): readonly Control[] => {
  const { say } = frame
  const first = paragraphs[0]?.number ?? 1
  const last = paragraphs.at(-1)?.number ?? of
  const ways: readonly Offer[] = [
    ...(first > 1 ? [{ deed: 'go', label: say`← Earlier`, n: first } as const] : []),
    ...(last < of ? [{ deed: 'go', label: say`Later →`, n: last } as const] : []),
  ]
  const link = sourceLink(citation, quote, say)
  const [row = []] = buttonRow(frame, ways)
  const buttons = [...('id' in row ? [] : row), ...(link === null ? [] : [link])]
  return buttons.length === 0 ? [] : [buttons]
}

/** What stands around a quote: the paragraphs before and after, and its own. */
export const contextView = (context: Context, frame: Frame): View => {
  const { say } = frame
  const { quote, citation, paragraphs, of } = context
  const first = paragraphs[0]?.number ?? 0
  const last = paragraphs.at(-1)?.number ?? 0
  const span = first === last ? say`Paragraph ${first} of ${of}` : say`Paragraphs ${first} to ${last} of ${of}`
  return {
    accent: accents.plain,
    heading: say`Context: ${titleOf(citation, say)}`,
    intro: [smallPrint(span, frame)],
    items: paragraphs.map((paragraph) => {
      const label = `**${standing(paragraph, quote, say)}**`
      return quoteItem(paragraph.quote, paragraph.citation, { number: null, label, cites: 'place' }, frame)
    }),
    // Where the three have no room, it is the neighbours that give way.
    main: Math.max(
      0,
      paragraphs.findIndex(({ holdsQuote }) => holdsQuote),
    ),
    noun: 'paragraph',
    layout: 'paragraphs',
    closing: [],
    controls: controlsOf(context, frame),
  }
}
