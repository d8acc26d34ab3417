import type { Answer } from '../../../domain/answer.ts'
import { plural } from '../../../domain/message.ts'
import type { Translator } from '../../../i18n/say.ts'
import { neutraliseLine } from '../message/neutralise.ts'
import { accents, smallPrint, type View } from '../message/view.ts'
import type { Frame } from './buttons.ts'
import { buttonRow, copyOffer, shareOffers } from './buttons.ts'
import { quoteItem } from './quote-item.ts'
import { sourceMenu } from './sources-view.ts'

const maxTerms = 8

type Quoted = Answer & { readonly kind: 'quoted' }
type Silent = Answer & { readonly kind: 'silent' }

/** Notes are few and Quoth's own; the words of a question in them are cut with `…`. */
const noteLines = ({ notes }: Answer, frame: Frame): readonly string[] => {
  const [maxNotes, maxLength] = frame.style === 'plain' ? [3, 150] : [5, 200]
  const left = notes.length - maxNotes
  return [
    ...notes.slice(0, maxNotes).map((note) => neutraliseLine(frame.t.of(note), maxLength)),
    ...(left > 0 ? [frame.t`More notes, not shown here: ${left}.`] : []),
  ].map((line) => smallPrint(line, frame))
}

const unknownTermsLine = ({ unknownTerms }: Answer, frame: Frame): readonly string[] => {
  if (unknownTerms.length === 0) return []
  const { t } = frame
  const terms = unknownTerms.slice(0, maxTerms).map((term) => neutraliseLine(term, 30))
  const more = unknownTerms.length - terms.length
  const list = terms.join(', ')
  return [
    smallPrint(
      more > 0
        ? t`Words not found in any source: ${list} and ${more} more.`
        : t`Words not found in any source: ${list}.`,
      frame,
    ),
  ]
}

const countOf = ({ quotes, origins }: Quoted, t: Translator): string => {
  const sources = new Set(quotes.map(({ quote }) => quote.source)).size
  if (origins !== undefined)
    return plural(
      origins,
      t`${quotes.length} quotes from ${sources} sources that tell one story`,
      t`${quotes.length} quotes from ${sources} sources that tell ${origins} stories`,
    )
  if (quotes.length === 1) return t`1 quote from 1 source`
  return plural(sources, t`${quotes.length} quotes from 1 source`, t`${quotes.length} quotes from ${sources} sources`)
}

const quotedView = (answer: Quoted, frame: Frame): View => {
  const { t } = frame
  const more = { action: 'more', label: t`More quotes`, isMain: true } as const
  return {
    accent: accents.answer,
    heading: answer.question,
    // Before the quotes: a reader must know first that a match is weak.
    intro: [smallPrint(countOf(answer, t), frame), ...unknownTermsLine(answer, frame), ...noteLines(answer, frame)],
    items: answer.quotes.map(({ quote, citation, rank, alsoIn = [] }, index) =>
      quoteItem(quote, citation, { number: rank, alsoIn, index }, frame),
    ),
    noun: 'quote',
    layout: 'separated',
    closing: [],
    controls: buttonRow(frame, [
      ...(answer.more > 0 ? [more] : []),
      copyOffer(frame),
      ...shareOffers(frame),
      { action: 'helpful', label: t`Helpful` },
      { action: 'unhelpful', label: t`Not helpful` },
    ]),
  }
}

const searchedLine = ({ searched, question, nearest }: Silent, t: Translator): string => {
  const asked = neutraliseLine(question, 200)
  if (searched === 0) return t`There are no sources to search.`
  return nearest.length > 0
    ? plural(searched, t`Searched **1 source** for “${asked}”.`, t`Searched **${searched} sources** for “${asked}”.`)
    : plural(
        searched,
        t`Searched **1 source** for “${asked}”: no passage answers it well enough to quote.`,
        t`Searched **${searched} sources** for “${asked}”: no passage answers it well enough to quote.`,
      )
}

const silentView = (answer: Silent, frame: Frame): View => {
  const { t } = frame
  const { nearest } = answer
  return {
    accent: accents.notFound,
    heading: t`I could not find that in the library`,
    intro: [
      searchedLine(answer, t),
      ...unknownTermsLine(answer, frame),
      ...noteLines(answer, frame),
      ...(nearest.length === 0
        ? []
        : [t`The library does not say this in these words. Closest, which may or may not answer:`]),
    ],
    items: nearest.map(({ quote, citation }, index) => quoteItem(quote, citation, { number: index + 1, index }, frame)),
    noun: 'quote',
    layout: 'separated',
    closing: [],
    controls: [
      ...sourceMenu(
        nearest.map(({ citation }) => ({ ...citation, id: citation.source })),
        frame,
      ),
      ...buttonRow(frame, [
        { action: 'rephrase', label: t`Rephrase`, isMain: true },
        { action: 'tell-me', label: t`Notify me when it’s added` },
      ]),
    ],
  }
}

/** The quotes that answer a question, or that there are none, with what comes closest. */
export const answerView = (answer: Answer, frame: Frame): View => {
  switch (answer.kind) {
    case 'quoted':
      return quotedView(answer, frame)
    case 'silent':
      return silentView(answer, frame)
  }
}
