import { createTurns } from '../concurrency/turns.ts'
import type { Source } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { withRules } from '../language/languages.ts'
import { type ContentTerms, contentTerms, cosine, sayTheSame, type Vector } from './content-terms.ts'
import { type Fitness, type Judge, judgeOf } from './fitness.ts'
import { type Layout, layoutOf, type Shape, type Unit } from './sections.ts'
import { type Candidate, weighSentences, weights } from './weigh-sentences.ts'

/** Each sentence chosen costs others as much, by their likeness to it and for each from the same section. */
const redundancyCost = 0.3
const sectionCost: { readonly [S in Shape]: number } = { news: 0, sections: 0.25, turns: 0.3, parts: 0.25 }

/** Only the best by weight are analysed and compared with each other: a book costs little more than an article. */
const poolSize = (count: number): number => 60 + 8 * count
/** The best of each section come first, so that none is left out for being late. */
const bestOfSection = 3

const byWeight = (a: Candidate, b: Candidate): number => b.weight - a.weight || a.unit.at - b.unit.at

const poolOf = (candidates: readonly Candidate[], count: number): readonly Candidate[] => {
  const seen = new Map<number, number>()
  const first: Candidate[] = []
  const rest: Candidate[] = []
  for (const candidate of candidates.toSorted(byWeight)) {
    const number = seen.get(candidate.unit.section) ?? 0
    seen.set(candidate.unit.section, number + 1)
    const group = number < bestOfSection ? first : rest
    group.push(candidate)
  }
  return [...first, ...rest].slice(0, poolSize(count))
}

/** A sentence of the pool, while others are chosen. */
type Choice = Candidate & {
  readonly vector: Vector
  /** The highest likeness to a chosen one, and whether it says the same as one. */
  likeness: number
  repeats: boolean
}

const compare = (other: Choice, chosen: Choice): void => {
  other.likeness = Math.max(other.likeness, cosine(other.vector, chosen.vector))
  other.repeats ||= sayTheSame(other.vector, chosen.vector)
}

type Ground = {
  readonly layout: Layout
  readonly terms: ContentTerms
  readonly judge: Judge
  readonly candidates: readonly Candidate[]
}

/**
 * Chooses one sentence after the other, each time the one that is worth most beside those already chosen (MMR).
 * @returns the chosen sentences, and what chooses more up to a limit among those of some fitness
 */
const createSelection = ({ layout: { shape, units }, terms, judge, candidates }: Ground, count: number) => {
  const turn = createTurns()
  const chosen = new Map<number, Choice>()
  const chosenIn = new Map<number, number>()
  const byIndex = new Map(candidates.map((candidate) => [candidate.unit.index, candidate]))
  const pool = new Map<number, Choice>()

  const choiceOf = (candidate: Candidate): Choice => {
    const { index } = candidate.unit
    const known = pool.get(index)
    if (known) return known
    const choice = { ...candidate, vector: terms.vectorOf(candidate.unit), likeness: 0, repeats: false }
    for (const other of chosen.values()) compare(choice, other)
    pool.set(index, choice)
    return choice
  }
  for (const candidate of poolOf(candidates, count)) choiceOf(candidate)

  const scoreOf = ({ unit, weight, likeness }: Choice): number =>
    weight -
    redundancyCost * likeness -
    sectionCost[shape] * (chosenIn.get(unit.section) ?? 0) -
    (judge.fitnessOf(unit) === 'fragment' ? weights.fragment : 0)

  /** The sentence before one that leans on it, which may not be in the pool yet. */
  const before = ({ index, follows }: Unit): Choice | null => {
    const candidate = follows ? byIndex.get(index - 1) : undefined
    return candidate ? choiceOf(candidate) : null
  }

  /** What has to be chosen with a sentence, itself included; null if it cannot be read. */
  const groupOf = (choice: Choice, allowed: ReadonlySet<Fitness>): readonly Choice[] | null => {
    const fitness = judge.fitnessOf(choice.unit)
    if (!allowed.has(fitness)) return null
    if (fitness !== 'leans') return [choice]
    const previous = before(choice.unit)
    if (previous && chosen.has(previous.unit.index)) return [choice]
    if (!previous || previous.repeats || judge.fitnessOf(previous.unit) !== 'stands') return null
    return chosen.size + 2 <= count ? [previous, choice] : null
  }

  const bestGroup = async (allowed: ReadonlySet<Fitness>): Promise<readonly Choice[] | null> => {
    let best: { readonly group: readonly Choice[]; readonly score: number } | null = null
    for (const choice of [...pool.values()]) {
      await turn()
      if (chosen.has(choice.unit.index) || choice.repeats) continue
      const group = groupOf(choice, allowed)
      if (!group) continue
      const score = group.reduce((sum, one) => sum + scoreOf(one), 0) / group.length
      if (!best || score > best.score) best = { group, score }
    }
    return best?.group ?? null
  }

  const take = (choice: Choice): void => {
    chosen.set(choice.unit.index, choice)
    chosenIn.set(choice.unit.section, (chosenIn.get(choice.unit.section) ?? 0) + 1)
    for (const other of pool.values()) compare(other, choice)
  }

  return {
    units: (): readonly Unit[] => [...chosen.keys()].sort((a, b) => a - b).flatMap((index) => units[index] ?? []),
    async fill(allowed: readonly Fitness[], limit: number): Promise<void> {
      while (chosen.size < limit) {
        const group = await bestGroup(new Set(allowed))
        if (!group) return
        for (const choice of group) take(choice)
      }
    },
  }
}

/**
 * Chooses sentences that summarise a source: by position, by the terms that it is about, across its sections, and few
 * that are alike. Questions, headings, captions, rows and near-repeats are left out, even if fewer remain than were
 * asked for; a sentence that points back comes only with the one before. A source that has no more sentences than were
 * asked for is its own summary. Deterministic, and linear in the length of the source: a book takes seconds, yielding
 * to other work.
 * @param source any source
 * @param count the most sentences to choose, at least 1
 * @returns their spans, in order; none only if the source has no sentence
 */
export const chooseSentences = async (source: Source, count: number): Promise<readonly Span[]> => {
  const all = source.paragraphs.flatMap(({ sentences }) => sentences)
  if (all.length <= count) return all
  const layout = await layoutOf(source)
  const language = withRules(source.language)
  const terms = await contentTerms(source.text, layout.units, language)
  const judge = judgeOf(source, language, layout.shape === 'news')
  const candidates = await weighSentences(source, layout, terms, judge)
  const selection = createSelection({ layout, terms, judge, candidates }, count)
  await selection.fill(['stands', 'leans'], count)
  await selection.fill(['stands', 'leans', 'fragment'], Math.ceil(count / 2))
  const chosen = selection.units()
  const anything = [...candidates.toSorted(byWeight).map(({ unit }) => unit), ...layout.units].slice(0, 1)
  return (chosen.length > 0 ? chosen : anything).map(({ start, end }) => ({ start, end }))
}
