import type {
  Answer,
  Effect,
  QuoteExplained,
  ScoreExplained,
  TopicEffect,
  WordExplained,
  WordFound,
} from '../../domain/answer.ts'
import { inEnglish } from '../../domain/message.ts'
import { columnsOf, count, indented, type Page, quoteBlock, wrap } from './page.ts'
import { visibleLine } from './visible.ts'

const margin = '  '
/** Features of a topic that are shown one by one: the others change little. */
const mostEffects = 2
/** Columns of the longest word that others are lined up with. */
const widestWord = 20

const inMarks = (words: readonly string[]): string => words.map((word) => `“${visibleLine(word)}”`).join(' ')

const foundShown = (found: WordFound): string => {
  switch (found.kind) {
    case 'as-asked':
      return 'as asked'
    case 'other-form':
      return `in another form or spelling: ${inMarks(found.words)}`
    case 'acronym':
      return `by another name of it: ${inMarks(found.words)}`
    case 'replaced':
      return `what was searched for in its place: ${inMarks(found.words)}`
    case 'context':
      return 'only in its title or headings'
    case 'related':
      return `only nearly: ${inMarks(found.words)}, ${Math.round(found.likeness * 100)} % alike in meaning`
    case 'passage':
      return 'only in another sentence of the passage'
    case 'nearby':
      return 'only in a passage beside it'
    case 'missing':
      return 'not at all'
    case 'unknown':
      return 'not at all: no source has it'
  }
}

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columnsOf(text)))

const wordLines = (words: readonly WordExplained[], width: number): readonly string[] => {
  const shown = words.map(({ word }) => visibleLine(word))
  const column = Math.min(widestWord, Math.floor(width / 4), Math.max(0, ...shown.map(columnsOf)))
  return words.map(({ share, found }, at) => {
    const weight = `${Math.round(share * 100)} %`.padStart(5)
    const own = foundShown(found)
    const word = shown[at] ?? ''
    const others = `${margin}  ${' '.repeat(column)}${' '.repeat(weight.length + 4)}`
    // A word that is too long for its column stands on a line of its own.
    const first = `${margin}  ${padded(columnsOf(word) > column ? '' : word, column)}  ${weight}  `
    const above = columnsOf(word) > column ? [`${margin}  ${word}`] : []
    return [...above, indented(own, width, first, others)].join('\n')
  })
}

/** A figure to two places, with a minus sign where it is below nothing. */
const figure = (value: number): string => (Number(value.toFixed(2)) || 0).toFixed(2).replace('-', '−')

const signed = (value: number): string => `${value < 0 ? '' : '+'}${figure(value)}`.padStart(7)

/** Whether an effect is more than nothing to two places. */
const counts = ({ adds }: TopicEffect): boolean => Math.abs(adds) >= 0.005

const effectLine = ({ label, value, adds }: Effect, width: number): string =>
  indented(`${label} (${figure(value)})`, width, `${margin}      ${signed(adds)}  `)

/** A topic with its strongest features, each with its value in brackets; a topic of one feature is that feature. */
const topicLines = ({ label, adds, effects }: TopicEffect, width: number): readonly string[] => {
  const first = `${margin}  ${signed(adds)}  `
  const [only, ...others] = effects
  if (only !== undefined && others.length === 0)
    return [indented(`${only.label} (${figure(only.value)})`, width, first)]
  const rest = effects.slice(mostEffects)
  const restAdds = rest.reduce((sum, effect) => sum + effect.adds, 0)
  return [
    indented(label, width, first),
    ...effects.slice(0, mostEffects).map((effect) => effectLine(effect, width)),
    ...(rest.length === 0 ? [] : [indented(`${rest.length} more`, width, `${margin}      ${signed(restAdds)}  `)]),
  ]
}

const scoreLines = (heading: string, { score, topics }: ScoreExplained, { width }: Page): readonly string[] => [
  indented(`${heading} is ${figure(score)}:`, width, margin),
  ...topics.filter(counts).flatMap((topic) => topicLines(topic, width)),
]

const asksForLine = ({ asksFor }: QuoteExplained): string => {
  if (asksFor === null) return ''
  const shown =
    asksFor.isShown === null
      ? 'it cannot be told whether the quote shows'
      : asksFor.isShown
        ? 'the quote shows'
        : 'the quote does not show'
  return `The question asks for ${asksFor.label}; ${shown} one.`
}

/** Why a quote stands where it does: which words of the question it has, and what its scores are made of. */
const renderQuoteExplained = (quote: QuoteExplained, page: Page): string => {
  const { width, paint } = page
  const { words, runs, passage, sentence } = quote
  const told = [
    runs.length === 0 ? '' : `In the same order as in the question: ${runs.map((run) => inMarks([run])).join(', ')}.`,
    asksForLine(quote),
  ].filter(Boolean)
  return [
    indented('Words of the question, what share of it each is, and how the quote has it', width, margin),
    ...wordLines(words, width),
    ...told.map((line) => indented(line, width, margin)),
    ...scoreLines('The score of the passage', passage, page),
    ...scoreLines('The score of the sentence', sentence, page),
  ]
    .flatMap((lines) => lines.split('\n').map(paint.faint))
    .join('\n')
}

/** How sure an answer is and what speaks for it and against it; of a silence, why it is one and how near anything came. */
const renderExplanation = (answer: Answer, page: Page): readonly string[] => {
  const { explanation, confidence } = answer
  if (explanation === undefined) return []
  const { width, paint } = page
  const { silentBelow, topics } = explanation.confidence
  const sure = `The confidence is ${confidence.toFixed(3)}; below ${silentBelow.toFixed(3)} Quoth is silent.`
  const side = (heading: string, of: readonly TopicEffect[]): readonly string[] =>
    of.length === 0 ? [] : [`${margin}${heading}:`, ...of.flatMap((topic) => topicLines(topic, width))]
  const telling = topics.filter(counts)
  const forIt = side(
    'For an answer',
    telling.filter(({ adds }) => adds > 0),
  )
  const againstIt = side(
    'Against an answer',
    telling.filter(({ adds }) => adds < 0),
  )
  const [nearest] = answer.kind === 'silent' ? explanation.quotes : []
  const place = visibleLine(answer.nearest[0]?.text ?? '')
  return [
    '',
    paint.heading(explanation.silence === null ? 'How sure Quoth is' : 'Why Quoth is silent'),
    ...[
      indented(explanation.silence ?? sure, width, margin),
      ...(answer.kind === 'silent' ? [...againstIt, ...forIt] : [...forIt, ...againstIt]),
      ...(nearest === undefined ? [] : ['', indented(`What comes nearest is in ${place}`, width, margin)]),
    ].flatMap((lines) => lines.split('\n').map(paint.faint)),
    ...(nearest === undefined ? [] : [renderQuoteExplained(nearest, page)]),
  ]
}

const unknownWords = ({ unknownTerms }: Answer): string =>
  unknownTerms.length === 0 ? '' : `No source has ${unknownTerms.map((term) => `“${visibleLine(term)}”`).join(', ')}.`

const silence = (answer: Answer, { width, paint }: Page): readonly string[] => {
  const searched =
    answer.searched === 0 ? 'There was no source to search.' : `Searched ${count(answer.searched, 'source')}.`
  const nearest = answer.nearest.map(({ text }) => indented(visibleLine(text), width, '  - ', '    '))
  return [
    paint.warning('The library does not say.'),
    ...wrap([searched, unknownWords(answer)].filter(Boolean).join(' '), width),
    ...(nearest.length === 0 ? [] : ['Nearest, though it may not answer:', ...nearest]),
  ]
}

/** An answer as text: its quotes whole, or what to know about the silence. */
export const renderAnswer = (answer: Answer, page: Page): string => {
  const { width, paint } = page
  const notes = answer.notes.flatMap((note) =>
    wrap(visibleLine(inEnglish(note)), width).map((line) => paint.faint(line)),
  )
  const question = wrap(visibleLine(answer.question), width).map((line) => paint.heading(line))
  switch (answer.kind) {
    case 'silent':
      return [...question, ...silence(answer, page), ...notes, ...renderExplanation(answer, page)].join('\n')
    case 'quoted': {
      const sources = new Set(answer.quotes.map(({ citation }) => citation.source)).size
      const extent = `${count(answer.quotes.length, 'quote')} from ${count(sources, 'source')}. ${unknownWords(answer)}`
      const quotes = answer.quotes.flatMap((ranked, at) => {
        const explained = answer.explanation?.quotes[at]
        const why = explained === undefined ? [] : ['', renderQuoteExplained(explained, page)]
        return [`\n${quoteBlock(`${ranked.rank}`, ranked, page)}`, ...why]
      })
      return [...question, paint.faint(extent.trim()), ...notes, ...quotes, ...renderExplanation(answer, page)].join(
        '\n',
      )
    }
  }
}
