import type { Analyser, PassageSearch, Token } from '../index/port.ts'
import { holdsRun } from '../language/word-runs.ts'

/**
 * A word that the library writes as two (`alqaida`), two words that it writes as one (`data base`), or two years that it
 * writes with two figures each (`85-99`).
 */
export type Compound = {
  /** As the asker wrote it. */
  readonly typed: string
  /** The library's words for it, folded, and their terms. */
  readonly forms: readonly string[]
  readonly terms: readonly string[]
}

/** Letters of a part, and of a word that is split in two. */
const minPartLength = 2
const minWordLength = 5
const maxWordLength = 24
/** Pairs of parts that are searched for side by side, and passages that are read for each. */
const maxPairs = 2
const maxPassagesRead = 20
/** Passages of the rarer part: two words that are everywhere are side by side by chance. */
const maxPassages = 1000

/** Two neighbouring tokens as one word, if the library has it. */
const joined = async (text: string, a: Token, b: Token, index: PassageSearch, analyser: Analyser) => {
  if (!/^[ -]$/.test(text.slice(a.end, b.start))) return null
  const form = a.folded + b.folded
  const term = analyser.termOf(form)
  // A stemmer may leave no more than one of the two: “bay E” is not “bay”.
  if (term === a.term || term === b.term) return null
  const [passages = 0] = term === null ? [] : await index.documentFrequencies([term])
  return term === null || passages === 0 ? null : { typed: text.slice(a.start, b.end), forms: [form], terms: [term] }
}

/** Whether a passage has two words side by side. @param rarer the rarer of their terms */
const areAdjacent = async (forms: readonly string[], terms: readonly string[], rarer: string, index: PassageSearch) => {
  const ranking = await index.search([{ term: rarer, weight: 1 }], { limit: maxPassagesRead, all: terms })
  const readings = await index.read(ranking.map(({ passage }) => passage))
  return readings.some((reading) => reading?.sentences.some(({ words }) => holdsRun(words, forms)))
}

const shorterPart = ({ forms }: { readonly forms: readonly string[] }): number =>
  Math.min(...forms.map(({ length }) => length))

const year = /^[12]\d{3}$/
/** What stands between the years of a span: a dash, or a word such as `to`. */
const toYear = /^(?:\s*[-–—/]\s*|\s\p{L}{1,6}\s)$/u

/** The first and last year of a span, if the library has them side by side with fewer figures: `1985-99`, `85_99`. */
const spanOfYears = async (text: string, a: Token, b: Token, index: PassageSearch, analyser: Analyser) => {
  if (!year.test(a.folded) || !year.test(b.folded) || !toYear.test(text.slice(a.end, b.start))) return null
  for (const first of [a.folded, a.folded.slice(2)]) {
    const forms = [first, b.folded.slice(2)]
    const terms = forms.flatMap((form) => analyser.termOf(form) ?? [])
    const rarer = terms[0]
    if (rarer !== undefined && terms.length === 2 && (await areAdjacent(forms, terms, rarer, index)))
      return { typed: text.slice(a.start, b.end), forms, terms }
  }
  return null
}

/** A word split in two, if the library has the two side by side. */
const split = async (text: string, { folded, start, end }: Token, index: PassageSearch, analyser: Analyser) => {
  if (!/^\p{Ll}+$/u.test(folded) || folded.length < minWordLength || folded.length > maxWordLength) return null
  const pairs = Array.from({ length: folded.length - 2 * minPartLength + 1 }, (_, i) => i + minPartLength).flatMap(
    (cut) => {
      const forms = [folded.slice(0, cut), folded.slice(cut)]
      const terms = forms.flatMap((form) => analyser.termOf(form) ?? [])
      return terms.length === forms.length ? [{ forms, terms }] : []
    },
  )
  const documentFrequencies = await index.documentFrequencies(pairs.flatMap(({ terms }) => terms))
  const likely = pairs
    .map((pair, at) => {
      const [first = 0, second = 0] = documentFrequencies.slice(2 * at)
      return { ...pair, passages: Math.min(first, second), rarer: pair.terms[first <= second ? 0 : 1] ?? '' }
    })
    .filter(({ passages }) => passages > 0 && passages <= maxPassages)
    .sort((a, b) => shorterPart(b) - shorterPart(a))
    .slice(0, maxPairs)
  for (const { forms, terms, rarer } of likely)
    if (await areAdjacent(forms, terms, rarer, index)) return { typed: text.slice(start, end), forms, terms }
  return null
}

/**
 * Finds words that the library writes as one word, or as two side by side.
 * @param lacking the tokens that the library does not have
 * @param all the tokens of `text` in order
 * @returns the compound by each token that it replaces
 */
export const compoundsOf = async (
  lacking: ReadonlySet<Token>,
  all: readonly Token[],
  text: string,
  index: PassageSearch,
  analyser: Analyser,
): Promise<ReadonlyMap<Token, Compound>> => {
  const compounds = new Map<Token, Compound>()
  for (const [at, token] of all.entries()) {
    const next = all[at + 1]
    if (next && (lacking.has(token) || lacking.has(next))) {
      const whole =
        (await joined(text, token, next, index, analyser)) ?? (await spanOfYears(text, token, next, index, analyser))
      if (whole) compounds.set(token, whole).set(next, whole)
    }
    if (lacking.has(token) && !compounds.has(token)) {
      const parts = await split(text, token, index, analyser)
      if (parts) compounds.set(token, parts)
    }
  }
  return compounds
}
