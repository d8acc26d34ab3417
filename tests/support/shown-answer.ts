import type { Answer } from '../../src/domain/answer.ts'
import type { Source } from '../../src/domain/source.ts'
import { rankedQuotes } from './fake-quoth.ts'
import { plainSource } from './plain-source.ts'

type Quoted = Extract<Answer, { readonly kind: 'quoted' }>

const common = { question: 'How long?', confidence: 1, nearest: [], unknownTerms: [], notes: [], searched: 1 }

/** An answer that quotes every paragraph of a source. */
export const answerOf = (source: Source, more: Partial<Omit<Answer, 'kind' | 'quotes'>> = {}): Quoted => ({
  ...common,
  ...more,
  kind: 'quoted',
  quotes: rankedQuotes(source, source.paragraphs),
  more: 3,
})

/** An answer that quotes these paragraphs of one source. */
export const answerWith = (paragraphs: readonly string[]): Quoted =>
  answerOf(plainSource({ text: paragraphs.join('\n\n'), record: { title: 'On length' } }))

/** An explicit silence. */
export const silence = (more: Partial<Omit<Answer, 'kind' | 'quotes'>> = {}): Answer => ({
  ...common,
  ...more,
  kind: 'silent',
  quotes: [],
})
