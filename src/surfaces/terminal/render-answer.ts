import type {
  Answer,
  Effect,
  QuoteExplained,
  RankedQuote,
  ScoreExplained,
  TopicEffect,
  WordExplained,
  WordFound,
} from '../../domain/answer.ts'
import { inEnglish } from '../../domain/message.ts'
import { columnsOf, count, indented, type Page, quoteBlock, wrap } from './page.ts'
import { visibleLine } from './visible.ts'

const margin = '  '
/** Features of a topic that are listed one by one; the others change little. */
const maxEffects = 2
/** The width of the column of words, in columns of the screen; a longer word has its own line. */
const maxWordColumns = 20

const inMarks = (words: readonly string[]): string => words.map((word) => `“${visibleLine(word)}”`).join(' ')

const foundShown = (found: WordFound): string => {
  switch (found.kind) {
    case 'as-asked':
      return 'as asked'
    case 'other-form':
      return `in another form or spelling: ${inMarks(found.words)}`
    case 'acronym':
      return `by another name: ${inMarks(found.words)}`
    case 'replaced':
      return `replaced in the search by: ${inMarks(found.words)}`
    case 'context':
      return 'only in its title or headings'
    case 'related':
      return `only a similar word: ${inMarks(found.words)}, ${Math.round(found.likeness * 100)}% similar in meaning`
    case 'passage':
      return 'only in another sentence of the passage'
    case 'nearby':
      return 'only in a neighbouring passage'
    case 'missing':
      return 'not at all'
    case 'unknown':
      return 'not at all: no source has it'
  }
}

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columnsOf(text)))

const wordLines = (words: readonly WordExplained[], width: number): readonly string[] => {
  const shown = words.map(({ word }) => visibleLine(word))
  const column = Math.min(maxWordColumns, Math.floor(width / 4), Math.max(0, ...shown.map(columnsOf)))
  return words.map(({ share, found }, at) => {
    const weight = `${Math.round(share * 100)}%`.padStart(4)
    const match = foundShown(found)
    const word = shown[at] ?? ''
    const others = `${margin}  ${' '.repeat(column)}${' '.repeat(weight.length + 4)}`
    // A word that is too long for its column stands on a line of its own.
    const first = `${margin}  ${padded(columnsOf(word) > column ? '' : word, column)}  ${weight}  `
    const above = columnsOf(word) > column ? [`${margin}  ${word}`] : []
    return [...above, indented(match, width, first, others)].join('\n')
  })
}

/** A number with two decimals and, if it is negative, a true minus sign. */
const figure = (value: number): string => (Number(value.toFixed(2)) || 0).toFixed(2).replace('-', '−')

const signed = (value: number): string => `${value < 0 ? '' : '+'}${figure(value)}`.padStart(7)

/** Whether an effect is not zero when shown with two decimals. */
const counts = ({ adds }: TopicEffect): boolean => Math.abs(adds) >= 0.005

const effectLine = ({ label, value, adds }: Effect, width: number): string =>
  indented(`${label} (${figure(value)})`, width, `${margin}      ${signed(adds)}  `)

/** A topic with its strongest features and their values; a topic with one feature is shown as that feature. */
const topicLines = ({ label, adds, effects }: TopicEffect, width: number): readonly string[] => {
  const first = `${margin}  ${signed(adds)}  `
  const [only, ...others] = effects
  if (only !== undefined && others.length === 0)
    return [indented(`${only.label} (${figure(only.value)})`, width, first)]
  const rest = effects.slice(maxEffects)
  const restAdds = rest.reduce((sum, effect) => sum + effect.adds, 0)
  return [
    indented(label, width, first),
    ...effects.slice(0, maxEffects).map((effect) => effectLine(effect, width)),
    ...(rest.length === 0 ? [] : [indented(`${rest.length} more`, width, `${margin}      ${signed(restAdds)}  `)]),
  ]
}

const scoreLines = (heading: string, { score, topics }: ScoreExplained, { width }: Page): readonly string[] => [
  indented(`${heading}: ${figure(score)}`, width, margin),
  ...topics.filter(counts).flatMap((topic) => topicLines(topic, width)),
]

const asksForLine = ({ asksFor }: QuoteExplained): string => {
  if (asksFor === null) return ''
  const shown =
    asksFor.isShown === null
      ? 'it is unclear whether the quote gives'
      : asksFor.isShown
        ? 'the quote gives'
        : 'the quote does not give'
  return `The question asks for ${asksFor.label}; ${shown} one.`
}

/** Why a quote was chosen: how it matches the words of the question, and what its scores are made of. */
const renderQuoteExplained = (quote: QuoteExplained, page: Page): string => {
  const { width, paint } = page
  const { words, runs, passage, sentence } = quote
  const facts = [
    runs.length === 0 ? '' : `In the same order as in the question: ${runs.map((run) => inMarks([run])).join(', ')}.`,
    asksForLine(quote),
  ].filter(Boolean)
  return [
    indented('Words of the question, the weight of each, and how the quote matches it', width, margin),
    ...wordLines(words, width),
    ...facts.map((line) => indented(line, width, margin)),
    ...scoreLines('Score of the passage', passage, page),
    ...scoreLines('Score of the sentence', sentence, page),
  ]
    .flatMap((lines) => lines.split('\n').map(paint.faint))
    .join('\n')
}

/** How sure the answer is, and what counts for and against it; if silent, also why, and what came closest. */
const renderExplanation = (answer: Answer, page: Page): readonly string[] => {
  const { explanation, confidence } = answer
  if (explanation === undefined) return []
  const { width, paint } = page
  const { silentBelow, topics } = explanation.confidence
  const sure = `Confidence: ${confidence.toFixed(3)}. Below ${silentBelow.toFixed(3)}, Quoth gives no quotes.`
  const side = (heading: string, of: readonly TopicEffect[]): readonly string[] =>
    of.length === 0 ? [] : [`${margin}${heading}:`, ...of.flatMap((topic) => topicLines(topic, width))]
  const shown = topics.filter(counts)
  const forIt = side(
    'For an answer',
    shown.filter(({ adds }) => adds > 0),
  )
  const againstIt = side(
    'Against an answer',
    shown.filter(({ adds }) => adds < 0),
  )
  const [nearest] = answer.kind === 'silent' ? explanation.quotes : []
  const place = visibleLine(answer.nearest[0]?.citation.text ?? '')
  return [
    '',
    paint.heading(explanation.silence === null ? 'How sure Quoth is' : 'Why Quoth is silent'),
    ...[
      indented(explanation.silence ?? sure, width, margin),
      ...(answer.kind === 'silent' ? [...againstIt, ...forIt] : [...forIt, ...againstIt]),
      ...(nearest === undefined ? [] : ['', indented(`The closest quote is in ${place}`, width, margin)]),
    ].flatMap((lines) => lines.split('\n').map(paint.faint)),
    ...(nearest === undefined ? [] : [renderQuoteExplained(nearest, page)]),
  ]
}

const unknownWords = ({ unknownTerms }: Answer): string =>
  unknownTerms.length === 0 ? '' : `No source has ${unknownTerms.map((term) => `“${visibleLine(term)}”`).join(', ')}.`

const noteLines = ({ notes }: Answer, { width, paint }: Page): readonly string[] =>
  notes.flatMap((note) => wrap(visibleLine(inEnglish(note)), width).map(paint.faint))

/** What the library does not say, or not in the words of the question, and what comes closest. */
const renderSilence = (answer: Answer, page: Page): readonly string[] => {
  const { width, paint } = page
  const warn = (text: string): readonly string[] => wrap(text, width).map(paint.warning)
  const extent = [
    answer.searched === 0 ? 'There are no sources to search.' : `Searched ${count(answer.searched, 'source')}.`,
    unknownWords(answer),
  ]
  const searched = wrap(extent.filter(Boolean).join(' '), width)
  const notes = noteLines(answer, page)
  if (answer.nearest.length === 0) return [...warn('The library does not say.'), ...searched, ...notes]
  return [
    ...searched,
    ...notes,
    ...warn('The library does not say this in these words. Closest, which may or may not answer:'),
    ...answer.nearest.map((cited, at) => `\n${quoteBlock(`${at + 1}`, cited, page)}`),
  ]
}

/** Where else the library says it. */
const otherPlaceLines = ({ rank, alsoIn = [] }: RankedQuote, { width, paint }: Page): readonly string[] =>
  alsoIn.map(({ citation, isSame }) => {
    const where = `${isSame ? 'Also in' : 'Nearly so in'}: ${visibleLine(citation.text)}`
    return paint.faint(indented(where, width, ' '.repeat(`${rank}`.length + 1)))
  })

/** An answer as text: its quotes in full, or what comes closest, or that there is nothing. */
export const renderAnswer = (answer: Answer, page: Page): string => {
  const { width, paint } = page
  const question = wrap(visibleLine(answer.question), width).map((line) => paint.heading(line))
  switch (answer.kind) {
    case 'silent':
      return [...question, ...renderSilence(answer, page), ...renderExplanation(answer, page)].join('\n')
    case 'quoted': {
      const sources = new Set(answer.quotes.map(({ citation }) => citation.source)).size
      const { origins } = answer
      const told = origins === undefined ? '' : ` that tell ${origins === 1 ? 'one story' : `${origins} stories`}`
      const extent = `${count(answer.quotes.length, 'quote')} from ${count(sources, 'source')}${told}. ${unknownWords(answer)}`
      const quotes = answer.quotes.flatMap((ranked, at) => {
        const explained = answer.explanation?.quotes[at]
        const why = explained === undefined ? [] : ['', renderQuoteExplained(explained, page)]
        return [`\n${quoteBlock(`${ranked.rank}`, ranked, page)}`, ...otherPlaceLines(ranked, page), ...why]
      })
      return [
        ...question,
        paint.faint(extent.trim()),
        ...noteLines(answer, page),
        ...quotes,
        ...renderExplanation(answer, page),
      ].join('\n')
    }
  }
}
