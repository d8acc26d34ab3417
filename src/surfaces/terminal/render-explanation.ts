import type { Answer } from '../../domain/answer.ts'
import type { Effect, QuoteExplained, ScoreExplained, WordExplained, WordFound } from '../../domain/explanation.ts'
import type { Page } from './page.ts'
import { visibleLine } from './visible.ts'
import { columnsOf, indented } from './wrap.ts'

const margin = '  '
/** Effects of a score that are shown one by one: the others change little. */
const mostEffects = 6
/** The same on either side of the confidence. */
const mostSignals = 4
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
  const column = Math.min(widestWord, Math.max(0, ...shown.map(columnsOf)))
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

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`

const effectLines = (effects: readonly Effect[], most: number, width: number): readonly string[] => {
  const rest = effects.slice(most)
  const added = rest.reduce((sum, { adds }) => sum + adds, 0)
  const lines = effects
    .slice(0, most)
    .map(({ label, value, adds }) =>
      indented(`${label}`, width, `${margin}  ${signed(adds).padStart(7)}  ${value.toFixed(2).padStart(6)}  `),
    )
  const more = `${margin}  ${signed(added).padStart(7)}  ${''.padStart(6)}  ${rest.length} more, together`
  return rest.length === 0 ? lines : [...lines, more]
}

const scoreLines = (heading: string, { score, effects }: ScoreExplained, { width }: Page): readonly string[] => [
  `${margin}${heading} ${score.toFixed(2)}: what each adds, and its value`,
  ...effectLines(effects, mostEffects, width),
]

const asksForLine = ({ asksFor }: QuoteExplained): string => {
  if (asksFor === null) return ''
  const shown =
    asksFor.isShown === null ? 'it cannot be told whether it shows' : asksFor.isShown ? 'it shows' : 'it does not show'
  return `The question asks for ${asksFor.label}; ${shown} one.`
}

/** Why a quote stands where it does: which words of the question it has, and what its scores are made of. */
export const renderQuoteExplained = (quote: QuoteExplained, page: Page): string => {
  const { width, paint } = page
  const { words, runs, passage, sentence } = quote
  const told = [
    runs.length === 0 ? '' : `In the same order as in the question: ${runs.map((run) => inMarks([run])).join(', ')}.`,
    asksForLine(quote),
  ].filter(Boolean)
  return [
    `${margin}Words of the question, what share of it each is, and how the quote has it`,
    ...wordLines(words, width),
    ...told.map((line) => indented(line, width, margin)),
    ...scoreLines('Score of the passage', passage, page),
    ...scoreLines('Score of the sentence', sentence, page),
  ]
    .flatMap((lines) => lines.split('\n').map(paint.faint))
    .join('\n')
}

/** How sure an answer is and what speaks for it and against it; of a silence, why it is one and how near anything came. */
export const renderExplanation = (answer: Answer, page: Page): readonly string[] => {
  const { explanation, confidence } = answer
  if (explanation === undefined) return []
  const { width, paint } = page
  const { silentBelow, effects } = explanation.confidence
  const sure = `The confidence is ${confidence.toFixed(3)}; below ${silentBelow.toFixed(3)} Quoth is silent.`
  const side = (heading: string, of: readonly Effect[]): readonly string[] =>
    of.length === 0 ? [] : [`${margin}${heading}`, ...effectLines(of, mostSignals, width)]
  const [nearest] = answer.kind === 'silent' ? explanation.quotes : []
  return [
    '',
    paint.heading(explanation.silence === null ? 'How sure Quoth is' : 'Why Quoth is silent'),
    ...(nearest === undefined
      ? []
      : [`${margin}The sentence that comes nearest:`, renderQuoteExplained(nearest, page)]),
    ...[
      indented(explanation.silence ?? sure, width, margin),
      ...side(
        'Speaks for an answer: what each adds, and its value',
        effects.filter(({ adds }) => adds > 0),
      ),
      ...side(
        'Speaks against it',
        effects.filter(({ adds }) => adds < 0),
      ),
    ].flatMap((lines) => lines.split('\n').map(paint.faint)),
  ]
}
