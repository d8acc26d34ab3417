import { createTurns } from '../concurrency/turns.ts'
import type { Source } from '../domain/source.ts'
import { cue } from '../language/english/summary-words.ts'
import { type ContentTerms, cosine } from './content-terms.ts'
import type { Judge } from './fitness.ts'
import type { Layout, Shape, Unit } from './sections.ts'

/**
 * What a sentence is worth. Set by hand: early sentences first, then those with the document's own terms and those of
 * its title, of a length that is easily read.
 */
export const weights = {
  /** Of the first sentence of the whole, of a section or of a turn; the next ones have half, a third and so on. */
  position: { news: 0.6, sections: 0.35, turns: 0.1, parts: 0.1 } satisfies Record<Shape, number>,
  /** Of the first sentence of a document in sections; it fades over the next few. */
  opening: 0.3,
  /** Of a section whose name says that it matters, or that it is about the document alone. */
  telling: 0.25,
  aside: -0.5,
  /** Of the largest section. */
  size: 0.15,
  centrality: 0.6,
  title: 0.1,
  cue: { news: 0.05, sections: 0.15, turns: 0.05, parts: 0.1 } satisfies Record<Shape, number>,
  fragment: 0.3,
} as const

/** In sentences. */
const openingLength: { readonly [S in Shape]: number } = { news: 1, sections: 8, turns: 1, parts: 3 }

/** In words: shorter ones say little and longer ones are hard to read. */
const shortLength = 10
const longLength = 26
const costPerWord = { short: 0.03, long: 0.01 } as const
const maxLengthCost = 0.3

const lengthCost = (words: number): number =>
  Math.min(
    maxLengthCost,
    Math.max(0, shortLength - words) * costPerWord.short + Math.max(0, words - longLength) * costPerWord.long,
  )

/** A sentence that may be chosen. */
export type Candidate = { readonly unit: Unit; readonly weight: number }

/**
 * @param source any source
 * @param layout of the source
 * @param terms of its sentences
 * @param judge of its sentences: those that do not look fit are left out
 * @returns its sentences with their weights, in order
 */
export const weighSentences = async (
  source: Source,
  { shape, units, sections }: Layout,
  terms: ContentTerms,
  judge: Judge,
): Promise<readonly Candidate[]> => {
  const turn = createTurns()
  const title = new Set(source.titleIsDerived ? [] : terms.termsOf(source.titleShown))
  const largest = sections.reduce((most, { size }) => Math.max(most, size), 1)
  const fitBefore = new Map<number, number>()
  const candidates: Candidate[] = []
  for (const unit of units) {
    await turn()
    if (!judge.looksFit(unit)) continue
    const position = fitBefore.get(unit.section) ?? 0
    fitBefore.set(unit.section, position + 1)
    const vector = terms.vectorOf(unit)
    const section = sections[unit.section]
    const words = source.text.slice(unit.start, unit.end)
    const central = cosine(vector, terms.centroid)
    const ofTitle = [...title].filter((term) => vector.has(term)).length / Math.max(1, title.size)
    const ofSection =
      shape === 'news' || !section
        ? 0
        : (weights.size * section.size) / largest +
          (section.bearing === 1 ? weights.telling : section.bearing === -1 ? weights.aside : 0) +
          (shape !== 'turns' ? weights.opening * Math.max(0, 1 - candidates.length / openingLength[shape]) : 0)
    const weight =
      weights.position[shape] / (position + 1) +
      ofSection +
      weights.centrality * central +
      weights.title * ofTitle +
      (cue.test(words.slice(0, 600)) ? weights.cue[shape] : 0) -
      lengthCost(words.split(/\s+/).length)
    candidates.push({ unit, weight })
  }
  return candidates
}
